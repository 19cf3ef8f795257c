package org.lowland.api.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lowland.api.coordinate.Angle;
import org.lowland.api.coordinate.Direction;
import org.lowland.api.coordinate.Distance;
import org.lowland.api.coordinate.LinearBend;
import org.lowland.api.coordinate.OutOfPlane;
import org.lowland.api.coordinate.Primitive;
import org.lowland.api.coordinate.Rotation;
import org.lowland.api.coordinate.Torsion;
import org.lowland.api.coordinate.Translation;
import org.lowland.api.system.AtomicSystem;

class InternalCoordinatesTest {
    private static final double STEP = 1e-5;

    /** Allene, straight, and a water molecule and a lone argon beside it. */
    private static final AtomicSystem ALLENE_WATER_ARGON =
            AtomicSystem.of(new int[] {6, 6, 6, 1, 1, 1, 1, 8, 1, 1, 18}, new double[] {
                0, 0, 0, 1.31, 0, 0, -1.31, 0, 0, 1.87, 0.93, 0, 1.87, -0.93, 0, -1.87, 0, 0.93, -1.87, 0, -0.93, 0, 4,
                0, 0.76, 4.6, 0, -0.76, 4.6, 0, 0, -5, 0
            });

    private static long count(InternalCoordinates coordinates, Class<? extends Primitive> type) {
        return coordinates.primitives().stream().filter(type::isInstance).count();
    }

    @Test
    void choosesWhatSuitsLinesAndFragments() {
        InternalCoordinates chosen = InternalCoordinates.of(ALLENE_WATER_ARGON);
        assertThat(count(chosen, Distance.class)).isEqualTo(8);
        assertThat(count(chosen, Angle.class)).isEqualTo(7);
        assertThat(count(chosen, LinearBend.class)).isEqualTo(2);
        assertThat(count(chosen, OutOfPlane.class)).isEqualTo(2);
        assertThat(count(chosen, Translation.class)).isEqualTo(9);
        assertThat(count(chosen, Rotation.class)).isEqualTo(6);
        assertThat(chosen.primitives())
                .as("torsions go over the whole chain")
                .filteredOn(Torsion.class::isInstance)
                .contains(new Torsion(5, 2, 1, 3))
                .hasSize(4);
        AtomicSystem carbonDioxideAndArgon =
                AtomicSystem.of(new int[] {6, 8, 8, 18}, new double[] {0, 0, 0, 0, 0, 1.16, 0, 0, -1.16, 4, 0, 0});
        assertThat(count(InternalCoordinates.of(carbonDioxideAndArgon), Direction.class))
                .isEqualTo(3);
    }

    @Test
    void takesTheBondsThatAreGiven() {
        AtomicSystem stretched = AtomicSystem.builder(
                        new int[] {8, 1, 1}, new double[] {0, 0, 0, 2.5, 0, 0, 0, 0.96, 0})
                .bonds(new int[] {0, 1, 0, 2})
                .build();
        assertThat(InternalCoordinates.of(stretched).primitives())
                .containsExactly(new Distance(0, 1), new Distance(0, 2), new Angle(1, 0, 2));
        assertThat(InternalCoordinates.of(
                                stretched.toBuilder().bonds(new int[0]).build())
                        .primitives())
                .contains(new Translation(List.of(1), 0));
    }

    @Test
    void leavesOutWhatIsFixed() {
        boolean[] fixed = new boolean[ALLENE_WATER_ARGON.size()];
        Arrays.fill(fixed, 0, 7, true);
        AtomicSystem held = ALLENE_WATER_ARGON.toBuilder().fixed(fixed).build();
        assertThat(InternalCoordinates.of(held).primitives())
                .allSatisfy(
                        primitive -> assertThat(IntStream.of(primitive.atoms())).anyMatch(atom -> !fixed[atom]));
    }

