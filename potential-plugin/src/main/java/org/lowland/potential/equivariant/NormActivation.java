package org.lowland.potential.equivariant;

/**
 * A nonlinear function that turns with its argument: the length of every copy goes through an {@link Activation}, its
 * direction stays. Near length zero it is smooth: the length is √(|x|² + ε²), and zero stays zero.
 */
public final class NormActivation {
    private final Irreps irreps;
    private final Activation activation;
    private final double epsilon;

    /**
     * The function.
     *
     * @param irreps of argument and value
     * @param activation of the lengths
     * @param epsilon below which a length counts as small; positive
     */
    public NormActivation(Irreps irreps, Activation activation, double epsilon) {
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("epsilon must be positive: " + epsilon);
        }
        this.irreps = irreps;
        this.activation = activation;
        this.epsilon = epsilon;
    }

    /** f(|x|) x/|x| for every copy. */
    public double[] apply(double[] x) {
        if (x.length != irreps.dimension()) {
            throw new IllegalArgumentException(x.length + " numbers instead of " + irreps.dimension());
        }
        double[] result = new double[x.length];
        int begin = 0;
        for (Irreps.Term term : irreps.terms()) {
            int dimension = term.irrep().dimension();
            for (int u = 0; u < term.count(); u++, begin += dimension) {
                double square = epsilon * epsilon;
                for (int m = 0; m < dimension; m++) {
                    square += x[begin + m] * x[begin + m];
                }
                double length = Math.sqrt(square);
                for (int m = 0; m < dimension; m++) {
                    result[begin + m] = activation.value(length) / length * x[begin + m];
                }
            }
        }
        return result;
    }
}
