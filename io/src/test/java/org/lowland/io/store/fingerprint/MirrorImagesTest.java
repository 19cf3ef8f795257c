package org.lowland.io.store.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.store.Deposit;
import org.lowland.io.store.Match;
import org.lowland.io.store.Provenance;
import org.lowland.io.store.StoreLocation;
import org.lowland.io.store.StructureStore;

class MirrorImagesTest {
    private static final double THIRD = 1.0 / 3;

    @Test
    void quartzOfTheOtherHandIsAnother() {
        assertTold(quartz());
    }

    @Test
    void soIsAnyCrystalWithoutASymmetryThatTurnsHands() {
        Random random = new Random(3);
        double[] positions = random.doubles(24, 0, 7).toArray();
        Cell cell = Cell.of(new double[] {7, 0, 0, 1.1, 6.5, 0, -0.8, 1.7, 8}, true, true, true);
        assertTold(AtomicSystem.builder(new int[] {6, 6, 1, 8, 1, 7, 6, 1}, positions)
                .cell(cell)
                .build());
    }

    /** Centres of inversion: the mirror image is the crystal itself, turned. */
    @Test
    void anAchiralCrystalIsItsMirrorImage() {
        Random random = new Random(4);
        double[] half = random.doubles(12, 0, 7).toArray();
        double[] positions = new double[24];
        for (int k = 0; k < 12; k++) {
            positions[k] = half[k];
            positions[12 + k] = -half[k];
        }
        AtomicSystem crystal = AtomicSystem.builder(new int[] {6, 1, 8, 6, 6, 1, 8, 6}, positions)
                .cell(Cell.of(new double[] {7, 0, 0, 1.1, 6.5, 0, -0.8, 1.7, 8}, true, true, true))
                .build();
        Shuffle shuffle = new Shuffle(5);
        for (int k = 0; k < 5; k++) {
            AtomicSystem other = shuffle.elsewhere(shuffle.shaken(mirrored(crystal), 0.03));
            assertThat(areMirrorImages(crystal, other)).isFalse();
        }
    }

    @Test
    void aStoreKeepsBothHands(@TempDir Path folder) {
        AtomicSystem quartz = quartz();
        try (StructureStore store = StructureStore.open(
                StoreLocation.parse(folder.resolve("quartz.mv.db").toString()))) {
            for (AtomicSystem system : List.of(quartz, mirrored(quartz), new Shuffle(1).elsewhere(quartz))) {
                store.add(List.of(Deposit.of(LabelledFrame.of(system), Provenance.imported("test"))));
            }
            assertThat(store.similar(LabelledFrame.of(quartz), 0.1))
                    .extracting(Match::id)
                    .containsExactly(1L, 3L);
        }
    }

    private static void assertTold(AtomicSystem crystal) {
        Shuffle shuffle = new Shuffle(2);
        AtomicSystem mirrored = mirrored(crystal);
        for (int k = 0; k < 5; k++) {
            AtomicSystem same = sheared(shuffle.elsewhere(shuffle.shaken(crystal, 0.03)));
            AtomicSystem other = sheared(shuffle.elsewhere(shuffle.shaken(mirrored, 0.03)));
            assertThat(Shuffle.fingerprint(crystal).mayBe(Shuffle.fingerprint(other), 0.1))
                    .isTrue();
            assertThat(areMirrorImages(crystal, other)).isTrue();
            assertThat(areMirrorImages(other, crystal)).isTrue();
            assertThat(areMirrorImages(crystal, same)).isFalse();
        }
    }

    private static boolean areMirrorImages(AtomicSystem one, AtomicSystem other) {
        return MirrorImages.are(LabelledFrame.of(one), LabelledFrame.of(other), 0.1);
    }

    private static AtomicSystem sheared(AtomicSystem crystal) {
        double[] vectors = crystal.cell().orElseThrow().vectors();
        for (int axis = 0; axis < 3; axis++) {
            vectors[3 + axis] += vectors[axis];
            vectors[6 + axis] -= vectors[3 + axis];
        }
        return crystal.toBuilder().cell(Cell.of(vectors, true, true, true)).build();
    }

    private static AtomicSystem mirrored(AtomicSystem crystal) {
        return AtomicSystem.builder(crystal.atomicNumbers(), negated(crystal.positions()))
                .cell(Cell.of(negated(crystal.cell().orElseThrow().vectors()), true, true, true))
                .build();
    }

    private static double[] negated(double[] points) {
        double[] negated = points.clone();
        for (int k = 0; k < negated.length; k += 3) {
            negated[k] = -negated[k];
        }
        return negated;
    }

    /** Low quartz, P 31 2 1: Levien, Prewitt and Weidner, Am. Mineral. 65, 920 (1980). */
    private static AtomicSystem quartz() {
        double a = 4.916;
        double c = 5.4054;
        double u = 0.4697;
        double x = 0.4135;
        double y = 0.2669;
        double z = 0.1191 + 2 * THIRD;
        double[][] fractions = {
            {u, 0, THIRD},
            {0, u, 2 * THIRD},
            {-u, -u, 0},
            {x, y, z},
            {-y, x - y, z + THIRD},
            {y - x, -x, z + 2 * THIRD},
            {y, x, -z},
            {x - y, -y, 2 * THIRD - z},
            {-x, y - x, THIRD - z}
        };
        double[] vectors = {a, 0, 0, -a / 2, a * Math.sqrt(3) / 2, 0, 0, 0, c};
        double[] positions = new double[27];
        for (int atom = 0; atom < 9; atom++) {
            for (int k = 0; k < 3; k++) {
                for (int axis = 0; axis < 3; axis++) {
                    positions[3 * atom + axis] += fractions[atom][k] * vectors[3 * k + axis];
                }
            }
        }
        return AtomicSystem.builder(new int[] {14, 14, 14, 8, 8, 8, 8, 8, 8}, positions)
                .cell(Cell.of(vectors, true, true, true))
                .build();
    }
}
