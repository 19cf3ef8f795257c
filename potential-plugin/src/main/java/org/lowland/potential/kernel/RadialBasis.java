package org.lowland.potential.kernel;

import org.lowland.potential.network.Painn;

/**
 * The functions of a distance that filters are made of: sin(nπd/rc) w(d)/d for n = 1 to R, and the envelope w(d) = 1 -
 * 28x⁶ + 48x⁷ - 21x⁸ of x = d/rc itself. In double precision: it is a small part of the work.
 */
final class RadialBasis {
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
}
