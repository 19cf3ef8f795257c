package org.lowland.potential.equivariant;

import java.util.function.DoubleUnaryOperator;

/**
 * Nonlinear functions of one number, each with the factor that makes the mean square of its value 1 when its argument is
 * normally distributed with variance 1 (e3nn's {@code normalize2mom}).
 */
public enum Activation {
    /** x/(1 + exp(-x)). */
    SILU(x -> x / (1 + Math.exp(-x)), false),
    /** The hyperbolic tangent. */
    TANH(Math::tanh, true),
    /** 1/(1 + exp(-x)). */
    SIGMOID(x -> 1 / (1 + Math.exp(-x)), false);

    private final DoubleUnaryOperator function;
    private final boolean odd;
    private final double factor;

    Activation(DoubleUnaryOperator function, boolean odd) {
        this.function = function;
        this.odd = odd;
        this.factor = 1 / Math.sqrt(meanSquare(function));
    }

    /** Whether f(-x) = -f(x), which scalars of odd parity need. */
    public boolean isOdd() {
        return odd;
    }

    /** The function itself, without the factor. */
    public double value(double x) {
        return function.applyAsDouble(x);
    }

    /** What the function is multiplied by. */
    public double factor() {
        return factor;
    }

    /** The function times its factor. */
    public double normalized(double x) {
        return factor * value(x);
    }

    /** The trapezoidal rule, which is exact to rounding for a smooth function under a Gaussian. */
    private static double meanSquare(DoubleUnaryOperator function) {
        double step = 1.0 / 64;
        double sum = 0;
        for (int k = -768; k <= 768; k++) {
            double x = k * step;
            double value = function.applyAsDouble(x);
            sum += value * value * Math.exp(-x * x / 2);
        }
        return sum * step / Math.sqrt(2 * Math.PI);
    }
}
