package org.lowland.api.numeric;

/** Plain loops over vectors and symmetric matrices. */
public final class Vectors {
    private Vectors() {}

    /**
     * The scalar product, summed in four parts so that one addition need not wait for the other.
     *
     * @param a n numbers
     * @param b n numbers
     * @return a·b
     */
    public static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int whole = a.length & ~3;
        for (int k = 0; k < whole; k += 4) {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
            s2 += a[k + 2] * b[k + 2];
            s3 += a[k + 3] * b[k + 3];
        }
        for (int k = whole; k < a.length; k++) {
            s0 += a[k] * b[k];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /**
     * Σ w a²: the square of a weighted length.
     *
     * @param a n numbers
     * @param weights n numbers
     * @return the sum
     */
    public static double square(double[] a, double[] weights) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += weights[k] * a[k] * a[k];
        }
        return sum;
    }

    /**
     * Adds a multiple of a vector to another.
     *
     * @param a n numbers, changed in place
     * @param factor of the multiple
     * @param b n numbers
     */
    public static void add(double[] a, double factor, double[] b) {
        for (int k = 0; k < a.length; k++) {
            a[k] += factor * b[k];
        }
    }

    /**
     * Multiplies a vector with a number.
     *
     * @param a changed in place
     * @param factor the number
     */
    public static void scale(double[] a, double factor) {
        for (int k = 0; k < a.length; k++) {
            a[k] *= factor;
        }
    }

    /**
     * The difference of two vectors.
     *
     * @param a n numbers
     * @param b n numbers
     * @return a - b, a new array
     */
    public static double[] difference(double[] a, double[] b) {
        double[] result = a.clone();
        add(result, -1, b);
        return result;
    }

    /**
     * Adds Σ c v vᵀ to the upper triangle of a symmetric matrix, four vectors at a time.
     *
     * @param matrix n rows of n numbers, changed in place
     * @param vectors of n numbers each
     * @param coefficients one for each vector
     */
    public static void addOuterProducts(double[][] matrix, double[][] vectors, double[] coefficients) {
        int whole = vectors.length & ~3;
        for (int i = 0; i < matrix.length; i++) {
            double[] row = matrix[i];
            for (int k = 0; k < whole; k += 4) {
                addFour(row, i, vectors, coefficients, k);
            }
            for (int k = whole; k < vectors.length; k++) {
                double[] v = vectors[k];
                double factor = coefficients[k] * v[i];
                for (int j = i; j < row.length; j++) {
                    row[j] += factor * v[j];
                }
            }
        }
    }

    private static void addFour(double[] row, int i, double[][] vectors, double[] coefficients, int k) {
        double[] v0 = vectors[k];
        double[] v1 = vectors[k + 1];
        double[] v2 = vectors[k + 2];
        double[] v3 = vectors[k + 3];
        double f0 = coefficients[k] * v0[i];
        double f1 = coefficients[k + 1] * v1[i];
        double f2 = coefficients[k + 2] * v2[i];
        double f3 = coefficients[k + 3] * v3[i];
        for (int j = i; j < row.length; j++) {
            row[j] += f0 * v0[j] + f1 * v1[j] + (f2 * v2[j] + f3 * v3[j]);
        }
    }
}
