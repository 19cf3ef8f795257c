package org.lowland.rl.benchmark;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.train.TrainerProvider;
import org.lowland.rl.policygradient.ConfidenceInterval;
import org.lowland.rl.start.Liquid;
import org.lowland.rl.strider.Plan;
import org.lowland.rl.strider.Strider;
import org.lowland.rl.strider.episode.Reach;
import org.lowland.rl.strider.policy.PolicyFile;
import org.lowland.rl.strider.policy.StepFunction;
import org.lowland.rl.strider.policy.StepPolicy;
import org.lowland.rl.strider.train.StriderTrainer;

/**
 * Trains policies of {@code strider} with the same number of evaluations each and compares what whole searches end with,
 * from the same liquids that none has learned on, with the same random numbers.
 *
 * @param folder takes the trainings; one that is there is not done again
 * @param atoms of the liquids
 * @param training evaluations of each training
 * @param search evaluations of each search, in training and afterwards
 * @param judges how many liquids the ends are compared on
 */
record TrainingComparison(Path folder, int atoms, long training, int search, int judges) {
    static final int HORIZON = 10;
    private static final int EPISODES = 32;
    private static final long JUDGING_SEED = 2000;

    /**
     * One training.
     *
     * @param name in the table
     * @param exploration and what else the recipe has, as YAML
     * @param architecture what is added to it, as YAML
     * @param method as YAML
     * @param baseline its name
     * @param discount of rewards
     * @param episode evaluations of an episode, those for its gradient too
     */
    record Trained(
            String name,
            String exploration,
            String architecture,
            String method,
            String baseline,
            double discount,
            int episode) {}

    /** Trains all and prints a row for each, that of the untrained policy first. */
    void print(List<Trained> all) throws IOException {
        Liquid usual = Liquid.named("kob-andersen");
        Liquid liquid = usual.with(atoms, usual.temperature());
        try (Potential potential = liquid.open()) {
            List<AtomicSystem> starts = new ArrayList<>();
            for (int number = 0; number < judges; number++) {
                starts.add(liquid.sample(potential, JUDGING_SEED, number).system());
            }
            System.out.printf(
                    Locale.ROOT,
                    "%n%d atoms, trainings of %d evaluations, searches of %d from %d liquids, eV per atom%n%n",
                    atoms,
                    training,
                    search,
                    judges);
            System.out.println("| training | end | less than untrained by |");
            System.out.println("|---|---|---|");
            double[] untrained = null;
            for (Trained one : all) {
                PolicyFile file = train(one);
                StepFunction function = new StepFunction(file.architecture());
                if (untrained == null) {
                    untrained = ends(new StepPolicy(function, new double[function.size()]), potential, starts);
                    row("untrained", untrained, untrained);
                }
                row(one.name(), ends(file.policy(), potential, starts), untrained);
            }
        }
    }

    private static void row(String name, double[] ends, double[] untrained) {
        double[] lower = new double[ends.length];
        for (int k = 0; k < lower.length; k++) {
            lower[k] = untrained[k] - ends[k];
        }
        ConfidenceInterval end = ConfidenceInterval.of(ends);
        ConfidenceInterval difference = ConfidenceInterval.of(lower);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.4f ± %.4f | %.4f ± %.4f |%n",
                name,
                end.mean(),
                end.halfWidth(),
                difference.mean(),
                difference.halfWidth());
    }

    private double[] ends(StepPolicy policy, Potential potential, List<AtomicSystem> starts) {
        Strider optimizer =
                new Strider(Optional.of(policy), new Plan(new Reach(Reach.DEFAULT), 0.5, Plan.Descent.LBFGS));
        double[] ends = new double[starts.size()];
        for (int k = 0; k < ends.length; k++) {
            ends[k] = OptimizationLoop.builder(optimizer, potential)
                            .options(OptimizationOptions.defaults()
                                    .withSteps(Integer.MAX_VALUE)
                                    .withEvaluations(search)
                                    .withSeed(k))
                            .build()
                            .run(starts.get(k))
                            .evaluation()
                            .orElseThrow()
                            .energy()
                    / atoms;
        }
        return ends;
    }

    private PolicyFile train(Trained one) throws IOException {
        boolean ofParameters = one.exploration().contains("parameters");
        long iterations = Math.max(1, training / ((long) EPISODES * one.episode()));
        String name = one.name().replaceAll("[^a-z]+", "-");
        String text = String.format(
                Locale.ROOT,
                "{kind: strider, output: %s, liquid: kob-andersen, atoms: %d, training-starts: 32, validation-starts: 1,"
                        + " start-seed: 1000, %s, evaluations: %d, quench: 0.5, longest-step: 0.1, architecture:"
                        + " {elements: [28, 15], length: 1, energy: 1, cutoff: 1.6, hidden: [], keep: 0.93, mobility: 6e-4,"
                        + " noise: 7.5e-3%s}, learning: {seed: 1, iterations: %d, starts: 8, episodes-per-start: 4,"
                        + " horizon: %d, discount: %s, together: 4, evaluate-every: %d, keep: last, method: %s,"
                        + " baseline: {name: %s}}}",
                name,
                atoms,
                one.exploration(),
                search,
                one.architecture(),
                iterations,
                ofParameters ? 1 : HORIZON,
                one.discount(),
                iterations,
                one.method(),
                one.baseline());
        Files.createDirectories(folder);
        Path configuration = folder.resolve(name + ".yaml");
        Files.writeString(configuration, text);
        Path policy = folder.resolve(name).resolve(StriderTrainer.POLICY);
        if (!Files.exists(policy)) {
            PrintWriter log = new PrintWriter(System.err, true);
            new StriderTrainer()
                    .train(new TrainerProvider.Request(configuration, new YAMLMapper().readTree(text), false, log));
        }
        return PolicyFile.read(policy);
    }
}
