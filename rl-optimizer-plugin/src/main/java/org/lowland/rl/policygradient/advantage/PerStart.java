package org.lowland.rl.policygradient.advantage;

import java.util.List;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.Episode;

/**
 * Expects what the other episodes of the iteration had that began at the same start, at the same step; an episode that
 * was over by then had nothing. The episode itself is left out, so that the baseline does not depend on its actions. Each
 * start must be played at least twice in an iteration.
 *
 * @param <S> states
 * @param <A> actions
 */
public record PerStart<S, A>() implements Baseline<S, A> {

    @Override
    public double[][] values(List<Episode<S, A>> episodes, double[][] returns) {
        double[][] values = new double[returns.length][];
        for (int k = 0; k < values.length; k++) {
            values[k] = new double[returns[k].length];
            int others = 0;
            for (int other = 0; other < returns.length; other++) {
                if (other != k && episodes.get(other).start() == episodes.get(k).start()) {
                    others++;
                    add(returns[other], values[k]);
                }
            }
            if (others == 0) {
                throw new InputException("The start " + episodes.get(k).start() + " has one episode in this iteration;"
                        + " a baseline per start needs at least two: raise episodes-per-start");
            }
            for (int step = 0; step < values[k].length; step++) {
                values[k][step] /= others;
            }
        }
        return values;
    }

    private static void add(double[] course, double[] sum) {
        for (int step = 0; step < Math.min(course.length, sum.length); step++) {
            sum[step] += course[step];
        }
    }

    @Override
    public PerStart<S, A> after(List<Episode<S, A>> episodes, double[][] returns) {
        return this;
    }

    @Override
    public double[] state() {
        return new double[0];
    }

    @Override
    public PerStart<S, A> withState(double[] state) {
        return this;
    }
}
