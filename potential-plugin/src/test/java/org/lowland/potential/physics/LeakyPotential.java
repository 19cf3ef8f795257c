package org.lowland.potential.physics;

import java.util.List;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/** A potential with a force on its first atom that is no gradient: a whirl about the z axis, and a push along x. */
record LeakyPotential(Potential sound, double whirl, double push) implements Potential {
    @Override
    public String id() {
        return "leaky";
    }

    @Override
    public Domain domain() {
        return sound.domain();
    }

    @Override
    public List<Evaluation> evaluate(List<AtomicSystem> systems) {
        return systems.stream().map(this::leaky).toList();
    }

    private Evaluation leaky(AtomicSystem system) {
        Evaluation evaluation = sound.evaluate(system);
        double[] forces = evaluation.forces();
        forces[0] += push - whirl * system.position(0, 1);
        forces[1] += whirl * system.position(0, 0);
        return Evaluation.of(evaluation.energy(), forces);
    }
}
