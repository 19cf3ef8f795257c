package org.lowland.api.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosePairsTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 20, 300, 301, 1000})
    void findsTheFirstOfSeveral(int atoms) {
        double[] positions = new Random(atoms).doubles(3L * atoms, -500, 500).toArray();
        place(positions, atoms - 1, atoms / 2, 0.05);
        int[] numbers = new int[atoms];
        Arrays.fill(numbers, 1);
        AtomicSystem system = AtomicSystem.of(numbers, positions);
        ClosePairs.Pair pair = ClosePairs.first(system, 0.1).orElseThrow();
        assertThat(pair.first()).isEqualTo(atoms / 2 == atoms - 1 ? 0 : atoms / 2);
        assertThat(pair.second()).isEqualTo(atoms - 1);
        assertThat(pair.distance()).isCloseTo(0.05, within(1e-9));
        assertThat(ClosePairs.first(system, 0.04)).isEmpty();
    }

    private static void place(double[] positions, int atom, int other, double distance) {
        int beside = other == atom ? 0 : other;
        System.arraycopy(positions, 3 * beside, positions, 3 * atom, 3);
        positions[3 * atom + 1] += distance;
    }

    @Test
    void takesAtomsFarFromTheOrigin() {
        double[] positions = {1e12, 0, 0, 1e12, 0.05, 0, 0, 0, 0};
        assertThat(ClosePairs.first(AtomicSystem.of(new int[] {1, 1, 1}, positions), 0.1))
                .isPresent();
    }
}
