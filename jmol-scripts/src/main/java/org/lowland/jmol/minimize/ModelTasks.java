package org.lowland.jmol.minimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javajs.util.BS;
import org.jmol.viewer.Viewer;
import org.lowland.api.InputException;
import org.lowland.api.UnsupportedException;
import org.lowland.api.constraint.Constraint;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.molecule.SystemOptions;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.jmol.JmolModel;

/** Makes the models that a command is about ready for a potential: each alone, whole, with what must not move. */
final class ModelTasks {
    private final Viewer viewer;
    private final MinimizeCommand command;
    private final Potential potential;
    private final Consumer<String> notes;

    ModelTasks(Viewer viewer, MinimizeCommand command, Potential potential, Consumer<String> notes) {
        this.viewer = viewer;
        this.command = command;
        this.potential = potential;
        this.notes = notes;
    }

    /**
     * Reads the models.
     *
     * @return one task for each model that has atoms that may move
     * @throws InputException when there is no such atom, or a model cannot be read
     * @throws UnsupportedException when the potential does not cover a model
     */
    List<ModelTask> all() {
        List<ModelTask> tasks = new ArrayList<>();
        for (int model = 0; model < viewer.ms.mc; model++) {
            BS atoms = viewer.getModelUndeletedAtomsBitSet(model);
            if (atoms.intersects(command.moving()) && !viewer.ms.am[model].isJmolDataFrame) {
                tasks.add(task(JmolModel.read(viewer, model, command.present())));
            }
        }
        if (tasks.isEmpty()) {
            throw new InputException("there is nothing to minimize; load a model, or select atoms that are not fixed");
        }
        return tasks;
    }

    private ModelTask task(JmolModel model) {
        if (model.isAsymmetricUnit() && potential.domain().periodic()) {
            throw new InputException(
                    model.title() + ": only the asymmetric unit of the crystal is loaded; load the file"
                            + " with {1 1 1} for its cell");
        }
        if (model.isAsymmetricUnit()) {
            notes.accept(
                    "the cell of the file is left out: only its asymmetric unit is loaded, which is taken as a molecule"
                            + " in free space");
        }
        AtomicSystem system = system(model);
        Domain domain = potential.domain();
        domain.check(potential.id(), system);
        domain.caveats(potential.id(), system).forEach(caveat -> notes.accept("warning: " + caveat));
        return new ModelTask(model, system, command.goal().options());
    }

    private AtomicSystem system(JmolModel model) {
        boolean[] fixed = fixed(model);
        List<Constraint> constraints = command.holds().stream()
                .map(hold -> hold.in(model))
                .flatMap(Optional::stream)
                .toList();
        AtomicSystem bare;
        if (model.structure() instanceof MoleculeRecord record) {
            if (Molecules.isZwitterion(record.molecule())) {
                notes.accept("a zwitterion or salt: potentials fitted to uncharged groups are unreliable for it; it is"
                        + " computed all the same");
            }
            bare = Molecules.toSystem(record.molecule(), SystemOptions.none());
        } else {
            bare = ((LabelledFrame) model.structure()).system();
        }
        return bare.toBuilder().fixed(fixed).constraints(constraints).build();
    }

    /** An atom moves when one of its images may, and none is fixed. */
    private boolean[] fixed(JmolModel model) {
        boolean[] fixed = new boolean[model.size()];
        Arrays.fill(fixed, true);
        mark(model, command.moving(), fixed, false);
        mark(model, command.fixed(), fixed, true);
        return fixed;
    }

    private static void mark(JmolModel model, BS atoms, boolean[] flags, boolean value) {
        for (int i = atoms.nextSetBit(0); i >= 0; i = atoms.nextSetBit(i + 1)) {
            model.place(i).ifPresent(place -> flags[place] = value);
        }
    }
}
