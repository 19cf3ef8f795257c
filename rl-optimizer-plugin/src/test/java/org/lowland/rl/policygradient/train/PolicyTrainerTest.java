package org.lowland.rl.policygradient.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.Environment;
import org.lowland.rl.policygradient.Episode;
import org.lowland.rl.policygradient.advantage.MovingAverage;
import org.lowland.rl.policygradient.advantage.NetworkValue;
import org.lowland.rl.policygradient.advantage.NoBaseline;
import org.lowland.rl.policygradient.advantage.Returns;
import org.lowland.rl.policygradient.advantage.ValueBaseline;
import org.lowland.rl.policygradient.algebra.Ascent;
import org.lowland.rl.policygradient.algebra.ConjugateGradients;
import org.lowland.rl.policygradient.function.Features;
import org.lowland.rl.policygradient.function.Perceptron;
import org.lowland.rl.policygradient.method.NaturalGradient;
import org.lowland.rl.policygradient.method.Pathwise;
import org.lowland.rl.policygradient.method.ProximalClip;
import org.lowland.rl.policygradient.method.Reinforce;
import org.lowland.rl.policygradient.method.RewardWeights;
import org.lowland.rl.policygradient.policy.Deviation;
import org.lowland.rl.policygradient.policy.GaussianPolicy;
import org.lowland.rl.policygradient.problem.Bandit;
import org.lowland.rl.policygradient.problem.Bowl;

class PolicyTrainerTest {
    private static final int ITERATIONS = 20;

    @TempDir
    private Path folder;

