package org.lowland.rl.strider.policy;

/** The hyperbolic tangent by one exponential, which is several times as fast as {@link Math#tanh}. */
final class Tanh {
    private Tanh() {}

    /**
     * The hyperbolic tangent.
     *
     * @param x any
     * @return its tangent with an absolute error of some 1e-16
     */
    static double of(double x) {
        return 1 - 2 / (Math.exp(2 * x) + 1);
    }
}
