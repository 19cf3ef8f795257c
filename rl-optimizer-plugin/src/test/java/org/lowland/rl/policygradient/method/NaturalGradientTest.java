package org.lowland.rl.policygradient.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lowland.rl.policygradient.Episode;
import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.policygradient.Workers;
import org.lowland.rl.policygradient.advantage.NoBaseline;
import org.lowland.rl.policygradient.advantage.PerStart;
import org.lowland.rl.policygradient.advantage.Returns;
import org.lowland.rl.policygradient.algebra.Ascent;
import org.lowland.rl.policygradient.algebra.ConjugateGradients;
import org.lowland.rl.policygradient.algebra.Vectors;
import org.lowland.rl.policygradient.function.Features;
import org.lowland.rl.policygradient.function.LinearFunction;
import org.lowland.rl.policygradient.function.Perceptron;
import org.lowland.rl.policygradient.policy.Deviation;
import org.lowland.rl.policygradient.policy.GaussianPolicy;
import org.lowland.rl.policygradient.policy.SoftmaxPolicy;
import org.lowland.rl.policygradient.problem.Bandit;
import org.lowland.rl.policygradient.problem.Bowl;
import org.lowland.rl.policygradient.problem.Playing;

class NaturalGradientTest {
    private static final double DIVERGENCE = 1e-3;

    private static Workers workers;

    @BeforeAll
    static void start() {
        workers = new Workers(2);
    }

    @AfterAll
    static void stop() {
        workers.close();
    }

    private static <S, A> NaturalGradient<S, A> method(NaturalGradient.Solver solver, double damping) {
        return new NaturalGradient<>(
                new NaturalGradient.Settings(DIVERGENCE, damping, solver, new ConjugateGradients(200, 1e-13), 0));
    }

    private static Batch<double[], double[]> played(Bowl bowl, Policy<double[], double[]> policy) {
        return Playing.batch(
                Playing.episodes(bowl, policy, 3, 40, 6, workers), Returns.undiscounted(), new PerStart<>(), 6);
    }

    @Test
    void theMatrixAndConjugateGradientsGiveOneDirection() {
        Bowl bowl = new Bowl(4);
        Perceptron<double[]> mean = new Perceptron<>(Features.identity(1), List.of(4), 1);
        GaussianPolicy<double[]> policy = GaussianPolicy.initial(mean, Deviation.shared(0.4), new Well19937c(2));
        Batch<double[], double[]> batch = played(bowl, policy);
        double[] gradient = Estimates.scoreGradient(policy, batch.steps(), 0, 1, workers);

        double[] dense = NaturalGradientTest.<double[], double[]>method(NaturalGradient.Solver.MATRIX, 0.05)
                .direction(policy, Estimates.plain(batch.steps()), gradient, workers);
        double[] iterated = NaturalGradientTest.<double[], double[]>method(
                        NaturalGradient.Solver.CONJUGATE_GRADIENTS, 0.05)
                .direction(policy, Estimates.plain(batch.steps()), gradient, workers);

        assertThat(iterated).containsExactly(dense, within(1e-6 * Vectors.norm(dense)));
        assertThat(Vectors.dot(dense, gradient) / Vectors.norm(dense) / Vectors.norm(gradient))
                .isLessThan(0.99);
    }

