package org.lowland.rl.policygradient.advantage;

import java.util.Arrays;
import java.util.List;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.Episode;

/**
 * Expects what earlier iterations had on average at the same step of an episode. The first iteration has no baseline,
 * because its own average would depend on its actions.
 *
 * @param <S> states
 * @param <A> actions
 */
public final class MovingAverage<S, A> implements Baseline<S, A> {
    private final double decay;
    private final double[] sums;
    private final double[] weights;

    /**
     * A baseline that has seen nothing.
     *
     * @param decay what an iteration counts after one more, at least 0 and less than 1
     * @param horizon most steps of an episode
     */
    public MovingAverage(double decay, int horizon) {
        this(decay, new double[horizon], new double[horizon]);
        if (!(decay >= 0 && decay < 1)) {
            throw new InputException("The decay of a moving average must be 0 or more and less than 1, not " + decay);
        }
    }

    private MovingAverage(double decay, double[] sums, double[] weights) {
        this.decay = decay;
        this.sums = sums;
        this.weights = weights;
    }

    @Override
    public double[][] values(List<Episode<S, A>> episodes, double[][] returns) {
        double[][] values = new double[returns.length][];
        for (int k = 0; k < values.length; k++) {
            values[k] = new double[returns[k].length];
            for (int step = 0; step < values[k].length; step++) {
                values[k][step] = weights[step] > 0 ? sums[step] / weights[step] : 0;
            }
        }
        return values;
    }

    @Override
    public MovingAverage<S, A> after(List<Episode<S, A>> episodes, double[][] returns) {
        double[] nextSums = sums.clone();
        double[] nextWeights = weights.clone();
        for (int step = 0; step < sums.length; step++) {
            double sum = 0;
            int count = 0;
            for (double[] course : returns) {
                if (step < course.length) {
                    sum += course[step];
                    count++;
                }
            }
            if (count > 0) {
                nextSums[step] = decay * sums[step] + (1 - decay) * sum / count;
                nextWeights[step] = decay * weights[step] + (1 - decay);
            }
        }
        return new MovingAverage<>(decay, nextSums, nextWeights);
    }

    @Override
    public double[] state() {
        double[] state = Arrays.copyOf(sums, 2 * sums.length);
        System.arraycopy(weights, 0, state, sums.length, weights.length);
        return state;
    }

    @Override
    public MovingAverage<S, A> withState(double[] state) {
        if (state.length != 2 * sums.length) {
            throw new IllegalArgumentException("the state is of a moving average over another horizon");
        }
        return new MovingAverage<>(
                decay, Arrays.copyOf(state, sums.length), Arrays.copyOfRange(state, sums.length, state.length));
    }
}
