package org.lowland.api.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;

class NeighborListTest {

    /** One pair, for comparison with what a plain search over translations finds. */
    private record Pair(int first, int second, int a, int b, int c) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return Arrays.compare(
                    new int[] {first, second, a, b, c},
                    new int[] {other.first, other.second, other.a, other.b, other.c});
        }
    }

    @Property(tries = 150)
    void findsWhatAPlainSearchFinds(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int atoms,
            @ForAll @IntRange(min = 0, max = 7) int axes,
            @ForAll @DoubleRange(min = 0.8, max = 5.5) double cutoff) {
        AtomicSystem system = randomCell(new Random(seed), atoms, axes, 4.0);
        NeighborList list = NeighborList.allImages(system, cutoff);
        assertThat(pairs(list)).isEqualTo(plain(system, cutoff));
        assertVectors(system, list);
        assertThat(pairs(NeighborList.minimumImage(system, cutoff))).isEqualTo(nearest(system, plain(system, cutoff)));
    }

    @Property(tries = 40)
    void findsWhatAPlainSearchFindsInFreeSpaceAndLargeCells(
            @ForAll long seed,
            @ForAll @IntRange(min = 190, max = 400) int atoms,
            @ForAll @DoubleRange(min = 0.5, max = 40) double width,
            @ForAll boolean cell) {
        Random random = new Random(seed);
        AtomicSystem system =
                cell ? randomCell(random, atoms, random.nextInt(8), width) : randomMolecule(random, atoms, width);
        double cutoff = (0.05 + 0.4 * random.nextDouble()) * width;
        NeighborList list = NeighborList.allImages(system, cutoff);
        assertThat(pairs(list)).isEqualTo(plain(system, cutoff));
        assertVectors(system, list);
    }

    @Property(tries = 40)
    void takesTheNearestImageInABoxNarrowerThanTwiceTheCutoff(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 500) int atoms) {
        Random random = new Random(seed);
        double edge = 4.3679;
        AtomicSystem system = AtomicSystem.builder(carbons(atoms), uniform(random, atoms, 2 * edge))
                .cell(Cell.of(new double[] {edge, 0, 0, 0, edge, 0, 0, 0, edge}, true, random.nextBoolean(), true))
                .build();
        NeighborList list = NeighborList.minimumImage(system, 2.5);
        assertThat(pairs(list)).isEqualTo(nearest(system, plain(system, 2.5)));
        assertVectors(system, list);
    }

    @Test
    void listsThePairsOfEachAtomTogether() {
        AtomicSystem system = randomCell(new Random(7), 40, 7, 6);
        NeighborList list = NeighborList.allImages(system, 3);
        int seen = 0;
        for (int atom = 0; atom < system.size(); atom++) {
            assertThat(list.begin(atom)).isEqualTo(seen);
            for (int pair = list.begin(atom); pair < list.end(atom); pair++) {
                assertThat(list.first(pair)).isEqualTo(atom);
                seen++;
            }
        }
        assertThat(seen).isEqualTo(list.size()).isPositive();
    }

    @Test
    void countsTheImagesOfAnAtomItself() {
        AtomicSystem simpleCubic = AtomicSystem.builder(new int[] {18}, new double[] {17, -3, 0.5})
                .cell(Cell.orthorhombic(2, 2, 2))
                .build();
        // Shells of the simple cubic lattice: 6 at a, 12 at a√2, 8 at a√3, 6 at 2a; a half list has half of them.
        assertThat(NeighborList.allImages(simpleCubic, 2.1).size()).isEqualTo(3);
        assertThat(NeighborList.allImages(simpleCubic, 3).size()).isEqualTo(9);
        assertThat(NeighborList.allImages(simpleCubic, 3.5).size()).isEqualTo(13);
        assertThat(NeighborList.allImages(simpleCubic, 4.1).size()).isEqualTo(16);
        assertThat(NeighborList.minimumImage(simpleCubic, 4.1).size()).isZero();
    }

    @Test
    void leavesOutWhatIsAtTheCutoff() {
        AtomicSystem pair = AtomicSystem.of(new int[] {1, 1}, new double[] {0, 0, 0, 0, 0, 2});
        assertThat(NeighborList.allImages(pair, 2).size()).isZero();
        assertThat(NeighborList.allImages(pair, Math.nextUp(2.0)).size()).isOne();
    }

    @Test
    void takesAllPairsWithAnInfiniteCutoff() {
        AtomicSystem system = randomMolecule(new Random(1), 200, 30);
        assertThat(NeighborList.allImages(system, Double.POSITIVE_INFINITY).size())
                .isEqualTo(200 * 199 / 2);
        AtomicSystem crystal = randomCell(new Random(1), 2, 7, 3);
        assertThatThrownBy(() -> NeighborList.allImages(crystal, Double.POSITIVE_INFINITY))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("infinite");
    }

    @Test
    void takesEmptyAndSingleAtomSystems() {
        assertThat(NeighborList.allImages(AtomicSystem.of(new int[0], new double[0]), 5)
                        .size())
                .isZero();
        assertThat(NeighborList.allImages(AtomicSystem.of(new int[] {6}, new double[3]), 5)
                        .size())
                .isZero();
        AtomicSystem emptyCell = AtomicSystem.builder(new int[0], new double[0])
                .cell(Cell.orthorhombic(3, 3, 3))
                .build();
        assertThat(NeighborList.allImages(emptyCell, 5).size()).isZero();
    }

    @Test
    void refusesWhatItCannotCount() {
        AtomicSystem pair = AtomicSystem.of(new int[] {1, 1}, new double[] {0, 0, 0, 0, 0, 2});
        for (double cutoff : new double[] {0, -1, Double.NaN}) {
            assertThatThrownBy(() -> NeighborList.allImages(pair, cutoff))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("cutoff");
        }
        AtomicSystem lost = AtomicSystem.builder(new int[] {6}, new double[] {0, 1e9, 0})
                .cell(Cell.orthorhombic(3, 3, 3))
                .build();
        for (double cutoff : new double[] {1, 2}) {
            assertThatThrownBy(() -> NeighborList.allImages(lost, cutoff))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("atom 1 (C)");
            assertThatThrownBy(() -> NeighborList.minimumImage(lost, cutoff))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("atom 1 (C)");
        }
    }

    @Test
    void spreadsFewAtomsOverMuchSpace() {
        double[] positions = uniform(new Random(3), 2000, 1e7);
        positions[3] = positions[0] + 1;
        positions[4] = positions[1];
        positions[5] = positions[2];
        NeighborList list = NeighborList.allImages(AtomicSystem.of(carbons(2000), positions), 5);
        assertThat(pairs(list)).containsExactly(new Pair(0, 1, 0, 0, 0));
    }

    private static void assertVectors(AtomicSystem system, NeighborList list) {
        double[] lattice = system.cell().map(Cell::vectors).orElseGet(() -> new double[9]);
        double[] vectors = list.vectors();
        double worst = 0;
        for (int pair = 0; pair < list.size(); pair++) {
            double squared = 0;
            for (int axis = 0; axis < 3; axis++) {
                double expected = system.position(list.second(pair), axis) - system.position(list.first(pair), axis);
                for (int vector = 0; vector < 3; vector++) {
                    expected += list.shift(pair, vector) * lattice[3 * vector + axis];
                }
                worst = Math.max(worst, Math.abs(vectors[3 * pair + axis] - expected));
                squared += expected * expected;
            }
            worst = Math.max(worst, Math.abs(list.squaredDistance(pair) - squared));
            worst = Math.max(worst, Math.abs(list.x(pair) - vectors[3 * pair]));
            worst = Math.max(worst, Math.abs(list.y(pair) - vectors[3 * pair + 1]));
            worst = Math.max(worst, Math.abs(list.z(pair) - vectors[3 * pair + 2]));
        }
        assertThat(worst).isLessThan(1e-9);
    }

    private static List<Pair> pairs(NeighborList list) {
        List<Pair> result = new ArrayList<>();
        for (int p = 0; p < list.size(); p++) {
            result.add(new Pair(list.first(p), list.second(p), list.shift(p, 0), list.shift(p, 1), list.shift(p, 2)));
        }
        return result;
    }

    /** Every translation that could matter, for every two atoms. */
    private static List<Pair> plain(AtomicSystem system, double cutoff) {
        List<Pair> result = new ArrayList<>();
        for (int i = 0; i < system.size(); i++) {
            for (int j = i; j < system.size(); j++) {
                int[] low = new int[3];
                int[] high = new int[3];
                for (int vector = 0; vector < 3; vector++) {
                    if (system.cell().isPresent() && system.cell().get().isPeriodic(vector)) {
                        double apart = fractional(system, j, vector) - fractional(system, i, vector);
                        double cells = cutoff / system.cell().get().height(vector);
                        low[vector] = (int) Math.floor(-apart - cells) - 1;
                        high[vector] = (int) Math.ceil(-apart + cells) + 1;
                    }
                }
                for (int a = low[0]; a <= high[0]; a++) {
                    for (int b = low[1]; b <= high[1]; b++) {
                        for (int c = low[2]; c <= high[2]; c++) {
                            Pair pair = new Pair(i, j, a, b, c);
                            boolean counts = i < j || pair.compareTo(new Pair(i, j, 0, 0, 0)) > 0;
                            if (counts && distance(system, pair) < cutoff) {
                                result.add(pair);
                            }
                        }
                    }
                }
            }
        }
        return result;
    }

    private static List<Pair> nearest(AtomicSystem system, List<Pair> all) {
        List<Pair> result = new ArrayList<>();
        for (Pair pair : all) {
            Pair last = result.isEmpty() ? new Pair(-1, -1, 0, 0, 0) : result.get(result.size() - 1);
            if (pair.first == pair.second) {
                continue;
            }
            if (last.first != pair.first || last.second != pair.second) {
                result.add(pair);
            } else if (distance(system, pair) < distance(system, last)) {
                result.set(result.size() - 1, pair);
            }
        }
        return result;
    }

    private static double distance(AtomicSystem system, Pair pair) {
        double[] lattice = system.cell().map(Cell::vectors).orElseGet(() -> new double[9]);
        double squared = 0;
        for (int axis = 0; axis < 3; axis++) {
            double d = system.position(pair.second, axis)
                    - system.position(pair.first, axis)
                    + pair.a * lattice[axis]
                    + pair.b * lattice[3 + axis]
                    + pair.c * lattice[6 + axis];
            squared += d * d;
        }
        return Math.sqrt(squared);
    }

    private static double fractional(AtomicSystem system, int atom, int vector) {
        double[] inverse = system.cell().orElseThrow().inverse();
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            sum += system.position(atom, axis) * inverse[3 * axis + vector];
        }
        return sum;
    }

    private static AtomicSystem randomMolecule(Random random, int atoms, double width) {
        return AtomicSystem.of(carbons(atoms), uniform(random, atoms, width));
    }

    /** A triclinic cell with atoms in and around it; the bits of {@code axes} say along which it is periodic. */
    private static AtomicSystem randomCell(Random random, int atoms, int axes, double width) {
        double[] vectors = new double[9];
        for (int k = 0; k < 9; k++) {
            vectors[k] = width * (0.5 * (random.nextDouble() - 0.5) + (k % 4 == 0 ? 0.6 + random.nextDouble() : 0));
        }
        return AtomicSystem.builder(carbons(atoms), uniform(random, atoms, 3 * width))
                .cell(Cell.of(vectors, (axes & 1) != 0, (axes & 2) != 0, (axes & 4) != 0))
                .build();
    }

    private static double[] uniform(Random random, int atoms, double width) {
        return random.doubles(3L * atoms, -width / 2, width / 2).toArray();
    }

    private static int[] carbons(int atoms) {
        int[] numbers = new int[atoms];
        Arrays.fill(numbers, 6);
        return numbers;
    }
}
