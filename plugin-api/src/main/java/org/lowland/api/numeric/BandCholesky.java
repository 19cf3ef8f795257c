package org.lowland.api.numeric;

/**
 * The factorization A = UᵀU of a symmetric positive definite matrix whose rows end early: what lies beyond the end of a
 * row is zero and stays so. The inner loops run along rows, four pivots at a time, so that the compiler vectorizes
 * them. Immutable once made; thread-safe.
 */
public final class BandCholesky {
    private static final int BLOCK = 4;

    private final double[][] upper;
    private final int[] ends;

    /**
     * Factorizes a matrix in place. Pivots that rounding has made smaller than a given one are raised to it.
     *
     * @param matrix as {@link #rows} makes it, of which row i is read from column i to its end; overwritten, and kept
     * @param ends the end of each row, larger than i and never smaller than that of the row before; kept
     * @param smallest the smallest pivot, positive
     */
    public BandCholesky(double[][] matrix, int[] ends, double smallest) {
        this.upper = matrix;
        this.ends = ends;
        int n = matrix.length;
        for (int from = 0; from < n; from += BLOCK) {
            int to = Math.min(n, from + BLOCK);
            factorizeRows(from, to, smallest);
            if (to - from == BLOCK) {
                int end = ends[to - 1];
                for (int i = to; i < end; i++) {
                    subtractFour(matrix[i], i, end, matrix, from);
                }
            }
        }
    }

    /**
     * Rows of zeros, each as long as the factorization needs it.
     *
     * @param ends the end of each row
     * @return a new matrix
     */
    public static double[][] rows(int[] ends) {
        double[][] rows = new double[ends.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[ends[Math.min(rows.length - 1, i | BLOCK - 1)]];
        }
        return rows;
    }

    /** The rows of one block, to which all blocks before have been applied; all of them go on to the end of the last. */
    private void factorizeRows(int from, int to, double smallest) {
        for (int k = from; k < to; k++) {
            double[] row = upper[k];
            for (int p = from; p < k; p++) {
                subtract(row, k, ends[p], upper[p], upper[p][k]);
            }
            double pivot = Math.max(row[k], smallest);
            row[k] = pivot;
            double inverse = 1 / Math.sqrt(pivot);
            for (int j = k; j < ends[k]; j++) {
                row[j] *= inverse;
            }
        }
    }

    private static void subtract(double[] row, int begin, int end, double[] other, double factor) {
        for (int j = begin; j < end; j++) {
            row[j] -= factor * other[j];
        }
    }

    private static void subtractFour(double[] row, int i, int end, double[][] a, int from) {
        double[] r0 = a[from];
        double[] r1 = a[from + 1];
        double[] r2 = a[from + 2];
        double[] r3 = a[from + 3];
        double f0 = r0[i];
        double f1 = r1[i];
        double f2 = r2[i];
        double f3 = r3[i];
        for (int j = i; j < end; j++) {
            row[j] -= f0 * r0[j] + f1 * r1[j] + (f2 * r2[j] + f3 * r3[j]);
        }
    }

    /**
     * The number of pivots that are not larger than a given one: how many directions the matrix leaves without
     * resistance, where these are only kept from zero by something smaller.
     *
     * @param pivot to compare with
     * @return the number
     */
    public int pivotsUpTo(double pivot) {
        int count = 0;
        for (int k = 0; k < upper.length; k++) {
            count += upper[k][k] * upper[k][k] <= pivot ? 1 : 0;
        }
        return count;
    }

    /**
     * Solves A x = b.
     *
     * @param b n numbers
     * @return x, a new array
     */
    public double[] solve(double[] b) {
        return backward(forward(b));
    }

    private static double product(double[] row, double[] x, int begin, int end) {
        double even = 0;
        double odd = 0;
        int j = begin;
        for (; j + 3 < end; j += 4) {
            even += row[j] * x[j] + row[j + 1] * x[j + 1];
            odd += row[j + 2] * x[j + 2] + row[j + 3] * x[j + 3];
        }
        for (; j < end; j++) {
            even += row[j] * x[j];
        }
        return even + odd;
    }

    /**
     * Solves Uᵀ X = B for many right-hand sides at once, so that the solution Y of A Y = B has BᵀY = XᵀX.
     *
     * @param b n rows with one number for each right-hand side; overwritten with X
     */
    public void solveHalf(double[][] b) {
        int n = b.length;
        for (int from = 0; from < n; from += BLOCK) {
            int to = Math.min(n, from + BLOCK);
            for (int k = from; k < to; k++) {
                for (int p = from; p < k; p++) {
                    Vectors.add(b[k], -upper[p][k], b[p]);
                }
                Vectors.scale(b[k], 1 / upper[k][k]);
            }
            if (to - from == BLOCK) {
                int end = ends[to - 1];
                for (int j = to; j < end; j++) {
                    subtractSolved(b[j], j, b, from);
                }
            }
        }
    }

    private void subtractSolved(double[] row, int j, double[][] solved, int from) {
        double[] s0 = solved[from];
        double[] s1 = solved[from + 1];
        double[] s2 = solved[from + 2];
        double[] s3 = solved[from + 3];
        double f0 = upper[from][j];
        double f1 = upper[from + 1][j];
        double f2 = upper[from + 2][j];
        double f3 = upper[from + 3][j];
        for (int v = 0; v < row.length; v++) {
            row[v] -= f0 * s0[v] + f1 * s1[v] + (f2 * s2[v] + f3 * s3[v]);
        }
    }

    /**
     * The first half of {@link #solve}: y in Uᵀ y = b.
     *
     * @param b n numbers
     * @return y, a new array
     */
    public double[] forward(double[] b) {
        double[] x = b.clone();
        for (int k = 0; k < x.length; k++) {
            double[] row = upper[k];
            double value = x[k] / row[k];
            x[k] = value;
            for (int j = k + 1; j < ends[k]; j++) {
                x[j] -= value * row[j];
            }
        }
        return x;
    }

    /**
     * The second half of {@link #solve}: x in U x = y.
     *
     * @param y n numbers
     * @return x, a new array
     */
    public double[] backward(double[] y) {
        double[] x = y.clone();
        for (int k = x.length - 1; k >= 0; k--) {
            x[k] = (x[k] - product(upper[k], x, k + 1, ends[k])) / upper[k][k];
        }
        return x;
    }
}
