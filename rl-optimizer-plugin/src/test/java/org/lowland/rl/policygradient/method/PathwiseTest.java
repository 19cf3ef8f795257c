package org.lowland.rl.policygradient.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.ConfidenceInterval;
import org.lowland.rl.policygradient.DifferentiableEnvironment;
import org.lowland.rl.policygradient.Episode;
import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.policygradient.Step;
import org.lowland.rl.policygradient.Workers;
import org.lowland.rl.policygradient.advantage.NoBaseline;
import org.lowland.rl.policygradient.advantage.Returns;
import org.lowland.rl.policygradient.algebra.Ascent;
import org.lowland.rl.policygradient.policy.GaussianPolicy;
import org.lowland.rl.policygradient.problem.Bandit;
import org.lowland.rl.policygradient.problem.Bowl;
import org.lowland.rl.policygradient.problem.Playing;
import org.lowland.rl.policygradient.problem.Slopes;

class PathwiseTest {
    private static final Bowl BOWL = new Bowl(4);
    private static final int HORIZON = 3;
    private static final double DISCOUNT = 0.8;
    private static final GaussianPolicy<double[]> POLICY = BOWL.policy(0.2, -0.3, 0.1);

    private static Workers workers;

    @BeforeAll
    static void start() {
        workers = new Workers(2);
    }

    @AfterAll
    static void stop() {
        workers.close();
    }

    private static List<Episode<double[], double[]>> episodes(Policy<double[], double[]> policy, int count) {
        return Playing.episodes(BOWL, policy, HORIZON, count, 31, workers);
    }

    private static Pathwise<double[], double[]> method(RewardWeights weights, boolean throughStates) {
        return new Pathwise<>(BOWL, weights, throughStates, 0, Ascent.Settings.plain(1));
    }

    @Test
    void theGradientIsThatOfTheReturnAtConstantNoise() {
        double[] expected = Slopes.of(
                p -> episodes(POLICY.withParameters(p), 8).stream()
                        .mapToDouble(episode -> Returns.discounted(DISCOUNT).toGo(episode.rewards(), 0)[0])
                        .average()
                        .orElseThrow(),
                POLICY.parameters());

        assertThat(method(new RewardWeights.Discounted(DISCOUNT), true).gradient(POLICY, episodes(POLICY, 8), workers))
                .containsExactly(expected, within(1e-8));
        assertThat(method(new RewardWeights.Discounted(DISCOUNT), false)
                        .gradient(POLICY, episodes(POLICY, 8), workers)[0])
                .isNotCloseTo(expected[0], within(1e-3));
    }

    @Test
    void thePublishedEstimatorIsTheGradientOfRandomlyWeightedReturns() {
        // The published loss, log-probability times return summed over steps, with draws that move with the parameters.
        // The normaliser of the density is left out there, and the sign makes the loss fall as returns rise.
        double[] expected = Slopes.of(
                p -> -episodes(POLICY.withParameters(p), 8).stream()
                        .mapToDouble(episode -> publishedLoss(POLICY.withParameters(p), episode))
                        .average()
                        .orElseThrow(),
                POLICY.parameters());

        assertThat(method(new RewardWeights.Published(DISCOUNT, 100), true)
                        .gradient(POLICY, episodes(POLICY, 8), workers))
                .containsExactly(expected, within(1e-8));
    }

    private static double publishedLoss(GaussianPolicy<double[]> policy, Episode<double[], double[]> episode) {
        double[] returns = Returns.discounted(DISCOUNT).toGo(episode.rewards(), 0);
        double loss = 0;
        for (int k = 0; k < returns.length; k++) {
            Step<double[], double[]> step = episode.steps().get(k);
            double normaliser = policy.logProbability(step.state(), policy.mode(step.state()));
            loss += (policy.logProbability(step.state(), step.action()) - normaliser) / 100 * returns[k];
        }
        return loss;
    }

    @Test
    void itIsTheScoreFunctionGradientOnAverageAndMuchNarrower() {
        int count = 2500;
        List<Episode<double[], double[]>> episodes = episodes(POLICY, count);
        Pathwise<double[], double[]> pathwise = method(new RewardWeights.Discounted(DISCOUNT), true);
        Reinforce<double[], double[]> reinforce = new Reinforce<>(Ascent.Settings.plain(1), 0);
        Returns returns = new Returns(DISCOUNT, 1, true, false);
        double[][] analytic = new double[2][count];
        double[][] scores = new double[2][count];
        for (int k = 0; k < count; k++) {
            List<Episode<double[], double[]>> one = episodes.subList(k, k + 1);
            double[] a = pathwise.gradient(POLICY, one, workers);
            double[] s = reinforce.gradient(POLICY, Playing.batch(one, returns, new NoBaseline<>(), 1), workers);
            for (int p = 0; p < 2; p++) {
                analytic[p][k] = a[p];
                scores[p][k] = s[p];
            }
        }

        for (int p = 0; p < 2; p++) {
            ConfidenceInterval score = ConfidenceInterval.of(scores[p]);
            ConfidenceInterval path = ConfidenceInterval.of(analytic[p]);
            assertThat(score.mean()).isCloseTo(path.mean(), within(3.5 * score.standardError()));
            assertThat(new Variance().evaluate(analytic[p])).isLessThan(0.05 * new Variance().evaluate(scores[p]));
        }
    }

    @Test
    void aPolicyWhoseActionsDoNotMoveIsRefused() {
        Bandit bandit = Bandit.of(1.0, 0.0);
        Policy<String, Integer> policy = bandit.policy(0, 0);
        DifferentiableEnvironment<String, Integer> unused = new Unused(bandit);
        Pathwise<String, Integer> method =
                new Pathwise<>(unused, new RewardWeights.Discounted(1), true, 0, Ascent.Settings.plain(1));

        assertThatThrownBy(() -> method.gradient(policy, Playing.episodes(bandit, policy, 1, 2, 1, workers), workers))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Gaussian");
    }

    private record Unused(Bandit bandit) implements DifferentiableEnvironment<String, Integer> {
        @Override
        public int starts() {
            return bandit.starts();
        }

        @Override
        public String start(int start, RandomGenerator random) {
            return bandit.start(start, random);
        }

        @Override
        public Outcome<String> step(String state, Integer action, RandomGenerator random) {
            return bandit.step(state, action, random);
        }

        @Override
        public int coordinates(String state) {
            return 0;
        }

        @Override
        public Pullback pullback(Step<String, Integer> step, String next, double weight, double[] nextGradient) {
            throw new IllegalStateException("never asked");
        }
    }
}
