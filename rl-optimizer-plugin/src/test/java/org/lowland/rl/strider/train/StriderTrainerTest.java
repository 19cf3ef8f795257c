package org.lowland.rl.strider.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.InputException;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.potential.Potential;
import org.lowland.io.train.TrainerProvider;
import org.lowland.rl.policygradient.train.PolicyTrainer;
import org.lowland.rl.start.Liquid;
import org.lowland.rl.strider.Plan;
import org.lowland.rl.strider.Strider;
import org.lowland.rl.strider.episode.Reach;
import org.lowland.rl.strider.policy.PolicyFile;
import org.lowland.rl.strider.policy.StepFunction;
import org.lowland.rl.strider.policy.StepPolicy;

class StriderTrainerTest {
    /** A motion far too slow for forty evaluations. */
    private static final String CONFIGURATION =
            """
            kind: strider
            output: out
            liquid: kob-andersen
            atoms: 20
            training-starts: 6
            validation-starts: 4
            start-seed: 5
            evaluations: 40
            quench: 0
            architecture: {elements: [28, 15], length: 1, energy: 1, cutoff: 1.2, keep: 0.5, mobility: 2e-4, noise: 0.005}
            """;

    private static final String BY_PARAMETERS =
            """
            exploration: parameters
            deviation: 0.2
            learning:
              {seed: 1, iterations: %d, starts: 4, episodes-per-start: 4, horizon: 1, evaluate-every: 5,
               method: {name: reinforce, learning-rate: 0.1}, baseline: {name: per-start}}
            """;

    private static final String BY_ACTIONS =
            """
            exploration: actions
            growing: true
            learning:
              {seed: 1, iterations: %d, starts: 2, episodes-per-start: 2, horizon: 10, evaluate-every: 1,
               method: {%s}, baseline: {name: per-start}}
            """;

    private static PolicyFile train(Path folder, String learning, boolean resume) throws IOException {
        Path configuration = folder.resolve("strider.yaml");
        String text = CONFIGURATION + learning;
        Files.writeString(configuration, text);
        new StriderTrainer()
                .train(new TrainerProvider.Request(
                        configuration, new YAMLMapper().readTree(text), resume, new PrintWriter(Writer.nullWriter())));
        return PolicyFile.read(folder.resolve("out").resolve(StriderTrainer.POLICY));
    }

    /** Mean energy for each atom that searches from structures of another seed end with. */
    private static double end(StepPolicy policy) {
        Liquid liquid = Liquid.named("kob-andersen").with(20, 2);
        Plan plan = new Plan(new Reach(Reach.DEFAULT), 0, Plan.Descent.LBFGS);
        double sum = 0;
        try (Potential potential = liquid.open()) {
            for (int number = 0; number < 12; number++) {
                sum += OptimizationLoop.builder(new Strider(Optional.of(policy), plan), potential)
                        .options(OptimizationOptions.defaults()
                                .withEvaluations(40)
                                .withSeed(number))
                        .build()
                        .run(liquid.sample(potential, 77, number).system())
                        .evaluation()
                        .orElseThrow()
                        .energy();
            }
        }
        return sum / 12 / 20;
    }

    @Test
    void aTrainedPolicyEndsLowerThanAnUntrainedOne(@TempDir Path folder) throws IOException {
        PolicyFile trained = train(folder, BY_PARAMETERS.formatted(30), false);
        StepFunction function = new StepFunction(trained.architecture());
        double before = end(new StepPolicy(function, new double[function.size()]));
        double after = end(trained.policy());
        assertThat(before - after)
                .as("eV for each atom, from %s to %s", before, after)
                .isGreaterThan(0.2);
    }

    @Test
    void goesOnWhereItStopped(@TempDir Path folder) throws IOException {
        Path whole = Files.createDirectory(folder.resolve("whole"));
        Path parts = Files.createDirectory(folder.resolve("parts"));
        for (String learning :
                new String[] {BY_PARAMETERS, BY_ACTIONS.replaceFirst("%s", "name: reinforce, learning-rate: 0.01")}) {
            double[] expected = train(whole, learning.formatted(10), false).parameters();
            train(parts, learning.formatted(5), false);
            assertThat(train(parts, learning.formatted(10), true).parameters()).isEqualTo(expected);
        }
    }

    @Test
    void goesOnFromAnotherPolicy(@TempDir Path folder) throws IOException {
        double[] before = train(folder, BY_PARAMETERS.formatted(3), false).parameters();
        Path earlier = folder.resolve("earlier.json");
        Files.move(folder.resolve("out").resolve(StriderTrainer.POLICY), earlier);
        String hardlyLearning =
                "initial: earlier.json\n" + BY_PARAMETERS.formatted(1).replace("rate: 0.1", "rate: 1e-9");
        double[] after = train(folder, hardlyLearning, false).parameters();
        assertThat(before).isNotEqualTo(new double[before.length]);
        assertThat(after).containsExactly(before, Offset.offset(1e-6)).isNotEqualTo(before);

        Files.writeString(earlier, Files.readString(earlier).replace("\"keep\" : 0.5", "\"keep\" : 0.6"));
        assertThatThrownBy(() -> train(folder, hardlyLearning, false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("earlier.json")
                .hasMessageContaining("leave 'initial' out");
    }

    @Test
    void learnsBySeveralMethods(@TempDir Path folder) throws IOException {
        for (String method : new String[] {
            "name: ppo, learning-rate: 0.001, batch: 16, passes: 2",
            "name: npg, solver: conjugate-gradients, iterations: 3",
            "name: pathwise, learning-rate: 0.001",
            "name: pathwise, learning-rate: 0.001, through-states: false, weights: published"
        }) {
            double[] learned =
                    train(folder, BY_ACTIONS.formatted(1, method), false).parameters();
            assertThat(learned).as(method).doesNotContain(Double.NaN).isNotEqualTo(new double[learned.length]);
            assertThat(folder.resolve("out").resolve(PolicyTrainer.TABLE)).exists();
        }
    }

    @Test
    void refusesWhatDoesNotFit(@TempDir Path folder) {
        assertThatThrownBy(() -> train(folder, BY_PARAMETERS.formatted(1).replace("horizon: 1", "horizon: 2"), false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("write 1");
        assertThatThrownBy(() -> train(folder, BY_PARAMETERS.formatted(1).replace("parameters", "thoughts"), false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("known: actions, parameters");
    }
}
