package org.lowland.potential.equivariant;

/** A function that is 1 at distance 0 and goes smoothly to 0 at the cutoff, beyond which it is 0. */
public sealed interface Envelope permits PolynomialEnvelope, CosineEnvelope {

    /**
     * The value.
     *
     * @param x distance over cutoff, 0 or more
     */
    double value(double x);

    /** The derivative by x. */
    double slope(double x);
}
