package org.lowland.potential.equivariant;

/**
 * exp(-(d - μ)²/2w²) with centers μ spread evenly from 0 to a cutoff and the distance between two of them as the width w.
 * Source: K. T. Schütt et al., SchNet (NeurIPS 2017).
 *
 * @param size how many, at least two
 * @param cutoff Å
 */
public record GaussianBasis(int size, double cutoff) implements RadialBasis {
    /** Checks the ranges. */
    public GaussianBasis {
        if (size < 2 || !(cutoff > 0 && Double.isFinite(cutoff))) {
            throw new IllegalArgumentException(
                    "a basis needs at least two functions and a cutoff: " + size + ", " + cutoff);
        }
    }

    /** The distance between two centers and the width of each function, Å. */
    public double width() {
        return cutoff / (size - 1);
    }

    @Override
    public double[] values(double distance) {
        double[] values = new double[size];
        for (int k = 0; k < size; k++) {
            double t = distance / width() - k;
            values[k] = Math.exp(-t * t / 2);
        }
        return values;
    }

    @Override
    public double[] slopes(double distance) {
        double[] slopes = values(distance);
        for (int k = 0; k < size; k++) {
            slopes[k] *= -(distance / width() - k) / width();
        }
        return slopes;
    }
}