    @Test
    void theMatrixHoldsTheSlopesOfAllValues() {
        Random random = new Random(5);
        InternalCoordinates coordinates =
                InternalCoordinates.of(ALLENE_WATER_ARGON).withCartesians(ALLENE_WATER_ARGON);
        double[] positions = ALLENE_WATER_ARGON.positions();
        for (int k = 0; k < positions.length; k++) {
            positions[k] += 0.1 * random.nextGaussian();
        }
        int[] free = {2, 0, 1, 4, 3, -1, 5, 9, 8, 6, 7};
        WilsonMatrix wilson = coordinates.wilson(positions, free);
        assertThat(wilson.values()).containsExactly(coordinates.values(positions));
        for (int atom = 0; atom < free.length; atom++) {
            for (int axis = 0; axis < 3 && free[atom] >= 0; axis++) {
                double[] unit = new double[30];
                unit[3 * free[atom] + axis] = 1;
                double[] up = positions.clone();
                double[] down = positions.clone();
                up[3 * atom + axis] += STEP;
                down[3 * atom + axis] -= STEP;
                double[] change = coordinates.differences(coordinates.values(up), coordinates.values(down));
                double[] column = wilson.times(unit);
                for (int k = 0; k < column.length; k++) {
                    assertThat(column[k])
                            .as("%s", coordinates.primitives().get(k))
                            .isCloseTo(change[k] / (2 * STEP), within(1e-6));
                }
            }
        }
    }

    @Test
    void theProductIsThatOfTheMatrix() {
        InternalCoordinates coordinates = InternalCoordinates.of(ALLENE_WATER_ARGON);
        int[] free = IntStream.range(0, 11).toArray();
        WilsonMatrix wilson = coordinates.wilson(ALLENE_WATER_ARGON.positions(), free);
        double[] diagonal = new Random(3).doubles(wilson.rows()).toArray();
        double[] x = new Random(4).doubles(33).toArray();
        double[][] product = new double[33][33];
        wilson.addProduct(diagonal, product);
        double[] internal = wilson.times(x);
        for (int k = 0; k < internal.length; k++) {
            internal[k] *= diagonal[k];
        }
        double[] expected = wilson.transposeTimes(internal, 33);
        int[] ends = wilson.ends(33);
        for (int i = 0; i < 33; i++) {
            double sum = 0;
            for (int j = 0; j < 33; j++) {
                sum += (j < i ? product[j][i] : product[i][j]) * x[j];
                assertThat(j < ends[i] || product[i][j] == 0).isTrue();
            }
            assertThat(sum).isCloseTo(expected[i], within(1e-10));
        }
    }

    @Test
    void noticesThatItIsOutgrown() {
        InternalCoordinates coordinates = InternalCoordinates.of(ALLENE_WATER_ARGON);
        double[] positions = ALLENE_WATER_ARGON.positions();
        assertThat(coordinates.isOutgrown(positions)).isFalse();
        positions[1] += 0.4;
        assertThat(coordinates.isOutgrown(positions)).as("a chain bends").isTrue();
        double[] turned = ALLENE_WATER_ARGON.positions();
        for (int atom = 7; atom < 10; atom++) {
            turned[3 * atom] = -turned[3 * atom];
            turned[3 * atom + 1] = 8 - turned[3 * atom + 1];
        }
        assertThat(coordinates.isOutgrown(turned)).as("a fragment turns").isTrue();
    }

    @Test
    void suitsMoleculesOnly() {
        assertThat(InternalCoordinates.suit(ALLENE_WATER_ARGON)).isTrue();
        Random random = new Random(1);
        double[] dense = random.doubles(60, 0, 3).toArray();
        double[] thin = random.doubles(60, 0, 100).toArray();
        int[] argon = IntStream.range(0, 20).map(k -> 18).toArray();
        assertThat(InternalCoordinates.suit(AtomicSystem.of(argon, dense))).isFalse();
        assertThat(InternalCoordinates.suit(AtomicSystem.of(argon, thin))).isFalse();
    }
}
