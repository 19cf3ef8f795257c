package org.lowland.potential.analytic;

import java.util.Arrays;

/**
 * The pairs of one atom with others, as columns of numbers. Every loop over it does one thing to all pairs without a
 * branch, which the compiler turns into vector instructions. Confined to one thread; used again for the next atom.
 */
final class PairRow {
    /** So large that the smallest difference of two numbers times this is more than one. */
    private static final double STEEP = 1e300;

    final double[] x;
    final double[] y;
    final double[] z;
    final double[] squared;
    final double[] energy;
    final double[] slope;
    final double[] steep;
    final double[] gentle;
    private final double[] square;

    PairRow(int capacity) {
        x = new double[capacity];
        y = new double[capacity];
        z = new double[capacity];
        squared = new double[capacity];
        energy = new double[capacity];
        slope = new double[capacity];
        steep = new double[capacity];
        gentle = new double[capacity];
        square = new double[capacity];
    }

    /** Fills {@link #steep} and {@link #gentle} with (σ/r)<sup>n</sup> and (σ/r)<sup>m</sup>. */
    void powers(double squaredSigma, double n, double m, int from, int to) {
        if (n == 12 && m == 6) {
            twelveAndSix(squaredSigma, squared, steep, gentle, from, to);
            return;
        }
        power(squaredSigma, m, gentle, from, to);
        if (n == 2 * m) {
            multiply(gentle, gentle, steep, from, to);
        } else {
            power(squaredSigma, n, steep, from, to);
        }
    }

    private static void twelveAndSix(
            double squaredSigma, double[] squared, double[] steep, double[] gentle, int from, int to) {
        for (int k = from; k < to; k++) {
            double ratio = squaredSigma / squared[k];
            double six = ratio * ratio * ratio;
            gentle[k] = six;
            steep[k] = six * six;
        }
    }

    /** Even powers by repeated squaring, others by the logarithm. */
    private void power(double squaredSigma, double exponent, double[] result, int from, int to) {
        double half = exponent / 2;
        if (half != Math.rint(half)) {
            for (int k = from; k < to; k++) {
                result[k] = Math.pow(squaredSigma / squared[k], half);
            }
            return;
        }
        divide(squaredSigma, squared, square, from, to);
        Arrays.fill(result, from, to, 1);
        for (long bits = (long) half; bits > 0; bits >>= 1) {
            if ((bits & 1) == 1) {
                multiply(result, square, result, from, to);
            }
            multiply(square, square, square, from, to);
        }
    }

    private static void divide(double numerator, double[] denominator, double[] result, int from, int to) {
        for (int k = from; k < to; k++) {
            result[k] = numerator / denominator[k];
        }
    }

    private static void multiply(double[] one, double[] other, double[] product, int from, int to) {
        for (int k = from; k < to; k++) {
            product[k] = one[k] * other[k];
        }
    }

    /** Makes energy and slope zero where a distance is not below the cutoff. */
    static void cutOff(double squaredCutoff, double[] squared, double[] energy, double[] slope, int from, int to) {
        for (int k = from; k < to; k++) {
            double inside = Math.min(1, Math.max(0, (squaredCutoff - squared[k]) * STEEP));
            energy[k] *= inside;
            slope[k] *= inside;
        }
    }
}
