package org.lowland.potential.equivariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lowland.potential.equivariant.SphericalHarmonics.Normalization;

class SphericalHarmonicsTest {
    private static final int LARGEST = 6;

    private static double[] at(int degree, double[] v, Normalization normalization) {
        return SphericalHarmonics.of(degree, v[0], v[1], v[2], normalization);
    }

    @Test
    void areOrthonormalOverTheSphere() {
        for (int l = 0; l <= LARGEST; l++) {
            for (int k = 0; k <= l; k++) {
                for (int m = 0; m <= 2 * l; m++) {
                    for (int n = 0; n <= 2 * k; n++) {
                        int[] of = {l, m, k, n};
                        double overlap = Sphere.integral(v -> at(of[0], v, Normalization.INTEGRAL)[of[1]]
                                * at(of[2], v, Normalization.INTEGRAL)[of[3]]);
                        assertThat(overlap).isCloseTo(l == k && m == n ? 1 : 0, within(1e-12));
                    }
                }
            }
        }
    }

    /** The sum over m of products at two directions is the Legendre polynomial of the angle between them. */
    @Test
    void followTheAdditionTheorem() {
        Random random = new Random(1);
        for (int trial = 0; trial < 20; trial++) {
            double[] a = Sphere.direction(random);
            double[] b = Sphere.direction(random);
            double t = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
            double[] legendre = {
                1,
                t,
                (3 * t * t - 1) / 2,
                (5 * t * t * t - 3 * t) / 2,
                (35 * Math.pow(t, 4) - 30 * t * t + 3) / 8,
                (63 * Math.pow(t, 5) - 70 * t * t * t + 15 * t) / 8
            };
            for (int l = 0; l < legendre.length; l++) {
                double[] first = at(l, a, Normalization.NORM);
                double[] second = at(l, b, Normalization.NORM);
                double sum = 0;
                for (int m = 0; m <= 2 * l; m++) {
                    sum += first[m] * second[m];
                }
                assertThat(sum).as("degree %d", l).isCloseTo(legendre[l], within(1e-13));
            }
        }
    }

    @Test
    void areThePolynomialsInTheirOrder() {
        double x = 0.3;
        double y = -1.2;
        double z = 0.7;
        assertThat(SphericalHarmonics.of(0, x, y, z, Normalization.NORM)).containsExactly(1);
        assertThat(SphericalHarmonics.of(1, x, y, z, Normalization.NORM)).containsExactly(x, y, z);
        double root = Math.sqrt(3);
        assertThat(SphericalHarmonics.of(2, x, y, z, Normalization.NORM))
                .containsExactly(
                        new double[] {
                            root * x * z,
                            root * x * y,
                            y * y - (x * x + z * z) / 2,
                            root * y * z,
                            root / 2 * (z * z - x * x)
                        },
                        within(1e-14));
        assertThat(SphericalHarmonics.of(3, x, y, z, Normalization.NORM)[0])
                .isCloseTo(Math.sqrt(5.0 / 8) * x * (3 * z * z - x * x), within(1e-14));
        assertThat(SphericalHarmonics.of(3, x, y, z, Normalization.NORM)[3])
                .isCloseTo(y * (2 * y * y - 3 * x * x - 3 * z * z) / 2, within(1e-14));
        assertThat(SphericalHarmonics.of(4, x, y, z, Normalization.NORM)[8])
                .isCloseTo(Math.sqrt(35) / 8 * (x * x * x * x - 6 * x * x * z * z + z * z * z * z), within(1e-14));
        assertThat(SphericalHarmonics.of(1, x, y, z, Normalization.COMPONENT)[0])
                .isCloseTo(root * x, within(1e-15));
    }

    /** Homogeneous solutions of Laplace's equation, which the second differences of a polynomial tell. */
    @Test
    void solveLaplacesEquation() {
        double h = 1e-2;
        double[] v = {0.4, -0.3, 0.8};
        for (int l = 1; l <= 3; l++) {
            for (int m = 0; m <= 2 * l; m++) {
                double sum = -6 * at(l, v, Normalization.NORM)[m];
                for (int axis = 0; axis < 3; axis++) {
                    for (double side : new double[] {-h, h}) {
                        double[] moved = v.clone();
                        moved[axis] += side;
                        sum += at(l, moved, Normalization.NORM)[m];
                    }
                }
                assertThat(sum / (h * h)).isCloseTo(0, within(1e-10));
            }
        }
    }
}
