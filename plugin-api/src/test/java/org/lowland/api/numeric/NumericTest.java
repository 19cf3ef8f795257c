package org.lowland.api.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumericTest {

    /** Bands of every width and remainders of every block. */
    @Test
    void theFactorsSolve() {
        Random random = new Random(1);
        for (int n = 1; n < 40; n++) {
            int[] ends = new int[n];
            for (int i = 0; i < n; i++) {
                ends[i] = Math.min(n, Math.max(i == 0 ? 0 : ends[i - 1], i + 1 + random.nextInt(8)));
            }
            double[][] full = new double[n][n];
            double[][] band = BandCholesky.rows(ends);
            for (int i = 0; i < n; i++) {
                for (int j = i; j < ends[i]; j++) {
                    double value = random.nextGaussian() + (i == j ? 20 : 0);
                    full[i][j] = value;
                    full[j][i] = value;
                    band[i][j] = value;
                }
            }
            double[] x = random.doubles(n).toArray();
            double[] b = product(full, x);
            BandCholesky factors = new BandCholesky(band, ends, 1e-9);
            assertThat(factors.solve(b)).containsExactly(x, within(1e-10));
            assertThat(factors.pivotsUpTo(1e-3)).isZero();
            double[][] half = new double[n][2];
            for (int i = 0; i < n; i++) {
                half[i][0] = b[i];
                half[i][1] = x[i];
            }
            factors.solveHalf(half);
            double energy = 0;
            for (double[] row : half) {
                energy += row[0] * row[0];
            }
            assertThat(energy).as("bᵀA⁻¹b").isCloseTo(Vectors.dot(b, x), within(1e-8));
        }
    }

    @Test
    void countsTheDirectionsWithoutResistance() {
        int n = 9;
        double[][] chain = new double[n][n];
        for (int i = 0; i + 1 < n; i++) {
            chain[i][i] += 1;
            chain[i + 1][i + 1] += 1;
            chain[i][i + 1] -= 1;
        }
        int[] ends = new int[n];
        Arrays.setAll(ends, i -> Math.min(n, i + 2));
        assertThat(new BandCholesky(chain, ends, 1e-12).pivotsUpTo(1e-9)).isOne();
    }

    @Test
    void theEigenvectorsDiagonalize() {
        Random random = new Random(2);
        double[][] matrix = new double[6][6];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = random.nextGaussian();
                matrix[j][i] = matrix[i][j];
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(matrix);
        for (int k = 0; k < 6; k++) {
            double[] vector = new double[6];
            for (int i = 0; i < 6; i++) {
                vector[i] = eigen.vectors()[i][k];
            }
            assertThat(Vectors.dot(vector, vector)).isCloseTo(1, within(1e-12));
            double[] image = product(matrix, vector);
            Vectors.scale(vector, eigen.values()[k]);
            assertThat(image).containsExactly(vector, within(1e-10));
        }
    }

    @Test
    void outerProductsAreAddedToTheUpperTriangle() {
        for (int count = 0; count < 10; count++) {
            double[][] vectors = new double[count][];
            Random random = new Random(count);
            Arrays.setAll(vectors, k -> random.doubles(7).toArray());
            double[] coefficients = random.doubles(count).toArray();
            double[][] matrix = new double[7][7];
            Vectors.addOuterProducts(matrix, vectors, coefficients);
            for (int i = 0; i < 7; i++) {
                for (int j = i; j < 7; j++) {
                    double sum = 0;
                    for (int k = 0; k < count; k++) {
                        sum += coefficients[k] * vectors[k][i] * vectors[k][j];
                    }
                    assertThat(matrix[i][j]).isCloseTo(sum, within(1e-12));
                }
            }
        }
    }

    private static double[] product(double[][] matrix, double[] x) {
        return Arrays.stream(matrix).mapToDouble(row -> Vectors.dot(row, x)).toArray();
    }
}
