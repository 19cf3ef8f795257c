package org.lowland.rl.policygradient.algebra;

/** What is done with vectors everywhere. */
public final class Vectors {
    private Vectors() {}

    /** {@return the scalar product} */
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** {@return the Euclidean length} */
    public static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** Adds a multiple of a vector to another. */
    public static void addTo(double[] sum, double[] a, double weight) {
        for (int k = 0; k < a.length; k++) {
            sum[k] += weight * a[k];
        }
    }

    /** {@return the sum of a vector and a multiple of another} */
    public static double[] sum(double[] a, double[] b, double weight) {
        double[] sum = a.clone();
        addTo(sum, b, weight);
        return sum;
    }

    /** {@return whether every number is finite} */
    public static boolean isFinite(double[] a) {
        for (double x : a) {
            if (!Double.isFinite(x)) {
                return false;
            }
        }
        return true;
    }
}
