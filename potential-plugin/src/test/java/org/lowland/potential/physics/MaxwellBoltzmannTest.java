package org.lowland.potential.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lowland.api.system.AtomicSystem;

class MaxwellBoltzmannTest {
    private static final AtomicSystem WATER =
            AtomicSystem.of(new int[] {8, 1, 1}, new double[] {1, 2, 3, 1.96, 2, 3, 0.76, 2.93, 3});
    private static final AtomicSystem HYDROGEN = AtomicSystem.of(new int[] {1, 1}, new double[] {0, 0, 0, 0, 0.5, 0.5});

    @Test
    void velocitiesHaveTheirTemperatureAndNeitherMoveNorTurnTheWhole() {
        double[] masses = AtomicMasses.of(WATER);
        assertThat(masses).containsExactly(new double[] {15.999, 1.008, 1.008}, within(1e-3));
        double[] v = MaxwellBoltzmann.velocities(WATER, masses, 300, 4);
        assertThat(MaxwellBoltzmann.temperature(v, masses)).isCloseTo(300, within(1e-9));
        assertStill(WATER, v, masses);
        assertThat(MaxwellBoltzmann.velocities(WATER, masses, 300, 4)).isEqualTo(v);
        assertThat(MaxwellBoltzmann.velocities(WATER, masses, 300, 5)).isNotEqualTo(v);
    }

    @Test
    void aDiatomicVibratesAlone() {
        double[] masses = AtomicMasses.of(HYDROGEN);
        double[] v = MaxwellBoltzmann.velocities(HYDROGEN, masses, 300, 1);
        assertStill(HYDROGEN, v, masses);
        assertThat(v[0]).isCloseTo(0, within(1e-12));
        assertThat(v[1]).isCloseTo(v[2], within(1e-12)).isCloseTo(-v[4], within(1e-12));
        assertThat(Math.abs(v[1])).isGreaterThan(1e-3);
    }

    private static void assertStill(AtomicSystem system, double[] v, double[] masses) {
        for (int axis = 0; axis < 3; axis++) {
            int y = (axis + 1) % 3;
            int z = (axis + 2) % 3;
            double momentum = 0;
            double turn = 0;
            for (int atom = 0; atom < masses.length; atom++) {
                momentum += masses[atom] * v[3 * atom + axis];
                turn += masses[atom]
                        * (system.position(atom, y) * v[3 * atom + z] - system.position(atom, z) * v[3 * atom + y]);
            }
            assertThat(momentum).isCloseTo(0, within(1e-12));
            assertThat(turn).isCloseTo(0, within(1e-12));
        }
    }
}
