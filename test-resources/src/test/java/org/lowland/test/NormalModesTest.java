package org.lowland.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.lowland.api.system.AtomicSystem;

/** Lennard-Jones atoms of argon at distance 2^(1/6) σ are springs of 72 ε / 2^(1/3) σ². */
class NormalModesTest {
    private static final double DISTANCE = Math.pow(2, 1.0 / 6);
    private static final double SPRING = 72 / Math.pow(2, 1.0 / 3);
    private static final double ARGON = 39.9623831;

    private final ToyPotential potential = ToyPotential.lennardJones();

    /** From eV/Å² and u to cm⁻¹ by the constants of CODATA 2018. */
    private static double wavenumber(double stiffness, double mass) {
        double angular = Math.sqrt(stiffness * 1.602176634e-19 / 1e-20 / (mass * 1.66053906660e-27));
        return angular / (2 * Math.PI * 2.99792458e10);
    }

    private double[] modes(double... positions) {
        int[] numbers = new int[positions.length / 3];
        Arrays.fill(numbers, 18);
        return NormalModes.wavenumbers(potential, AtomicSystem.of(numbers, positions), 1e-4);
    }

    @Test
    void aPairHasTheModeOfItsSpring() {
        double[] modes = modes(0, 0, 0, 0, 0, DISTANCE);

        assertThat(modes).hasSize(1);
        assertThat(modes[0]).isCloseTo(wavenumber(SPRING, ARGON / 2), Percentage.withPercentage(0.001));
    }

    @Test
    void aTriangleHasABreathingModeAndAPair() {
        double height = DISTANCE * Math.sqrt(3) / 2;
        double[] modes = modes(0, 0, 0, DISTANCE, 0, 0, DISTANCE / 2, height, 0);

        assertThat(modes).hasSize(3);
        assertThat(modes[0]).isCloseTo(wavenumber(1.5 * SPRING, ARGON), Percentage.withPercentage(0.001));
        assertThat(modes[1]).isCloseTo(modes[0], within(1e-3));
        assertThat(modes[2]).isCloseTo(wavenumber(3 * SPRING, ARGON), Percentage.withPercentage(0.001));
    }

    @Test
    void aCompressedChainBucklesToEitherSide() {
        double[] modes = modes(0, 0, -0.98 * DISTANCE, 0, 0, 0, 0, 0, 0.98 * DISTANCE);

        assertThat(modes).hasSize(4);
        assertThat(modes[0]).isNegative();
        assertThat(modes[1]).isCloseTo(modes[0], within(1e-3));
        assertThat(modes[2]).isPositive();
    }
}
