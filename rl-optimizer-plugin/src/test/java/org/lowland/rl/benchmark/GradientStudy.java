package org.lowland.rl.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.rl.policygradient.Episode;
import org.lowland.rl.policygradient.Workers;
import org.lowland.rl.policygradient.advantage.Baseline;
import org.lowland.rl.policygradient.advantage.NoBaseline;
import org.lowland.rl.policygradient.advantage.PerStart;
import org.lowland.rl.policygradient.advantage.Returns;
import org.lowland.rl.policygradient.algebra.Ascent;
import org.lowland.rl.policygradient.algebra.Vectors;
import org.lowland.rl.policygradient.method.Pathwise;
import org.lowland.rl.policygradient.method.Reinforce;
import org.lowland.rl.policygradient.method.RewardWeights;
import org.lowland.rl.policygradient.problem.Playing;
import org.lowland.rl.start.Liquid;
import org.lowland.rl.strider.episode.Reach;
import org.lowland.rl.strider.episode.Reward;
import org.lowland.rl.strider.episode.SearchEnvironment;
import org.lowland.rl.strider.episode.Situation;
import org.lowland.rl.strider.policy.Architecture;
import org.lowland.rl.strider.policy.StepFunction;
import org.lowland.rl.strider.policy.StepPolicy;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Compares the estimators of the gradient on a liquid: how much gradients from the same number of evaluations vary, and
 * what searches end with after trainings of the same number of evaluations.
 */
@Command(name = "GradientStudy", sortOptions = false)
public final class GradientStudy implements Callable<Integer> {
    private static final int HORIZON = TrainingComparison.HORIZON;
    private static final int SEARCH = 300;
    private static final int JUDGES = 40;

    /** Of one step: the evaluation itself; for pathwise gradients the two of a difference of forces more. */
    private static final int PATHWISE_COST = 3;

    @Option(names = "--gradients", defaultValue = "100", description = "gradients of each estimator; 0 for none")
    private int gradients;

    @Option(names = "--episodes", defaultValue = "8", description = "episodes of ten steps for a score function")
    private int episodes;

    @Option(names = "--atoms", defaultValue = "100")
    private int atoms;

    @Option(
            names = "--evaluations",
            defaultValue = "300000",
            description = "of each training; 0 for none. They go on where they were stopped")
    private long evaluations;

    @Option(names = "--only", defaultValue = "", description = "trainings whose name is this; all if empty")
    private String only;

    @Option(names = "--folder", required = true, description = "takes the trainings")
    private Path folder;

