package org.lowland.rl.policygradient.method;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.lowland.rl.policygradient.Episode;
import org.lowland.rl.policygradient.Workers;
import org.lowland.rl.policygradient.advantage.Advantages;
import org.lowland.rl.policygradient.advantage.Baseline;
import org.lowland.rl.policygradient.advantage.MovingAverage;
import org.lowland.rl.policygradient.advantage.NoBaseline;
import org.lowland.rl.policygradient.advantage.PerStart;
import org.lowland.rl.policygradient.advantage.Returns;
import org.lowland.rl.policygradient.advantage.RidgeValue;
import org.lowland.rl.policygradient.advantage.ValueBaseline;
import org.lowland.rl.policygradient.algebra.Ascent;
import org.lowland.rl.policygradient.algebra.Vectors;
import org.lowland.rl.policygradient.function.Features;
import org.lowland.rl.policygradient.policy.GaussianPolicy;
import org.lowland.rl.policygradient.problem.Bowl;
import org.lowland.rl.policygradient.problem.Playing;

/**
 * Prints the total variance of gradients of a Gaussian policy in a bowl, each from eight episodes, by estimator. Takes no
 * arguments.
 */
final class VarianceTable {
    private static final Bowl BOWL = new Bowl(4);
    private static final int HORIZON = 5;
    private static final int EPISODES = 8;
    private static final int GRADIENTS = 4000;
    private static final Returns RETURNS = Returns.undiscounted();

    private VarianceTable() {}

    public static void main(String[] arguments) {
        GaussianPolicy<double[]> policy = BOWL.policy(0.2, -0.3, 0);
        try (Workers workers = new Workers(1)) {
            Map<String, Function<List<Episode<double[], double[]>>, double[]>> estimators = new LinkedHashMap<>();
            baselines(policy, workers)
                    .forEach((name, baseline) ->
                            estimators.put("score function, baseline " + name, some -> new Reinforce<
                                            double[], double[]>(Ascent.Settings.plain(1), 0)
                                    .gradient(policy, Playing.batch(some, RETURNS, baseline, 1), workers)));
            estimators.put("pathwise", some -> pathwise(new RewardWeights.Discounted(1), policy, some, workers));
            estimators.put("published", some -> pathwise(new RewardWeights.Published(1, 100), policy, some, workers));
            List<Episode<double[], double[]>> episodes = episodes(policy, GRADIENTS * EPISODES, 1, workers);
            estimators.forEach((name, estimator) -> print(System.out, name, gradients(estimator, episodes)));
        }
    }

    private static Map<String, Baseline<double[], double[]>> baselines(
            GaussianPolicy<double[]> policy, Workers workers) {
        List<Episode<double[], double[]>> earlier = episodes(policy, 4000, 2, workers);
        double[][] returns =
                Advantages.of(earlier, RETURNS, new NoBaseline<>(), false).returns();
        Map<String, Baseline<double[], double[]>> baselines = new LinkedHashMap<>();
        baselines.put("none", new NoBaseline<>());
        baselines.put("moving average", new MovingAverage<double[], double[]>(0.9, HORIZON).after(earlier, returns));
        baselines.put("per start", new PerStart<>());
        baselines.put(
                "value function",
                new ValueBaseline<double[], double[]>(new RidgeValue<>(new Powers(), 1e-6)).after(earlier, returns));
        return baselines;
    }

    /** The coordinate and its square. */
    private record Powers() implements Features<double[]> {
        @Override
        public int count() {
            return 2;
        }

        @Override
        public double[] of(double[] state) {
            return new double[] {state[0], state[0] * state[0]};
        }
    }

    private static List<Episode<double[], double[]>> episodes(
            GaussianPolicy<double[]> policy, int count, long seed, Workers workers) {
        return Playing.episodes(BOWL, policy, HORIZON, count, seed, workers);
    }

    private static double[] pathwise(
            RewardWeights weights,
            GaussianPolicy<double[]> policy,
            List<Episode<double[], double[]>> some,
            Workers workers) {
        return new Pathwise<double[], double[]>(BOWL, weights, true, 0, Ascent.Settings.plain(1))
                .gradient(policy, some, workers);
    }

    private static double[][] gradients(
            Function<List<Episode<double[], double[]>>, double[]> estimator,
            List<Episode<double[], double[]>> episodes) {
        double[][] gradients = new double[GRADIENTS][];
        for (int k = 0; k < GRADIENTS; k++) {
            gradients[k] = estimator.apply(episodes.subList(k * EPISODES, (k + 1) * EPISODES));
        }
        return gradients;
    }

    private static void print(PrintStream out, String name, double[][] gradients) {
        double[] mean = new double[gradients[0].length];
        double variance = 0;
        for (int p = 0; p < mean.length; p++) {
            int place = p;
            double[] values =
                    Arrays.stream(gradients).mapToDouble(g -> g[place]).toArray();
            mean[p] = Arrays.stream(values).average().orElseThrow();
            variance += new Variance().evaluate(values);
        }
        out.printf(
                "%-40s mean (%.4f, %.4f)  variance %.3g  relative %.3g%n",
                name, mean[0], mean[1], variance, variance / Vectors.dot(mean, mean));
    }
}
