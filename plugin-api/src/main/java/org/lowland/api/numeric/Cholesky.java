package org.lowland.api.numeric;

import java.util.Optional;

/**
 * The factorization A = UᵀU of a symmetric positive definite matrix. The inner loops run along rows, four pivots at a
 * time, so that the compiler vectorizes them; more at a time it does not. Immutable once made; thread-safe.
 */
public final class Cholesky {
    private static final int BLOCK = 4;

    private final double[][] upper;

    private Cholesky(double[][] upper) {
        this.upper = upper;
    }

    /**
     * Factorizes a matrix in place.
     *
     * @param matrix n rows of n numbers, of which the upper triangle is read; overwritten, and kept
     * @param smallest a pivot that is not larger than this ends the factorization; 0 or more
     * @return the factors, or nothing when the matrix is not positive definite by that measure
     */
    public static Optional<Cholesky> of(double[][] matrix, double smallest) {
        int n = matrix.length;
        for (int from = 0; from < n; from += BLOCK) {
            int to = Math.min(n, from + BLOCK);
            if (!factorizeRows(matrix, from, to, smallest)) {
                return Optional.empty();
            }
            if (to - from == BLOCK) {
                for (int i = to; i < n; i++) {
                    subtractFour(matrix[i], i, matrix, from);
                }
            }
        }
        return Optional.of(new Cholesky(matrix));
    }

    /** The rows of one block, to which all blocks before have been applied. */
    private static boolean factorizeRows(double[][] a, int from, int to, double smallest) {
        int n = a.length;
        for (int k = from; k < to; k++) {
            double[] row = a[k];
            for (int p = from; p < k; p++) {
                subtract(row, k, n, a[p], a[p][k]);
            }
            double pivot = row[k];
            if (!(pivot > smallest)) {
                return false;
            }
            double inverse = 1 / Math.sqrt(pivot);
            for (int j = k; j < n; j++) {
                row[j] *= inverse;
            }
        }
        return true;
    }

    private static void subtract(double[] row, int begin, int end, double[] other, double factor) {
        for (int j = begin; j < end; j++) {
            row[j] -= factor * other[j];
        }
    }

    private static void subtractFour(double[] row, int i, double[][] a, int from) {
        double[] r0 = a[from];
        double[] r1 = a[from + 1];
        double[] r2 = a[from + 2];
        double[] r3 = a[from + 3];
        double f0 = r0[i];
        double f1 = r1[i];
        double f2 = r2[i];
        double f3 = r3[i];
        for (int j = i; j < row.length; j++) {
            row[j] -= f0 * r0[j] + f1 * r1[j] + (f2 * r2[j] + f3 * r3[j]);
        }
    }

    /**
     * Solves A x = b.
     *
     * @param b n numbers
     * @return x, a new array
     */
    public double[] solve(double[] b) {
        double[] x = b.clone();
        int n = upper.length;
        for (int k = 0; k < n; k++) {
            double[] row = upper[k];
            double value = x[k] / row[k];
            x[k] = value;
            for (int j = k + 1; j < n; j++) {
                x[j] -= value * row[j];
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            double[] row = upper[k];
            double even = 0;
            double odd = 0;
            int j = k + 1;
            for (; j + 3 < n; j += 4) {
                even += row[j] * x[j] + row[j + 1] * x[j + 1];
                odd += row[j + 2] * x[j + 2] + row[j + 3] * x[j + 3];
            }
            for (; j < n; j++) {
                even += row[j] * x[j];
            }
            x[k] = (x[k] - even - odd) / row[k];
        }
        return x;
    }
}
