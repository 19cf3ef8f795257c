package org.lowland.potential.equivariant;

/**
 * (cos πx + 1)/2: value and slope are zero at the cutoff, the curvature is not. Source: J. Behler, M. Parrinello, Phys. Rev.
 * Lett. 98, 146401 (2007), eq. 3.
 */
public record CosineEnvelope() implements Envelope {
    @Override
    public double value(double x) {
        return x >= 1 ? 0 : (Math.cos(Math.PI * x) + 1) / 2;
    }

    @Override
    public double slope(double x) {
        return x >= 1 ? 0 : -Math.PI / 2 * Math.sin(Math.PI * x);
    }
}
