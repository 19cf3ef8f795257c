package org.lowland.potential.kernel;

import org.lowland.potential.network.Painn;

/**
 * The functions of a distance that filters are made of: sin(nπd/rc) w(d)/d for n = 1 to R, and the envelope w(d) = 1 -
 * 28x⁶ + 48x⁷ - 21x⁸ of x = d/rc itself, with two derivatives. In double precision: it is a small part of the work.
 */
final class RadialBasis {
    /** Segments of a table for each half-wave of the fastest function. */
    private static final int SEGMENTS_OF_A_HALF_WAVE = 12;
    /** The envelope asks for as many segments as this many half-waves do. */
    private static final int LEAST_HALF_WAVES = 8;

    private final int waves;
    private final double cutoff;

    RadialBasis(Painn painn) {
        this.waves = painn.radial();
        this.cutoff = painn.cutoff();
    }

    /** The number of functions, R + 1. */
    int size() {
        return waves + 1;
    }

    /** The number of equal segments that a table divides the distances up to the cutoff into. */
    int segments() {
        return SEGMENTS_OF_A_HALF_WAVE * Math.max(LEAST_HALF_WAVES, waves);
    }

    /** The length of a segment in Å. */
    double segment() {
        return cutoff / segments();
    }

    /**
     * Writes the values at a distance below the cutoff, and behind them the derivatives.
     *
     * @param into at least {@code begin + 2 size()} long
     */
    void fill(double distance, float[] into, int begin) {
        double x = distance / cutoff;
        double x5 = x * x * x * x * x;
        double envelope = 1 + x5 * x * (-28 + x * (48 - 21 * x));
        double slope = 168 * x5 * (x - 1) * (1 - x) / cutoff;
        double inverse = 1 / distance;
        double scaled = envelope * inverse;
        double scaledSlope = (slope - scaled) * inverse;
        double wave = Math.PI / cutoff;
        double sin1 = Math.sin(wave * distance);
        double cos1 = Math.cos(wave * distance);
        double sin = sin1;
        double cos = cos1;
        int derivatives = begin + waves + 1;
        for (int n = 1; n <= waves; n++) {
            into[begin + n - 1] = (float) (sin * scaled);
            into[derivatives + n - 1] = (float) (n * wave * cos * scaled + sin * scaledSlope);
            double next = sin * cos1 + cos * sin1;
            cos = cos * cos1 - sin * sin1;
            sin = next;
        }
        into[begin + waves] = (float) envelope;
        into[derivatives + waves] = (float) slope;
    }

    /**
     * Each function on each segment as a polynomial of the fifth degree in the fraction of the segment, with the exact
     * values and first two derivatives at both ends.
     *
     * @return rows of {@link #size()}: six coefficients of the first segment from the constant on, then of the next
     */
    float[] coefficients() {
        int size = size();
        float[] rows = new float[segments() * TabulatedFilters.COEFFICIENTS * size];
        double[] left = knot(0);
        for (int segment = 0; segment < segments(); segment++) {
            double[] right = knot(segment + 1);
            for (int function = 0; function < size; function++) {
                int at = segment * TabulatedFilters.COEFFICIENTS * size + function;
                double value = left[function];
                double slope = left[size + function];
                double halfCurvature = left[2 * size + function] / 2;
                // what the last three coefficients must make up for at the right end
                double gap = right[function] - value - slope - halfCurvature;
                double gapOfSlope = right[size + function] - slope - 2 * halfCurvature;
                double gapOfCurvature = right[2 * size + function] - 2 * halfCurvature;
                rows[at] = (float) value;
                rows[at + size] = (float) slope;
                rows[at + 2 * size] = (float) halfCurvature;
                rows[at + 3 * size] = (float) (10 * gap - 4 * gapOfSlope + gapOfCurvature / 2);
                rows[at + 4 * size] = (float) (-15 * gap + 7 * gapOfSlope - gapOfCurvature);
                rows[at + 5 * size] = (float) (6 * gap - 3 * gapOfSlope + gapOfCurvature / 2);
            }
            left = right;
        }
        return rows;
    }

    /** Values and first two derivatives of all functions at a knot; derivatives by the fraction of a segment. */
    private double[] knot(int knot) {
        double distance = knot * segment();
        double x = distance / cutoff;
        double x4 = x * x * x * x;
        double w = 1 + x4 * x * x * (-28 + x * (48 - 21 * x));
        double w1 = 168 * x4 * x * (x - 1) * (1 - x) / cutoff;
        double w2 = 168 * x4 * (-5 + x * (12 - 7 * x)) / (cutoff * cutoff);
        double[] all = new double[3 * size()];
        for (int n = 1; n <= waves; n++) {
            double k = n * Math.PI / cutoff;
            double sin = Math.sin(k * distance);
            double cos = Math.cos(k * distance);
            // sin(kd)/d and its derivatives; at d = 0 their limits
            double g = knot == 0 ? k : sin / distance;
            double g1 = knot == 0 ? 0 : (k * cos - g) / distance;
            double g2 = knot == 0 ? -k * k * k / 3 : (-k * k * sin - 2 * g1) / distance;
            set(all, n - 1, g * w, g1 * w + g * w1, g2 * w + 2 * g1 * w1 + g * w2);
        }
        set(all, waves, w, w1, w2);
        return all;
    }

    private void set(double[] all, int function, double value, double slope, double curvature) {
        all[function] = value;
        all[size() + function] = slope * segment();
        all[2 * size() + function] = curvature * segment() * segment();
    }
}
