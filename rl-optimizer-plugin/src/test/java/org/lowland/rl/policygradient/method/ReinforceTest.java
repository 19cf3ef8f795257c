package org.lowland.rl.policygradient.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lowland.rl.policygradient.ConfidenceInterval;
import org.lowland.rl.policygradient.Environment;
import org.lowland.rl.policygradient.Episode;
import org.lowland.rl.policygradient.Policy;
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
import org.lowland.rl.policygradient.policy.SoftmaxPolicy;
import org.lowland.rl.policygradient.problem.Bandit;
import org.lowland.rl.policygradient.problem.Chain;
import org.lowland.rl.policygradient.problem.Playing;
import org.lowland.rl.policygradient.problem.Slopes;

class ReinforceTest {
    private static final int EPISODES_TOGETHER = 8;

    private static Workers workers;

    @BeforeAll
    static void start() {
        workers = new Workers(2);
    }

    @AfterAll
    static void stop() {
        workers.close();
    }

    /** Independent gradients, each from a few episodes: one array for each parameter. */
    private static <S, A> double[][] gradients(
            Environment<S, A> environment,
            Policy<S, A> policy,
            int horizon,
            Returns returns,
            Baseline<S, A> baseline,
            int count) {
        List<Episode<S, A>> episodes =
                Playing.episodes(environment, policy, horizon, count * EPISODES_TOGETHER, 77, workers);
        Reinforce<S, A> method = new Reinforce<>(Ascent.Settings.plain(1), 0);
        double[][] gradients = new double[policy.size()][count];
        for (int k = 0; k < count; k++) {
            double[] gradient = method.gradient(
                    policy,
                    Playing.batch(
                            episodes.subList(k * EPISODES_TOGETHER, (k + 1) * EPISODES_TOGETHER), returns, baseline, 1),
                    workers);
            for (int p = 0; p < gradient.length; p++) {
                gradients[p][k] = gradient[p];
            }
        }
        return gradients;
    }

    private static void requireUnbiased(double[][] gradients, double[] exact) {
        for (int p = 0; p < exact.length; p++) {
            ConfidenceInterval estimate = ConfidenceInterval.of(gradients[p]);
            assertThat(estimate.mean())
                    .as("parameter " + p + ": " + estimate)
                    .isCloseTo(exact[p], within(3.5 * estimate.standardError() + 1e-12));
        }
    }

    @Test
    void theGradientOfABanditIsTheExactOne() {
        Bandit bandit = new Bandit(List.of(1.0, 0.3), 0.5);
        SoftmaxPolicy<String> policy = bandit.policy(0.2, 0.9);

        double[][] gradients = gradients(bandit, policy, 1, Returns.undiscounted(), new NoBaseline<>(), 1000);

        double[] exact = bandit.exactGradient(policy);
        requireUnbiased(gradients, exact);
        assertThat(ConfidenceInterval.of(gradients[0]).standardError()).isLessThan(0.07 * exact[0]);
    }

    @Test
    void aCommonOffsetOfRewardsDoesNotTurnTheGradient() {
        // Without the terms that the other arms' logits have in the score, the best arm would be pushed down.
        Double[] means = new Double[9];
        Arrays.fill(means, -1.0);
        means[0] = -0.5;
        Bandit bandit = Bandit.of(means);
        double[] logits = new double[9];
        logits[0] = Math.log(8);
        SoftmaxPolicy<String> policy = bandit.policy(logits);
        double[] exact = bandit.exactGradient(policy);

        double[][] gradients = gradients(bandit, policy, 1, Returns.undiscounted(), new NoBaseline<>(), 500);

        requireUnbiased(gradients, exact);
        assertThat(exact[0] - exact[1]).isCloseTo(0.140625, within(1e-12));
        assertThat(ConfidenceInterval.of(gradients[0]).mean()
                        - ConfidenceInterval.of(gradients[1]).mean())
                .isPositive();
    }

    @Test
    void noBaselineBiasesTheGradientOfAChainAndTheValueFunctionNarrowsIt() {
        Chain chain = new Chain(3);
        double discount = 0.95;
        int horizon = 15;
        SoftmaxPolicy<Integer> policy = chain.policy().withParameters(new double[] {0.1, 0.2, -0.3, 0.4, 0.6, 0.1});
        double[] exact =
                Slopes.of(p -> chain.exactReturn(policy.withParameters(p), discount, horizon), policy.parameters());
        Returns returns = new Returns(discount, 1, true, false);
        Map<String, Baseline<Integer, Integer>> baselines = Map.of(
                "none",
                new NoBaseline<>(),
                "moving average",
                trained(new MovingAverage<>(0.9, horizon), chain, policy, returns),
                "per start",
                new PerStart<>(),
                "value",
                trained(new ValueBaseline<>(new RidgeValue<>(chain.features(), 1e-6)), chain, policy, returns));

        Map<String, Double> variances = new HashMap<>();
        baselines.forEach((name, baseline) -> {
            double[][] gradients = gradients(chain, policy, horizon, returns, baseline, 400);
            requireUnbiased(gradients, exact);
            variances.put(name, total(gradients));
        });

        assertThat(variances.get("value")).isLessThan(0.65 * variances.get("none"));
        assertThat(variances.get("moving average")).isLessThan(0.65 * variances.get("none"));
        assertThat(variances.get("per start")).isLessThan(0.65 * variances.get("none"));
    }

    private static Baseline<Integer, Integer> trained(
            Baseline<Integer, Integer> baseline, Chain chain, SoftmaxPolicy<Integer> policy, Returns returns) {
        List<Episode<Integer, Integer>> earlier = Playing.episodes(chain, policy, 15, 1500, 5, workers);
        return baseline.after(
                earlier,
                Advantages.of(earlier, returns, new NoBaseline<>(), false).returns());
    }

    private static double total(double[][] gradients) {
        double sum = 0;
        for (double[] ofOne : gradients) {
            sum += new Variance().evaluate(ofOne);
        }
        return sum;
    }

    @Test
    void entropyAloneMakesAPolicyUniform() {
        Bandit bandit = Bandit.of(0.0, 0.0, 0.0);
        Policy<String, Integer> policy = bandit.policy(1, 0, -2);
        Reinforce<String, Integer> method = new Reinforce<>(Ascent.Settings.plain(2), 1);
        for (int k = 0; k < 60; k++) {
            List<Episode<String, Integer>> episodes =
                    new ArrayList<>(Playing.episodes(bandit, policy, 1, 8, k, workers));
            policy = method.improve(
                            policy, Playing.batch(episodes, Returns.undiscounted(), new NoBaseline<>(), k), workers)
                    .policy();
        }

        assertThat(policy.entropy("")).isCloseTo(Math.log(3), within(1e-6));
    }
}
