package org.lowland.jmol.verb;

import java.util.List;
import java.util.Optional;
import org.lowland.api.BackendException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.potential.Uncertainty;
import org.lowland.cli.BackendOptions;
import org.lowland.cli.SystemFlags;
import org.lowland.cli.batch.Entry;
import org.lowland.cli.batch.EvaluatedEntry;
import org.lowland.cli.batch.Preparation;
import org.lowland.io.jmol.JmolModel;
import picocli.CommandLine.Mixin;

/** The options of verbs that evaluate the model where it is: {@code @Mixin private SinglePoint point;}. */
final class SinglePoint {
    @Mixin
    private BackendOptions backend;

    @Mixin
    private SystemFlags system;

    @Mixin
    private ModelOption model;

    @Mixin
    private Reference reference;

    /**
     * The model with its energy and forces.
     *
     * @param model where the atoms are in Jmol
     * @param entry the numbers
     * @param potential the id of what computed them
     * @param reference what energies are given relative to
     */
    record Evaluated(JmolModel model, EvaluatedEntry entry, String potential, Optional<Double> reference) {

        /** What the command line says of it. */
        Answer answer(boolean forces) {
            return Answer.line(lines -> entry.write(lines, potential, forces))
                    .withExactEnergy(entry.evaluation().energy(), reference);
        }
    }

    /** The model as it is now. */
    JmolModel model(Scene scene) {
        return model.read(scene.viewer());
    }

    /** Computes energy and forces of the model. */
    Evaluated evaluate(Scene scene) {
        JmolModel read = model(scene);
        Potential potential = scene.potential(backend.spec());
        long begin = System.nanoTime();
        Entry entry = Entry.of(read.index() + 1, "", read.structure());
        Preparation.Prepared prepared = new Preparation(system.options()).prepare(entry, scene::say);
        potential.domain().check(potential.id(), prepared.system());
        scene.warn(potential, prepared.system());
        Evaluation evaluation = potential.evaluate(List.of(prepared.system())).get(0);
        if (!Double.isFinite(evaluation.energy())) {
            throw new BackendException("the energy is not a finite number; check the structure: atoms may coincide");
        }
        Evaluation judged = potential.judge(prepared.system(), evaluation);
        judged.uncertainty().flatMap(Uncertainty::doubt).ifPresent(doubt -> scene.say("warning: " + doubt));
        double seconds = (System.nanoTime() - begin) * 1e-9;
        return new Evaluated(read, new EvaluatedEntry(prepared, judged, seconds), potential.id(), reference.energy());
    }
}
