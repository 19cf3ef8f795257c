package org.lowland.rl.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.api.system.ClosePairs;

class MovesTest {

    /** Atoms on a cubic grid of 1 Å, far from the origin. */
    private static AtomicSystem grid(int atoms) {
        double[] positions = new double[3 * atoms];
        for (int atom = 0; atom < atoms; atom++) {
            positions[3 * atom] = 10 + atom % 3;
            positions[3 * atom + 1] = 20 + atom / 3 % 3;
            positions[3 * atom + 2] = 30 + atom / 9;
        }
        int[] elements = new int[atoms];
        Arrays.fill(elements, 18);
        return AtomicSystem.of(elements, positions);
    }

    private static Moves in(AtomicSystem given, double radius) {
        return new Moves(Container.around(given, OptionalDouble.of(radius)));
    }

    private static double distanceFromCentroid(AtomicSystem of, int atom, AtomicSystem given) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double centre = 0;
            for (int k = 0; k < given.size(); k++) {
                centre += given.position(k, axis) / given.size();
            }
            sum += Math.pow(of.position(atom, axis) - centre, 2);
        }
        return Math.sqrt(sum);
    }

    @Property(tries = 100)
    void scatteredAtomsAreInTheContainerAndApart(@ForAll int seed, @ForAll @IntRange(min = 1, max = 27) int atoms) {
        AtomicSystem given = grid(atoms);

        AtomicSystem scattered = in(given, 2.5).scatter(given, new Well19937c(seed));

        assertThat(ClosePairs.first(scattered, 0.5)).isEmpty();
        for (int atom = 0; atom < atoms; atom++) {
            assertThat(distanceFromCentroid(scattered, atom, given)).isLessThanOrEqualTo(2.5 + 1e-9);
        }
    }

    @Property(tries = 100)
    void displacedAtomsMoveByAtMostTheStep(@ForAll int seed) {
        AtomicSystem given = grid(27);

        AtomicSystem displaced = in(given, 4).displace(given, 0.3, new Well19937c(seed));

        assertThat(ClosePairs.first(displaced, 0.5)).isEmpty();
        for (int k = 0; k < 81; k++) {
            double moved = displaced.positions()[k] - given.positions()[k];
            assertThat(Math.abs(moved)).isPositive().isLessThanOrEqualTo(0.3 + 1e-9);
        }
    }

    @Property(tries = 50)
    void anAtomThatLeftIsPutBackAndTheOthersStay(@ForAll int seed) {
        AtomicSystem given = grid(27);
        double[] positions = given.positions();
        positions[0] += 50;
        AtomicSystem evaporated = given.withPositions(positions);

        AtomicSystem displaced = in(given, 4).displace(evaporated, 0.3, new Well19937c(seed));

        assertThat(distanceFromCentroid(displaced, 0, given)).isLessThanOrEqualTo(4 + 1e-9);
        for (int k = 3; k < 81; k++) {
            assertThat(displaced.positions()[k]).isCloseTo(given.positions()[k], within(0.3 + 1e-9));
        }
    }

    @Test
    void aClusterThatDriftedIsCentredAndOneWithFixedAtomsIsNot() {
        AtomicSystem given = grid(27);
        double[] drifted = given.positions();
        for (int k = 0; k < drifted.length; k++) {
            drifted[k] += 0.25;
        }
        boolean[] fixed = new boolean[27];
        fixed[4] = true;
        AtomicSystem free = given.withPositions(drifted);
        AtomicSystem held = free.toBuilder().fixed(fixed).build();

        AtomicSystem centred = in(given, 4).displace(free, 1e-6, new Well19937c(1));
        AtomicSystem kept = in(given, 4).displace(held, 1e-6, new Well19937c(1));

        assertThat(centred.positions()[0]).isCloseTo(given.positions()[0], within(2e-6));
        assertThat(kept.positions()[0]).isCloseTo(drifted[0], within(2e-6));
        assertThat(Arrays.copyOfRange(kept.positions(), 12, 15)).isEqualTo(Arrays.copyOfRange(drifted, 12, 15));
    }

    @Test
    void scatteringLeavesFixedAtomsAndKeepsClearOfThem() {
        AtomicSystem given = grid(9).toBuilder()
                .fixed(new boolean[] {true, true, true, true, true, false, false, false, false})
                .build();

        AtomicSystem scattered = in(given, 2).scatter(given, new Well19937c(5));

        assertThat(Arrays.copyOf(scattered.positions(), 15)).isEqualTo(Arrays.copyOf(given.positions(), 15));
        assertThat(scattered.positions()[15]).isNotEqualTo(given.positions()[15]);
        assertThat(ClosePairs.first(scattered, 0.5)).isEmpty();
    }

    @Property(tries = 50)
    void inACellAtomsKeepTheirDistanceFromImages(@ForAll int seed) {
        AtomicSystem given =
                grid(20).toBuilder().cell(Cell.orthorhombic(3, 3, 3)).build();

        AtomicSystem scattered = in(given, 1).scatter(given, new Well19937c(seed));

        for (int a = -1; a <= 1; a++) {
            for (int b = -1; b <= 1; b++) {
                for (int c = -1; c <= 1; c++) {
                    for (int i = 0; i < 20; i++) {
                        for (int j = 0; j < i; j++) {
                            double x = scattered.position(i, 0) - scattered.position(j, 0) + 3 * a;
                            double y = scattered.position(i, 1) - scattered.position(j, 1) + 3 * b;
                            double z = scattered.position(i, 2) - scattered.position(j, 2) + 3 * c;
                            assertThat(x * x + y * y + z * z).isGreaterThanOrEqualTo(0.25);
                        }
                    }
                }
            }
        }
    }

    @Test
    void aContainerTooSmallIsNamed() {
        AtomicSystem given = grid(27);
        RandomGenerator random = new Well19937c(1);

        assertThatThrownBy(() -> in(given, 0.3).scatter(given, random))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("radius 0.3");
    }
}
