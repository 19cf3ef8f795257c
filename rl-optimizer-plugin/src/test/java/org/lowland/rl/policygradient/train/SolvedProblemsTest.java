package org.lowland.rl.policygradient.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.policygradient.Workers;
import org.lowland.rl.policygradient.advantage.PerStart;
import org.lowland.rl.policygradient.advantage.RidgeValue;
import org.lowland.rl.policygradient.advantage.ValueBaseline;
import org.lowland.rl.policygradient.algebra.Ascent;
import org.lowland.rl.policygradient.algebra.ConjugateGradients;
import org.lowland.rl.policygradient.method.NaturalGradient;
import org.lowland.rl.policygradient.method.Pathwise;
import org.lowland.rl.policygradient.method.PolicyMethod;
import org.lowland.rl.policygradient.method.ProximalClip;
import org.lowland.rl.policygradient.method.Reinforce;
import org.lowland.rl.policygradient.method.RewardWeights;
import org.lowland.rl.policygradient.policy.GaussianPolicy;
import org.lowland.rl.policygradient.problem.Bowl;
import org.lowland.rl.policygradient.problem.Chain;

class SolvedProblemsTest {
    private static final Bowl BOWL = new Bowl(4);
    private static final Chain CHAIN = new Chain(4);

    @TempDir
    private Path folder;

    static <S, A> Stream<PolicyMethod<S, A>> scoreMethods() {
        ConjugateGradients gradients = new ConjugateGradients(20, 1e-8);
        return Stream.of(
                new Reinforce<>(Ascent.Settings.adam(0.1, 10), 0.002),
                new NaturalGradient<>(
                        new NaturalGradient.Settings(0.05, 1e-3, NaturalGradient.Solver.MATRIX, gradients, 0)),
                new NaturalGradient<>(new NaturalGradient.Settings(
                        0.05, 1e-3, NaturalGradient.Solver.CONJUGATE_GRADIENTS, gradients, 0)),
                new ProximalClip<>(new ProximalClip.Settings(Ascent.Settings.adam(0.03, 10), 0.2, 4, 32, 0.05, 0)));
    }

    @ParameterizedTest
    @MethodSource("scoreMethods")
    void patienceIsLearnedOnAChain(PolicyMethod<Integer, Integer> method) {
        Training<Integer, Integer> training = Runs.training(
                Runs.loop(60, 1, 32, 12, 2),
                CHAIN,
                CHAIN.policy(),
                method,
                new ValueBaseline<>(new RidgeValue<>(CHAIN.features(), 1e-3)));

        PolicyTrainer.Result<Integer, Integer> result = Runs.run(training, folder, false);

        List<ReturnCurve.Point> points = result.curve().points();
        assertThat(points.get(0).meanReturn()).isLessThan(0.75 * CHAIN.best());
        assertThat(points.get(59).meanReturn()).isGreaterThan(0.95 * CHAIN.best());
        assertThat(points.get(59).validation()).isEqualTo(CHAIN.best());
    }

    @ParameterizedTest
    @MethodSource("scoreMethods")
    void descentIsLearnedInABowl(PolicyMethod<double[], double[]> method) {
        requireDescent(method);
    }

    @Test
    void descentIsLearnedAlongPathsToo() {
        requireDescent(new Pathwise<>(BOWL, new RewardWeights.Discounted(1), true, 0, Ascent.Settings.adam(0.05, 10)));
        requireDescent(new Pathwise<>(BOWL, new RewardWeights.Discounted(1), false, 0, Ascent.Settings.adam(0.05, 10)));
    }

    private void requireDescent(PolicyMethod<double[], double[]> method) {
        GaussianPolicy<double[]> policy = BOWL.policy(0.3, 0, 0);
        Training<double[], double[]> training =
                Runs.training(Runs.loop(60, 4, 8, 2, 2), BOWL, policy, method, new PerStart<>());

        PolicyTrainer.Result<double[], double[]> result = Runs.run(training, folder, false);

        assertThat(greedy(policy)).isZero();
        assertThat(greedy(result.policy())).as(method.toString()).isGreaterThan(0.98 * BOWL.best());
    }

    private static double greedy(Policy<double[], double[]> policy) {
        try (Workers workers = new Workers(1)) {
            return Arrays.stream(Validation.greedy(BOWL, 2, 4).values(policy, workers))
                    .average()
                    .orElseThrow();
        }
    }
}