    /**
     * Runs the study.
     *
     * @param arguments as above
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new GradientStudy()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Liquid liquid = Liquid.named("kob-andersen");
        liquid = liquid.with(atoms, liquid.temperature());
        try (Potential potential = liquid.open();
                Workers workers = new Workers(1)) {
            List<AtomicSystem> starts = new ArrayList<>();
            for (int number = 0; number < 4; number++) {
                starts.add(liquid.sample(potential, 31, number).system());
            }
            if (gradients > 0) {
                variances(potential, starts, workers);
            }
        }
        if (evaluations > 0) {
            trainings();
        }
        return 0;
    }

    private void variances(Potential potential, List<AtomicSystem> starts, Workers workers) {
        StepFunction function = new StepFunction(Architecture.usual(List.of(28, 15), 1, 1));
        StepPolicy policy = new StepPolicy(function, new double[function.size()]);
        SearchEnvironment environment =
                new SearchEnvironment(potential, starts, HORIZON, Reward.LOWERED, new Reach(Reach.DEFAULT), 1);
        // As many evaluations for each gradient, whatever an estimator needs for an episode.
        int few = Math.max(1, (int) Math.round(episodes * (HORIZON + 1.0) / (PATHWISE_COST * HORIZON + 1)));
        Map<String, Function<Long, double[]>> estimators = new LinkedHashMap<>();
        estimators.put("score function", seed -> score(environment, policy, new NoBaseline<>(), seed, workers));
        estimators.put(
                "score function, baseline per start",
                seed -> score(environment, policy, new PerStart<>(), seed, workers));
        estimators.put(
                "pathwise",
                seed -> pathwise(environment, policy, new RewardWeights.Discounted(1), true, few, seed, workers));
        estimators.put(
                "pathwise, stopped at states",
                seed -> pathwise(environment, policy, new RewardWeights.Discounted(1), false, few, seed, workers));
        estimators.put(
                "published",
                seed -> pathwise(environment, policy, new RewardWeights.Published(0.9, 100), true, few, seed, workers));
        System.out.println(
                "| estimator | norm of the mean | variance | relative to the squared mean | cosine with pathwise |");
        System.out.println("|---|---|---|---|---|");
        Map<String, double[][]> all = new LinkedHashMap<>();
        estimators.forEach((name, estimator) -> {
            double[][] drawn = new double[gradients][];
            for (int k = 0; k < gradients; k++) {
                drawn[k] = estimator.apply((long) k);
            }
            all.put(name, drawn);
        });
        double[] reference = mean(all.get("pathwise"));
        all.forEach((name, drawn) -> {
            double[] mean = mean(drawn);
            double variance = 0;
            for (int p = 0; p < mean.length; p++) {
                double[] values = new double[drawn.length];
                for (int k = 0; k < values.length; k++) {
                    values[k] = drawn[k][p];
                }
                variance += new Variance().evaluate(values);
            }
            double norm = Vectors.norm(mean);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.3g | %.3g | %.3g | %.2f |%n",
                    name,
                    norm,
                    variance,
                    variance / (norm * norm),
                    Vectors.dot(mean, reference) / (norm * Vectors.norm(reference)));
        });
    }

    private static double[] mean(double[][] drawn) {
        double[] mean = new double[drawn[0].length];
        for (double[] one : drawn) {
            for (int p = 0; p < mean.length; p++) {
                mean[p] += one[p] / drawn.length;
            }
        }
        return mean;
    }

    private double[] score(
            SearchEnvironment environment,
            StepPolicy policy,
            Baseline<Situation, double[]> baseline,
            long seed,
            Workers workers) {
        List<Episode<Situation, double[]>> played =
                Playing.episodes(environment, policy, HORIZON, episodes, seed, workers);
        return new Reinforce<Situation, double[]>(Ascent.Settings.plain(1), 0)
                .gradient(policy, Playing.batch(played, Returns.undiscounted(), baseline, seed), workers);
    }

    private static double[] pathwise(
            SearchEnvironment environment,
            StepPolicy policy,
            RewardWeights weights,
            boolean throughStates,
            int count,
            long seed,
            Workers workers) {
        List<Episode<Situation, double[]>> played =
                Playing.episodes(environment, policy, HORIZON, count, seed, workers);
        return new Pathwise<Situation, double[]>(environment, weights, throughStates, 0, Ascent.Settings.plain(1))
                .gradient(policy, played, workers);
    }

    private void trainings() throws IOException {
        String reinforce = "{name: reinforce, learning-rate: 0.02}";
        int pathwise = PATHWISE_COST * HORIZON + 1;
        List<TrainingComparison.Trained> all = List.of(
                new TrainingComparison.Trained(
                        "score function, noise on parameters",
                        "exploration: parameters, deviation: 0.15",
                        "",
                        reinforce,
                        "per-start",
                        1,
                        SEARCH + 1),
                actions("score function", reinforce, "none", HORIZON + 1),
                actions("score function, baseline per start", reinforce, "per-start", HORIZON + 1),
                actions("pathwise", "{name: pathwise, learning-rate: 0.02}", "none", pathwise),
                new TrainingComparison.Trained(
                        "published",
                        "exploration: actions, reward: published",
                        "",
                        "{name: pathwise, learning-rate: 0.02, weights: published}",
                        "none",
                        0.9,
                        pathwise + HORIZON));
        new TrainingComparison(folder, atoms, evaluations, SEARCH, JUDGES)
                .print(all.stream()
                        .filter(one -> only.isEmpty() || one.name().equals(only))
                        .toList());
    }

    private static TrainingComparison.Trained actions(String name, String method, String baseline, int episode) {
        return new TrainingComparison.Trained(name, "exploration: actions", "", method, baseline, 1, episode);
    }
}
