package org.lowland.rl.policygradient.advantage;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.Episode;

/**
 * What each step of some episodes was worth.
 *
 * @param returns from each step on; what a value function learns from
 * @param values advantages, which the gradient is weighted by
 */
public record Advantages(double[][] returns, double[][] values) {
    private static final double SMALLEST_DEVIATION = 1e-8;

    /**
     * Judges episodes.
     *
     * @param episodes of one iteration
     * @param settings how rewards add up
     * @param baseline what was to be expected
     * @param normalized whether advantages are shifted and scaled to a mean of 0 and a variance of 1 over all steps, which
     *     makes the step size independent of the unit of rewards and the gradient slightly biased
     * @param <S> states
     * @param <A> actions
     * @return returns and advantages of each step
     * @throws InputException when lambda is less than 1 and there is no value function, or the baseline lacks episodes
     */
    public static <S, A> Advantages of(
            List<Episode<S, A>> episodes, Returns settings, Baseline<S, A> baseline, boolean normalized) {
        double[] last = new double[episodes.size()];
        if (baseline instanceof ValueBaseline<S, A> critic) {
            last = critic.lastValues(episodes);
        } else if (settings.lambda() < 1 || settings.bootstrap()) {
            throw new InputException("lambda below 1 and bootstrap need a value function as baseline");
        }
        double[][] returns = new double[episodes.size()][];
        for (int k = 0; k < returns.length; k++) {
            last[k] = settings.bootstrap() && !episodes.get(k).terminal() ? last[k] : 0;
            returns[k] = settings.toGo(episodes.get(k).rewards(), last[k]);
        }
        double[][] expected = baseline.values(episodes, returns);
        double[][] advantages = new double[returns.length][];
        double[][] targets = new double[returns.length][];
        for (int k = 0; k < returns.length; k++) {
            advantages[k] = settings.lambda() < 1
                    ? settings.generalized(episodes.get(k).rewards(), appended(expected[k], last[k]))
                    : difference(returns[k], expected[k]);
            targets[k] = settings.lambda() < 1 ? sum(advantages[k], expected[k]) : returns[k];
        }
        if (normalized) {
            normalize(advantages);
        }
        if (settings.discountedSteps()) {
            discount(advantages, settings.discount());
        }
        return new Advantages(targets, advantages);
    }

    private static double[] appended(double[] values, double last) {
        double[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = last;
        return all;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        Arrays.setAll(difference, k -> a[k] - b[k]);
        return difference;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, k -> a[k] + b[k]);
        return sum;
    }

    private static void normalize(double[][] advantages) {
        double[] all = Arrays.stream(advantages).flatMapToDouble(Arrays::stream).toArray();
        double mean = new Mean().evaluate(all);
        double deviation = all.length < 2 ? 0 : new StandardDeviation().evaluate(all);
        for (double[] course : advantages) {
            for (int step = 0; step < course.length; step++) {
                course[step] = (course[step] - mean) / (deviation + SMALLEST_DEVIATION);
            }
        }
    }

    private static void discount(double[][] advantages, double discount) {
        for (double[] course : advantages) {
            double weight = 1;
            for (int step = 0; step < course.length; step++) {
                course[step] *= weight;
                weight *= discount;
            }
        }
    }
}
