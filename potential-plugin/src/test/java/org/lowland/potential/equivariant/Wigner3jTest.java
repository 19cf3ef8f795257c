package org.lowland.potential.equivariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;
import org.lowland.potential.equivariant.SphericalHarmonics.Normalization;

class Wigner3jTest {
    private static final int LARGEST = 4;

    /** Values of printed tables (D. A. Varshalovich et al., Quantum Theory of Angular Momentum, 1988, chapter 8). */
    @Test
    void complexOnesAreThoseOfTheTables() {
        assertThat(Wigner3j.complex(1, 1, 0, 0, 0, 0)).isCloseTo(-1 / Math.sqrt(3), within(1e-15));
        assertThat(Wigner3j.complex(1, 1, 2, 0, 0, 0)).isCloseTo(Math.sqrt(2.0 / 15), within(1e-15));
        assertThat(Wigner3j.complex(2, 2, 2, 0, 0, 0)).isCloseTo(-Math.sqrt(2.0 / 35), within(1e-15));
        assertThat(Wigner3j.complex(2, 2, 4, 0, 0, 0)).isCloseTo(Math.sqrt(2.0 / 35), within(1e-15));
        assertThat(Wigner3j.complex(3, 2, 1, 0, 0, 0)).isCloseTo(-Math.sqrt(3.0 / 35), within(1e-15));
        assertThat(Wigner3j.complex(1, 1, 1, 1, -1, 0)).isCloseTo(1 / Math.sqrt(6), within(1e-15));
        assertThat(Wigner3j.complex(2, 1, 1, 2, -1, -1)).isCloseTo(1 / Math.sqrt(5), within(1e-15));
        assertThat(Wigner3j.complex(1, 1, 1, 0, 0, 0)).isZero();
        assertThat(Wigner3j.complex(1, 1, 3, 0, 0, 0)).isZero();
        assertThat(Wigner3j.complex(1, 1, 2, 1, 1, -1)).isZero();
    }

    @Test
    void complexOnesAreOrthogonal() {
        for (int l1 = 0; l1 <= LARGEST; l1++) {
            for (int l2 = 0; l2 <= LARGEST; l2++) {
                for (int l = Math.abs(l1 - l2); l <= l1 + l2; l++) {
                    for (int k = Math.abs(l1 - l2); k <= l1 + l2; k++) {
                        for (int m = -Math.min(l, k); m <= Math.min(l, k); m++) {
                            double sum = 0;
                            for (int m1 = -l1; m1 <= l1; m1++) {
                                sum += (2 * l + 1)
                                        * Wigner3j.complex(l1, l2, l, m1, m - m1, -m)
                                        * Wigner3j.complex(l1, l2, k, m1, m - m1, -m);
                            }
                            assertThat(sum).isCloseTo(l == k ? 1 : 0, within(1e-12));
                        }
                    }
                }
            }
        }
    }

    /** Coupling three turned features is coupling them unturned, for finite rotations. */
    @Test
    void realOnesAreInvariantUnderRotations() {
        double[][] rotation = Sphere.orthogonal(new Random(5), false);
        forAllTriples((l1, l2, l3) -> {
            double[][][] c = Wigner3j.real(l1, l2, l3);
            double[][] d1 = WignerD.of(Irrep.ofHarmonics(l1), rotation);
            double[][] d2 = WignerD.of(Irrep.ofHarmonics(l2), rotation);
            double[][] d3 = WignerD.of(Irrep.ofHarmonics(l3), rotation);
            double norm = 0;
            for (int a = 0; a < c.length; a++) {
                for (int b = 0; b < c[a].length; b++) {
                    for (int k = 0; k < c[a][b].length; k++) {
                        norm += c[a][b][k] * c[a][b][k];
                        double sum = 0;
                        for (int i = 0; i < c.length; i++) {
                            for (int j = 0; j < c[i].length; j++) {
                                for (int m = 0; m < c[i][j].length; m++) {
                                    sum += d1[a][i] * d2[b][j] * d3[k][m] * c[i][j][m];
                                }
                            }
                        }
                        assertThat(sum).isCloseTo(c[a][b][k], within(1e-10));
                    }
                }
            }
            assertThat(norm).isCloseTo(1, within(1e-12));
        });
    }

    /** The mean of a product of three harmonics over the sphere is the complex (l1 l2 l3; 000) times the real ones. */
    @Test
    void realOnesAreTheIntegralsOfThreeHarmonics() {
        forAllTriples((l1, l2, l3) -> {
            if ((l1 + l2 + l3) % 2 == 0) {
                double[][][] c = Wigner3j.real(l1, l2, l3);
                double sign = 0;
                for (int a = 0; a < c.length; a++) {
                    for (int b = 0; b < c[a].length; b++) {
                        for (int k = 0; k < c[a][b].length; k++) {
                            int[] at = {a, b, k};
                            double mean = Sphere.integral(v ->
                                            harmonic(l1, v, at[0]) * harmonic(l2, v, at[1]) * harmonic(l3, v, at[2]))
                                    / (4 * Math.PI);
                            double expected = Wigner3j.complex(l1, l2, l3, 0, 0, 0) * c[a][b][k];
                            if (sign == 0 && Math.abs(expected) > 1e-6) {
                                sign = Math.signum(expected * mean);
                            }
                            assertThat(mean).isCloseTo(sign * expected, within(1e-12));
                        }
                    }
                }
                assertThat(sign).isNotZero();
            }
        });
    }