    @Test
    void theStepDoesNotDependOnHowTheMeanIsWritten() {
        // Displacement = gain * x + shift, written on features that are scaled and mixed with each other.
        Bowl bowl = new Bowl(4);
        double deviation = 0.3;
        LinearFunction<double[]> plain = new LinearFunction<>(features(1, 0, 0, 1), 1, false);
        LinearFunction<double[]> mixed = new LinearFunction<>(features(20, 3, -0.1, 0.02), 1, false);
        // The parameters q of the mixed features (20 x - 0.1, 3 x + 0.02) that give gain -0.3 and shift 0.1.
        double determinant = 20 * 0.02 + 3 * 0.1;
        double[] q = {(-0.3 * 0.02 - 3 * 0.1) / determinant, (20 * 0.1 - 0.3 * 0.1) / determinant};
        Policy<double[], double[]> one =
                new GaussianPolicy<>(plain, Deviation.fixed(deviation), new double[] {-0.3, 0.1});
        Policy<double[], double[]> other = new GaussianPolicy<>(mixed, Deviation.fixed(deviation), q);
        Batch<double[], double[]> batch = played(bowl, one);
        NaturalGradient<double[], double[]> natural = method(NaturalGradient.Solver.MATRIX, 0);

        Policy<double[], double[]> nextOne =
                natural.improve(one, batch, workers).policy();
        Policy<double[], double[]> nextOther =
                natural.improve(other, batch, workers).policy();

        for (double x : new double[] {-1, 0, 2}) {
            double[] state = {x};
            assertThat(other.mode(state)).containsExactly(one.mode(state), within(1e-12));
            assertThat(nextOther.mode(state)).containsExactly(nextOne.mode(state), within(1e-8));
            assertThat(Math.abs(nextOne.mode(state)[0] - one.mode(state)[0])).isGreaterThan(1e-4);
        }
        Reinforce<double[], double[]> plainAscent = new Reinforce<>(Ascent.Settings.plain(1e-3), 0);
        double[] state = {2};
        assertThat(plainAscent.improve(other, batch, workers).policy().mode(state)[0])
                .isNotCloseTo(plainAscent.improve(one, batch, workers).policy().mode(state)[0], within(1e-3));
    }

    private static Features<double[]> features(double a, double b, double c, double d) {
        return new Features<>() {
            @Override
            public int count() {
                return 2;
            }

            @Override
            public double[] of(double[] state) {
                return new double[] {a * state[0] + c, b * state[0] + d};
            }
        };
    }

    @Test
    void theStepHasTheDivergenceThatWasAskedFor() {
        Bowl bowl = new Bowl(4);
        GaussianPolicy<double[]> policy = bowl.policy(0.3, 0, 0);
        Batch<double[], double[]> batch = played(bowl, policy);

        Policy<double[], double[]> next = NaturalGradientTest.<double[], double[]>method(
                        NaturalGradient.Solver.MATRIX, 1e-9)
                .improve(policy, batch, workers)
                .policy();

        // Between Gaussians of one deviation, the divergence is half the square of the distance of means over
        // deviations.
        double exact = batch.steps().stream()
                .mapToDouble(judged -> {
                    double[] state = judged.step().state();
                    double distance = (next.mode(state)[0] - policy.mode(state)[0]) / 0.3;
                    return 0.5 * distance * distance;
                })
                .average()
                .orElseThrow();
        assertThat(exact).isCloseTo(DIVERGENCE, within(1e-5 * DIVERGENCE));
    }

    @Test
    void onASoftmaxItIsTheKnownDirection() {
        // For a softmax over logits the natural gradient is the advantage of each arm, but for a constant.
        Bandit bandit = Bandit.of(1.0, 0.3, -0.5);
        SoftmaxPolicy<String> policy = bandit.policy(0.2, 0.9, -1);
        List<Episode<String, Integer>> episodes = Playing.episodes(bandit, policy, 1, 10, 1, workers);
        Batch<String, Integer> batch = Playing.batch(episodes, Returns.undiscounted(), new NoBaseline<>(), 1);

        double[] direction = NaturalGradientTest.<String, Integer>method(NaturalGradient.Solver.MATRIX, 1e-10)
                .direction(policy, Estimates.plain(batch.steps()), bandit.exactGradient(policy), workers);

        assertThat(direction[0] - direction[1]).isCloseTo(0.7, within(1e-6));
        assertThat(direction[1] - direction[2]).isCloseTo(0.8, within(1e-6));
    }
}