    /** A bowl whose starts move away a little with each iteration, so that there is something to remember. */
    private record Widening(Bowl bowl, double shift)
            implements Environment<double[], double[]>, Curriculum<double[], double[]> {
        @Override
        public Environment<double[], double[]> environment() {
            return this;
        }

        @Override
        public Curriculum<double[], double[]> after(long iteration, List<Episode<double[], double[]>> episodes) {
            return new Widening(bowl, shift + 0.01 * episodes.get(0).last()[0]);
        }

        @Override
        public byte[] state() {
            return Double.toHexString(shift).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public Curriculum<double[], double[]> withState(byte[] state) {
            return new Widening(bowl, Double.parseDouble(new String(state, StandardCharsets.US_ASCII)));
        }

        @Override
        public int starts() {
            return bowl.starts();
        }

        @Override
        public double[] start(int start, RandomGenerator random) {
            return new double[] {bowl.start(start, random)[0] + shift + 0.1 * random.nextGaussian()};
        }

        @Override
        public Outcome<double[]> step(double[] state, double[] action, RandomGenerator random) {
            return bowl.step(state, action, random);
        }
    }

    private static Training<double[], double[]> training(String method, long iterations, int threads) {
        Bowl bowl = new Bowl(6);
        Perceptron<double[]> mean = new Perceptron<>(Features.identity(1), List.of(5), 1);
        Perceptron<double[]> value = new Perceptron<>(Features.identity(1), List.of(4), 1);
        return new Training<>(
                "a widening bowl",
                "bowl of six starts",
                new LoopSettings(3, iterations, 4, 6, 3, 5, threads, 5, true),
                new Returns(0.95, 0.9, false, true),
                true,
                new Widening(bowl, 0),
                GaussianPolicy.initial(mean, Deviation.shared(0.3), new Well19937c(1)),
                switch (method) {
                    case "reinforce" -> new Reinforce<>(Ascent.Settings.adam(0.05, 1), 0.01);
                    case "npg" ->
                        new NaturalGradient<>(new NaturalGradient.Settings(
                                0.01, 1e-3, NaturalGradient.Solver.AUTO, new ConjugateGradients(10, 1e-8), 0));
                    case "ppo" ->
                        new ProximalClip<>(
                                new ProximalClip.Settings(Ascent.Settings.adam(0.01, 1), 0.2, 3, 16, 0.02, 0.01));
                    default ->
                        new Pathwise<>(
                                bowl, new RewardWeights.Discounted(0.95), true, 0, Ascent.Settings.adam(0.05, 1));
                },
                new ValueBaseline<>(new NetworkValue<>(
                        value, value.initial(new Well19937c(2)), Ascent.Settings.adam(0.02, 10), 10)),
                Optional.of(Validation.greedy(bowl, 3, 4)));
    }

    /** The table but for the time it took. */
    private static List<String> withoutSeconds(Path run) throws IOException {
        return Files.readAllLines(run.resolve(PolicyTrainer.TABLE)).stream()
                .map(line -> line.replaceFirst("^(\\w+,\\w+,\\w+),[^,]*,", "$1,"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reinforce", "npg", "ppo", "pathwise"})
    void aRunThatWasStoppedEndsWhereItWouldHaveEndedWhateverTheNumberOfThreads(String method) throws IOException {
        Path whole = folder.resolve("whole");
        Path parts = folder.resolve("parts");
        double[] uninterrupted =
                Runs.run(training(method, ITERATIONS, 1), whole, false).policy().parameters();

        Runs.run(training(method, 7, 3), parts, false);
        Runs.run(training(method, 11, 1), parts, true);
        double[] resumed =
                Runs.run(training(method, ITERATIONS, 2), parts, true).policy().parameters();

        assertThat(resumed).containsExactly(uninterrupted);
        assertThat(withoutSeconds(parts)).isEqualTo(withoutSeconds(whole)).hasSize(ITERATIONS + 1);
        assertThat(resumed)
                .isNotEqualTo(training(method, ITERATIONS, 1).policy().parameters());
    }

    @Test
    void theFilesAreThere() throws IOException {
        StringWriter log = new StringWriter();
        new PolicyTrainer<>(training("ppo", 10, 1)).run(folder, false, new PrintWriter(log));

        assertThat(ImageIO.read(folder.resolve(PolicyTrainer.PICTURE).toFile()).getWidth())
                .isEqualTo(900);
        assertThat(Files.readAllLines(folder.resolve(PolicyTrainer.TABLE)).get(0))
                .startsWith("iteration,episodes,steps,seconds,return,");
        assertThat(log.toString().lines()).hasSize(2).allMatch(line -> line.contains("validation"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void aRunThatReplacesAnotherSaysSo() {
        Runs.run(training("ppo", 5, 1), folder, false);
        StringWriter log = new StringWriter();
        new PolicyTrainer<>(training("ppo", 5, 1)).run(folder, false, new PrintWriter(log));

        assertThat(log.toString()).contains("which this one replaces", "--resume");
    }

    @Test
    void theBestPolicyIsKept() {
        Bandit bandit = Bandit.of(1.0, 0.0);
        Training<String, Integer> backwards = new Training<>(
                "downhill",
                "bandit",
                new LoopSettings(1, 40, 1, 16, 1, 4, 1, 5, true),
                Returns.undiscounted(),
                false,
                Curriculum.constant(Bandit.of(0.0, 1.0)),
                bandit.policy(0.5, 0),
                new Reinforce<>(Ascent.Settings.plain(1), 0),
                new NoBaseline<>(),
                Optional.of((policy, workers) -> new double[] {policy.logProbability("", 0)}));

        PolicyTrainer.Result<String, Integer> result = Runs.run(backwards, folder, false);

        List<ReturnCurve.Point> points = result.curve().points();
        assertThat(points.get(4).validation()).isGreaterThan(points.get(39).validation());
        assertThat(result.policy().logProbability("", 0))
                .isCloseTo(points.get(4).validation(), within(1e-12));
    }

    @Test
    void anotherTrainingsCheckpointIsRefusedByWhatDiffers() {
        Runs.run(training("ppo", 5, 1), folder, false);

        assertThatThrownBy(() -> Runs.run(training("reinforce", 5, 1), folder, true))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("It was: PPO")
                .hasMessageContaining("it is: REINFORCE");
    }

    @Test
    void aDamagedCheckpointIsRefused() throws IOException {
        Runs.run(training("ppo", 5, 1), folder, false);
        Path file = folder.resolve(PolicyTrainer.CHECKPOINT);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);

        assertThatThrownBy(() -> Runs.run(training("ppo", 5, 1), folder, true))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("damaged");
        Files.delete(file);
        assertThatThrownBy(() -> Runs.run(training("ppo", 5, 1), folder, true))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("without --resume");
    }

    @Test
    void aRewardThatIsNoNumberEndsTheRunByName() {
        Bandit broken = new Bandit(List.of(Double.NaN, 0.0), 0);
        Training<String, Integer> training = Runs.training(
                Runs.loop(20, 1, 8, 1, 2),
                broken,
                broken.policy(5, 0),
                new Reinforce<>(Ascent.Settings.plain(1), 0),
                new MovingAverage<>(0.9, 1));

        assertThatThrownBy(() -> Runs.run(training, folder, false))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("reward of step 1 from start 0");
    }

    @Test
    void theBestOfNoEvaluationIsRefused() {
        assertThatThrownBy(() -> training("ppo", 4, 1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("evaluate-every");
    }
}
