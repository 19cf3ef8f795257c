package org.lowland.api.precondition;

/**
 * Every atom alike, for structures that no model knows. Immutable and thread-safe.
 *
 * @param fixed N flags; not to be changed
 * @param curvature in eV/Å²
 */
record UniformStiffness(boolean[] fixed, double curvature) implements Preconditioner {

    @Override
    public double[] solve(double[] forces) {
        double[] result = new double[forces.length];
        for (int k = 0; k < result.length; k++) {
            result[k] = fixed[k / 3] ? 0 : forces[k] / curvature;
        }
        return result;
    }
}