    private static double harmonic(int l, double[] v, int component) {
        return SphericalHarmonics.of(l, v[0], v[1], v[2], Normalization.NORM)[component];
    }

    @Test
    void threeVectorsCoupleByTheCrossProduct() {
        double[][][] c = Wigner3j.real(1, 1, 1);
        double sixth = 1 / Math.sqrt(6);
        assertThat(c[0][1][2]).isCloseTo(sixth, within(1e-15));
        assertThat(c[1][2][0]).isCloseTo(sixth, within(1e-15));
        assertThat(c[2][0][1]).isCloseTo(sixth, within(1e-15));
        assertThat(c[1][0][2]).isCloseTo(-sixth, within(1e-15));
        double[][][] dot = Wigner3j.real(1, 1, 0);
        assertThat(dot[1][1][0]).isCloseTo(1 / Math.sqrt(3), within(1e-15));
        assertThatThrownBy(() -> Wigner3j.real(1, 1, 3)).hasMessageContaining("do not couple");
    }

    /** Four couplings closed to a tetrahedron are, up to sign, the 6j symbol, which Racah's other formula gives. */
    @Test
    void recouplingGivesTheSixJ() {
        int[][] sextets = {
            {1, 1, 1, 1, 1, 1},
            {1, 1, 2, 1, 1, 2},
            {1, 1, 2, 1, 1, 0},
            {2, 2, 2, 2, 2, 2},
            {1, 2, 3, 2, 1, 2},
            {2, 2, 1, 1, 2, 2},
            {3, 2, 2, 1, 2, 3},
            {1, 2, 2, 3, 2, 2},
            {4, 2, 2, 2, 3, 3}
        };
        int zero = 0;
        for (int[] j : sextets) {
            double expected = sixJ(j[0], j[1], j[2], j[3], j[4], j[5]);
            double[][][] first = Wigner3j.real(j[0], j[1], j[2]);
            double[][][] second = Wigner3j.real(j[0], j[4], j[5]);
            double[][][] third = Wigner3j.real(j[3], j[1], j[5]);
            double[][][] fourth = Wigner3j.real(j[3], j[4], j[2]);
            double sum = 0;
            for (int a = 0; a < first.length; a++) {
                for (int b = 0; b < first[a].length; b++) {
                    for (int c = 0; c < first[a][b].length; c++) {
                        for (int d = 0; d < third.length; d++) {
                            for (int e = 0; e < second[a].length; e++) {
                                for (int f = 0; f < second[a][e].length; f++) {
                                    sum += first[a][b][c] * second[a][e][f] * third[d][b][f] * fourth[d][e][c];
                                }
                            }
                        }
                    }
                }
            }
            zero += Math.abs(expected) < 1e-12 ? 1 : 0;
            assertThat(Math.abs(sum)).isCloseTo(Math.abs(expected), within(1e-12));
        }
        assertThat(zero).as("sextets that vanish").isLessThan(2);
        assertThat(sixJ(1, 1, 1, 1, 1, 1)).isCloseTo(1.0 / 6, within(1e-14));
        assertThat(sixJ(2, 2, 2, 2, 2, 2)).isCloseTo(-3.0 / 70, within(1e-14));
    }

    private static double sixJ(int a, int b, int c, int d, int e, int f) {
        double size = triangle(a, b, c) * triangle(a, e, f) * triangle(d, b, f) * triangle(d, e, c);
        double sum = 0;
        int begin = Math.max(Math.max(a + b + c, a + e + f), Math.max(d + b + f, d + e + c));
        int end = Math.min(a + b + d + e, Math.min(b + c + e + f, c + a + f + d));
        for (int t = begin; t <= end; t++) {
            double term = factorial(t - a - b - c)
                    * factorial(t - a - e - f)
                    * factorial(t - d - b - f)
                    * factorial(t - d - e - c)
                    * factorial(a + b + d + e - t)
                    * factorial(b + c + e + f - t)
                    * factorial(c + a + f + d - t);
            sum += (t % 2 == 0 ? 1 : -1) * factorial(t + 1) / term;
        }
        return Math.sqrt(size) * sum;
    }

    private static double triangle(int a, int b, int c) {
        return factorial(a + b - c) * factorial(a - b + c) * factorial(b + c - a) / factorial(a + b + c + 1);
    }

    private static double factorial(int n) {
        return CombinatoricsUtils.factorialDouble(n);
    }

    private interface Triple {
        void check(int l1, int l2, int l3);
    }

    private static void forAllTriples(Triple triple) {
        for (int l1 = 0; l1 <= LARGEST; l1++) {
            for (int l2 = 0; l2 <= LARGEST; l2++) {
                for (int l3 = Math.abs(l1 - l2); l3 <= Math.min(LARGEST, l1 + l2); l3++) {
                    triple.check(l1, l2, l3);
                }
            }
        }
    }
}
