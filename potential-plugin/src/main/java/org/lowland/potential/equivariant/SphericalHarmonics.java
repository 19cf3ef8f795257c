package org.lowland.potential.equivariant;

/**
 * Real spherical harmonics, as homogeneous polynomials of the components of a vector.
 *
 * <p>With y = r cos θ, z + ix = r sin θ exp(iφ) and the associated Legendre functions P without the Condon-Shortley phase,
 * the component m of degree l is √((2 - δ_m0) (l - |m|)!/(l + |m|)!) r^l P_l^|m|(cos θ) times sin |m|φ for m < 0, cos mφ
 * else, times the factor of the {@link Normalization}. Degree 1 is x, y, z.
 */
public final class SphericalHarmonics {

    /** How large they are on the unit sphere. */
    public enum Normalization {
        /** The squares of the components of one degree add up to 1. */
        NORM,
        /** They add up to 2l + 1: each component has a mean square of 1 over the sphere. */
        COMPONENT,
        /** The integral of each component's square over the sphere is 1. */
        INTEGRAL;

        double factor(int degree) {
            return switch (this) {
                case NORM -> 1;
                case COMPONENT -> Math.sqrt(2 * degree + 1);
                case INTEGRAL -> Math.sqrt((2 * degree + 1) / (4 * Math.PI));
            };
        }
    }

    private SphericalHarmonics() {}

    /**
     * The harmonics of a degree at a vector; those of length 1 give the values on the sphere.
     *
     * @param degree 0 or more
     * @return the 2l + 1 components, m = -l..l
     */
    public static double[] of(int degree, double x, double y, double z, Normalization normalization) {
        double square = x * x + y * y + z * z;
        double[] values = new double[2 * degree + 1];
        double cosine = 1;
        double sine = 0;
        for (int m = 0; m <= degree; m++) {
            double size = normalization.factor(degree) * scale(degree, m) * legendre(degree, m, y, square);
            values[degree + m] = size * cosine;
            if (m > 0) {
                values[degree - m] = size * sine;
            }
            double next = cosine * z - sine * x;
            sine = cosine * x + sine * z;
            cosine = next;
        }
        return values;
    }

    private static double scale(int degree, int m) {
        double ratio = m == 0 ? 1 : 2;
        for (int k = degree - m + 1; k <= degree + m; k++) {
            ratio /= k;
        }
        return Math.sqrt(ratio);
    }

    /** r^(l-m) P_l^m(y/r) / sin^m θ by the recursion over l. */
    private static double legendre(int degree, int m, double y, double square) {
        double current = 1;
        for (int k = 1; k <= m; k++) {
            current *= 2 * k - 1;
        }
        double before = 0;
        for (int l = m + 1; l <= degree; l++) {
            double next = ((2 * l - 1) * y * current - (l + m - 1) * square * before) / (l - m);
            before = current;
            current = next;
        }
        return current;
    }
}
