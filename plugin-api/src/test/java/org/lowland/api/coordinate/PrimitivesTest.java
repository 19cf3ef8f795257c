package org.lowland.api.coordinate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrimitivesTest {
    private static final double STEP = 1e-5;

    /** Four to six atoms in general positions, an angle of 176° among them. */
    private static final double[] POSITIONS = {
        0.1, 0.2, -0.1, 1.3, 0.1, 0.3, 1.9, 1.4, 0.2, 3.2, 1.5, -0.4, -1.1, 0.35, -0.47, 0.2, -1.0, 0.9
    };

    private static final List<Primitive> ALL = List.of(
            new Distance(0, 2),
            new Angle(0, 1, 2),
            new Torsion(0, 1, 2, 3),
            new Torsion(5, 0, 4, 2),
            new OutOfPlane(0, 1, 4, 5),
            new LinearBend(1, 0, 4, 1, 0),
            new LinearBend(1, 0, 4, 1, 1),
            new LinearBend(1, 0, 4, 2, 1),
            new Translation(List.of(1, 3, 4), 2),
            new Direction(0, 3, 1, 1.7),
            new Rotation(new int[] {0, 1, 2, 3, 5}, turned(), 0),
            new Rotation(new int[] {0, 1, 2, 3, 5}, turned(), 1),
            new Rotation(new int[] {0, 1, 2, 3, 5}, POSITIONS, 2));

    /** A third of a turn about the diagonal. */
    private static double[] turned() {
        double[] turned = new double[POSITIONS.length];
        for (int k = 0; k < turned.length; k++) {
            turned[k] = POSITIONS[k / 3 * 3 + (k + 1) % 3];
        }
        return turned;
    }

    private static double[] rattled(long seed) {
        Random random = new Random(seed);
        double[] positions = POSITIONS.clone();
        for (int k = 0; k < positions.length; k++) {
            positions[k] += 0.1 * random.nextGaussian();
        }
        return positions;
    }

    @Test
    void gradientsAreThoseOfTheValues() {
        for (int seed = 0; seed < 20; seed++) {
            double[] positions = rattled(seed);
            for (Primitive primitive : ALL) {
                int[] atoms = primitive.atoms();
                double[] gradient = new double[3 * atoms.length];
                assertThat(primitive.evaluate(positions, gradient)).isEqualTo(primitive.value(positions));
                for (int k = 0; k < gradient.length; k++) {
                    double[] up = positions.clone();
                    double[] down = positions.clone();
                    up[3 * atoms[k / 3] + k % 3] += STEP;
                    down[3 * atoms[k / 3] + k % 3] -= STEP;
                    double slope = primitive.difference(primitive.value(up), primitive.value(down)) / (2 * STEP);
                    assertThat(gradient[k])
                            .as("%s, seed %d, %d", primitive, seed, k)
                            .isCloseTo(slope, within(1e-6));
                }
            }
        }
    }

    @Test
    void valuesAreTheUsualOnes() {
        double[] x = {1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1};
        assertThat(new Distance(0, 2).value(x)).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(new Angle(0, 1, 2).value(x)).isCloseTo(Math.PI / 2, within(1e-12));
        assertThat(new Angle(0, 2, 1).value(x)).isCloseTo(Math.PI / 4, within(1e-12));
        // Seen along +z, from the second atom to the third, x to y is clockwise.
        assertThat(new Torsion(0, 1, 2, 3).value(x)).isCloseTo(Math.PI / 2, within(1e-12));
        assertThat(new Torsion(3, 2, 1, 0).value(x)).isCloseTo(Math.PI / 2, within(1e-12));
        assertThat(new Translation(List.of(2, 3), 1).value(x)).isEqualTo(0.5);
    }

    @Test
    void rotationsAreHowFarAFragmentHasTurned() {
        int[] fragment = {0, 1, 2, 3, 5};
        double sum = 0;
        for (int component = 0; component < 3; component++) {
            Rotation rotation = new Rotation(fragment, turned(), component);
            assertThat(rotation.value(turned())).isCloseTo(0, within(1e-6));
            assertThat(rotation.turn(POSITIONS)).isCloseTo(2 * Math.PI / 3, within(1e-6));
            sum += rotation.value(POSITIONS) * rotation.value(POSITIONS);
            assertThat(Math.abs(rotation.value(POSITIONS)))
                    .isCloseTo(Math.abs(new Rotation(fragment, turned(), 0).value(POSITIONS)), within(1e-6));
        }
        assertThat(Math.sqrt(sum)).isGreaterThan(1);
    }

    @Test
    void torsionsGoTheShorterWayRound() {
        Torsion torsion = new Torsion(0, 1, 2, 3);
        assertThat(torsion.difference(-3.1, 3.1)).isCloseTo(2 * Math.PI - 6.2, within(1e-12));
        assertThat(torsion.difference(3.1, -3.1)).isCloseTo(6.2 - 2 * Math.PI, within(1e-12));
        assertThat(torsion.difference(0.3, 0.1)).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void bendsOfALineAreZeroAndGrowAsTheAngle() {
        double[] line = {-1.1, 0, 0, 0, 0, 0, 1.3, 0, 0};
        double tilt = 0.01;
        double[] bent = {-1.1, 0, 0, 0, 0, 0, 1.3 * Math.cos(tilt), 1.3 * Math.sin(tilt), 0};
        double sum = 0;
        for (LinearBend bend : LinearBend.pair(0, 1, 2, line)) {
            assertThat(bend.value(line)).isCloseTo(0, within(1e-12));
            sum += bend.value(bent) * bend.value(bent);
        }
        assertThat(Math.sqrt(sum)).isCloseTo(tilt, within(1e-5));
    }

    @Test
    void nothingIsNotANumberWhereAGradientIsUndefined() {
        double[] line = {0, 0, 0, 1, 0, 0, 2, 0, 0, 3, 0, 0};
        double[] heap = new double[12];
        for (double[] positions : List.of(line, heap)) {
            for (Primitive primitive : List.of(
                    new Distance(0, 1),
                    new Angle(0, 1, 2),
                    new Torsion(0, 1, 2, 3),
                    new OutOfPlane(0, 1, 2, 3),
                    new LinearBend(0, 1, 2, 0, 0),
                    new LinearBend(0, 1, 2, 1, 1))) {
                double[] gradient = new double[12];
                assertThat(primitive.evaluate(positions, gradient))
                        .as("%s", primitive)
                        .isFinite();
                for (double component : gradient) {
                    assertThat(component).as("%s", primitive).isFinite();
                }
            }
        }
    }
}
