package org.lowland.rl.policygradient.policy;

import java.util.Arrays;

/** Checks of parameter vectors. */
final class ParameterVector {
    private ParameterVector() {}

    static double[] copy(double[] parameters, int size) {
        if (parameters.length != size) {
            throw new IllegalArgumentException("the policy has " + size + " parameters, not " + parameters.length);
        }
        return Arrays.copyOf(parameters, size);
    }
}
