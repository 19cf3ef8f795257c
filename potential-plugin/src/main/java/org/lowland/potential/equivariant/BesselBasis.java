package org.lowland.potential.equivariant;

/**
 * √(2/c) sin(nπd/c)/d for n = 1, 2, ...: the spherical waves of degree 0 in a ball of radius c, orthonormal under ∫ d² dd.
 * Source: J. Gasteiger, J. Groß, S. Günnemann, Directional message passing for molecular graphs (ICLR 2020), eq. 7.
 *
 * @param size how many
 * @param cutoff c in Å
 */
public record BesselBasis(int size, double cutoff) implements RadialBasis {
    /** Checks the ranges. */
    public BesselBasis {
        if (size < 1 || !(cutoff > 0 && Double.isFinite(cutoff))) {
            throw new IllegalArgumentException(
                    "a basis needs at least one function and a cutoff: " + size + ", " + cutoff);
        }
    }

    @Override
    public double[] values(double distance) {
        double[] values = new double[size];
        for (int n = 1; n <= size; n++) {
            values[n - 1] = Math.sqrt(2 / cutoff) * Math.sin(n * Math.PI * distance / cutoff) / distance;
        }
        return values;
    }

    @Override
    public double[] slopes(double distance) {
        double[] slopes = new double[size];
        for (int n = 1; n <= size; n++) {
            double wave = n * Math.PI / cutoff;
            slopes[n - 1] = Math.sqrt(2 / cutoff)
                    * (wave * Math.cos(wave * distance) - Math.sin(wave * distance) / distance)
                    / distance;
        }
        return slopes;
    }
}
