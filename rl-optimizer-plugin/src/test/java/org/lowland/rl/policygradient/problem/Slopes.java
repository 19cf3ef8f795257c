package org.lowland.rl.policygradient.problem;

import java.util.function.ToDoubleFunction;

/** Gradients by central differences. */
public final class Slopes {
    private static final double STEP = 1e-5;

    private Slopes() {}

    public static double[] of(ToDoubleFunction<double[]> function, double[] place) {
        double[] gradient = new double[place.length];
        for (int k = 0; k < place.length; k++) {
            double[] moved = place.clone();
            moved[k] = place[k] + STEP;
            double above = function.applyAsDouble(moved);
            moved[k] = place[k] - STEP;
            gradient[k] = (above - function.applyAsDouble(moved)) / (2 * STEP);
        }
        return gradient;
    }
}
