package org.lowland.potential.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.PotentialContract;
import org.lowland.test.Structures;
import org.lowland.test.Tolerances;
import org.lowland.test.Transformations;

/** What all potentials promise, of one in double precision. */
abstract class AnalyticContract extends PotentialContract {
    private final String typed;
    private final List<AtomicSystem> systems;

    AnalyticContract(String typed, AtomicSystem... systems) {
        this.typed = typed;
        this.systems = List.of(systems);
    }

    static AtomicSystem icosahedron() {
        return Transformations.rattled(Structures.icosahedron(), 0.05, 1);
    }

    /** Three Kob-Andersen particles, few enough for a force that changes evenly from step to step. */
    static AtomicSystem trimer() {
        return AtomicSystem.of(new int[] {28, 15, 28}, new double[] {0, 0, 0, 0.3, 1.0, 0, -0.2, 0.1, 1.1});
    }

    /** A droplet of Kob-Andersen particles. */
    static AtomicSystem droplet(int atoms) {
        AtomicSystem box = Structures.kobAndersenBox(atoms, 5);
        return AtomicSystem.of(box.atomicNumbers(), box.positions());
    }

    /** A sheared box of Kob-Andersen particles, so narrow that several images of an atom interact. */
    static AtomicSystem sheared(int atoms) {
        return Transformations.rotated(
                Structures.kobAndersenBox(atoms, 6), new double[] {1, 0.2, 0, 0, 1.1, 0.3, 0, -0.1, 0.9});
    }

    @Test
    void theSharesOfTheAtomsAddUpToTheEnergy() {
        try (Potential potential = create()) {
            for (AtomicSystem system : systems) {
                Evaluation evaluation = potential.evaluate(system);
                double[] shares = evaluation.atomEnergies().orElseThrow();
                assertThat(shares).hasSize(system.size());
                assertThat(Arrays.stream(shares).sum())
                        .isCloseTo(evaluation.energy(), within(1e-11 * Math.max(1, Math.abs(evaluation.energy()))));
            }
        }
    }

    @Override
    protected final Potential create() {
        return LennardJonesTest.potential(typed);
    }

    @Override
    protected final List<AtomicSystem> systems() {
        return systems;
    }

    @Override
    protected final Tolerances tolerances() {
        return Tolerances.doublePrecision();
    }
}
