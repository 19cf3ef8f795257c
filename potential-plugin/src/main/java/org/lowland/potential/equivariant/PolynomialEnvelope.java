package org.lowland.potential.equivariant;

/**
 * 1 - (p+1)(p+2)/2 x^p + p(p+2) x^(p+1) - p(p+1)/2 x^(p+2): at 1 value, slope and curvature are zero, at 0 the first p - 1
 * derivatives are. Source: J. Gasteiger, J. Groß, S. Günnemann, Directional message passing for molecular graphs (ICLR
 * 2020), eq. 8.
 *
 * @param power p, at least 2
 */
public record PolynomialEnvelope(int power) implements Envelope {
    /** Checks the power. */
    public PolynomialEnvelope {
        if (power < 2 || power > 100) {
            throw new IllegalArgumentException("the envelope needs a power from 2 to 100: " + power);
        }
    }

    /** The factors of x^p, x^(p+1) and x^(p+2). */
    public double[] factors() {
        double p = power;
        return new double[] {-(p + 1) * (p + 2) / 2, p * (p + 2), -p * (p + 1) / 2};
    }

    @Override
    public double value(double x) {
        double[] factors = factors();
        return x >= 1 ? 0 : 1 + Math.pow(x, power) * (factors[0] + x * (factors[1] + x * factors[2]));
    }

    @Override
    public double slope(double x) {
        double[] factors = factors();
        return x >= 1
                ? 0
                : Math.pow(x, power - 1)
                        * (power * factors[0] + x * ((power + 1) * factors[1] + x * (power + 2) * factors[2]));
    }
}
