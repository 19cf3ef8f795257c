package org.lowland.potential.equivariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lowland.potential.equivariant.SphericalHarmonics.Normalization;

class WignerDTest {
    private static final double[][] HALF_TURN = {{-1, 0, 0}, {0, -1, 0}, {0, 0, 1}};
    private static final double[][] IDENTITY = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private static final double[][] ABOUT_Y = {{0, 0, 1}, {0, 1, 0}, {-1, 0, 0}};

    @Test
    void turnsTheHarmonics() {
        Random random = new Random(2);
        for (double[][] matrix : List.of(
                IDENTITY,
                HALF_TURN,
                ABOUT_Y,
                Sphere.orthogonal(random, false),
                Sphere.orthogonal(random, false),
                Sphere.orthogonal(random, true))) {
            for (int l = 0; l <= 6; l++) {
                double[] v = Sphere.direction(random);
                double[] w = Sphere.apply(matrix, v);
                double[] turned = Sphere.apply(
                        WignerD.of(Irrep.ofHarmonics(l), matrix),
                        SphericalHarmonics.of(l, v[0], v[1], v[2], Normalization.COMPONENT));
                assertThat(SphericalHarmonics.of(l, w[0], w[1], w[2], Normalization.COMPONENT))
                        .as("degree %d", l)
                        .containsExactly(turned, within(1e-10));
            }
        }
    }

    @Test
    void isTheMatrixItselfForVectorsAndARepresentationForAll() {
        Random random = new Random(3);
        double[][] a = Sphere.orthogonal(random, false);
        double[][] b = Sphere.orthogonal(random, true);
        double[][] vector = WignerD.of(Irrep.parse("1o"), b);
        double[][] pseudovector = WignerD.of(Irrep.parse("1e"), b);
        for (int row = 0; row < 3; row++) {
            assertThat(vector[row]).containsExactly(b[row], within(1e-12));
            assertThat(pseudovector[row])
                    .containsExactly(new double[] {-b[row][0], -b[row][1], -b[row][2]}, within(1e-12));
        }
        double[][] product = multiply(a, b);
        for (String irrep : List.of("0o", "1o", "2o", "3e", "4e", "4o")) {
            double[][] whole = WignerD.of(Irrep.parse(irrep), product);
            double[][] parts = multiply(WignerD.of(Irrep.parse(irrep), a), WignerD.of(Irrep.parse(irrep), b));
            for (int row = 0; row < whole.length; row++) {
                assertThat(whole[row]).containsExactly(parts[row], within(1e-10));
            }
        }
    }

    /** The trace is the character: sin((l + 1/2) t)/sin(t/2) for a rotation by t, with cos t from the trace of the rotation. */
    @Test
    void hasTheCharacterOfItsDegree() {
        double[][] rotation = Sphere.orthogonal(new Random(4), false);
        double angle = Math.acos((trace(rotation) - 1) / 2);
        for (int l = 0; l <= 6; l++) {
            assertThat(trace(WignerD.of(Irrep.ofHarmonics(l), rotation)))
                    .isCloseTo(Math.sin((l + 0.5) * angle) / Math.sin(angle / 2), within(1e-10));
        }
    }

    @Test
    void refusesWhatIsNoRotation() {
        double[][] stretched = {{1, 0, 0}, {0, 1.1, 0}, {0, 0, 1}};
        assertThatThrownBy(() -> WignerD.of(Irrep.parse("1o"), stretched))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not orthogonal");
    }

    private static double trace(double[][] matrix) {
        double sum = 0;
        for (int k = 0; k < matrix.length; k++) {
            sum += matrix[k][k];
        }
        return sum;
    }

    private static double[][] multiply(double[][] a, double[][] b) {
        double[][] product = new double[a.length][a.length];
        for (int row = 0; row < a.length; row++) {
            for (int column = 0; column < a.length; column++) {
                for (int k = 0; k < a.length; k++) {
                    product[row][column] += a[row][k] * b[k][column];
                }
            }
        }
        return product;
    }
}
