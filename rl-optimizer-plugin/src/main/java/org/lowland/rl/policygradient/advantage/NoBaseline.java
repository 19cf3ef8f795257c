package org.lowland.rl.policygradient.advantage;

import java.util.List;
import org.lowland.rl.policygradient.Episode;

/** Expects nothing: advantages are returns. */
public record NoBaseline<S, A>() implements Baseline<S, A> {

    @Override
    public double[][] values(List<Episode<S, A>> episodes, double[][] returns) {
        double[][] values = new double[returns.length][];
        for (int k = 0; k < values.length; k++) {
            values[k] = new double[returns[k].length];
        }
        return values;
    }

    @Override
    public NoBaseline<S, A> after(List<Episode<S, A>> episodes, double[][] returns) {
        return this;
    }

    @Override
    public double[] state() {
        return new double[0];
    }

    @Override
    public NoBaseline<S, A> withState(double[] state) {
        return this;
    }
}
