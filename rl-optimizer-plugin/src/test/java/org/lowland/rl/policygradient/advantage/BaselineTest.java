package org.lowland.rl.policygradient.advantage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.Episode;
import org.lowland.rl.policygradient.Step;
import org.lowland.rl.policygradient.algebra.Ascent;
import org.lowland.rl.policygradient.function.Features;
import org.lowland.rl.policygradient.function.LinearFunction;
import org.lowland.rl.policygradient.function.Perceptron;

class BaselineTest {
    private static final Returns SUMS = Returns.undiscounted();

    private static Episode<double[], Integer> episode(int start, boolean terminal, double... rewards) {
        List<Step<double[], Integer>> steps = new ArrayList<>();
        for (int k = 0; k < rewards.length; k++) {
            steps.add(new Step<>(new double[] {k}, 0, 0, rewards[k]));
        }
        return new Episode<>(start, steps, new double[] {rewards.length}, terminal);
    }

    private static final List<Episode<double[], Integer>> EPISODES =
            List.of(episode(0, true, 1, 2), episode(1, true, 5), episode(0, true, 4, 0, 2), episode(1, true, 1, 1));

    private static double[][] advantages(Baseline<double[], Integer> baseline) {
        return Advantages.of(EPISODES, SUMS, baseline, false).values();
    }

    private static double[][] returns() {
        return Advantages.of(EPISODES, SUMS, new NoBaseline<>(), false).returns();
    }

    @Test
    void withoutABaselineAdvantagesAreReturns() {
        assertThat(advantages(new NoBaseline<>())).isDeepEqualTo(new double[][] {{3, 2}, {5}, {6, 2, 2}, {2, 1}});
    }

    @Test
    void aMovingAverageKnowsOnlyEarlierIterations() {
        Baseline<double[], Integer> fresh = new MovingAverage<>(0.5, 3);
        assertThat(advantages(fresh)).isDeepEqualTo(returns());

        Baseline<double[], Integer> once = fresh.after(EPISODES, returns());
        assertThat(advantages(once)[2]).containsExactly(new double[] {6 - 4, 2 - 5.0 / 3, 0}, within(1e-14));

        Baseline<double[], Integer> restored = fresh.withState(once.state());
        assertThat(advantages(restored)).isDeepEqualTo(advantages(once));
    }

    @Test
    void perStartTheOthersCount() {
        assertThat(advantages(new PerStart<>()))
                .isDeepEqualTo(new double[][] {{3 - 6, 2 - 2}, {5 - 2}, {6 - 3, 2 - 2, 2 - 0}, {2 - 5, 1 - 0}});
    }

    @Test
    void aStartPlayedOnceHasNoBaseline() {
        assertThatThrownBy(() -> Advantages.of(EPISODES.subList(0, 2), SUMS, new PerStart<>(), false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("episodes-per-start");
    }

    @Test
    void aLinearValueIsFittedByLeastSquares() {
        List<double[]> states = new ArrayList<>();
        double[] targets = new double[50];
        for (int k = 0; k < targets.length; k++) {
            states.add(new double[] {Math.sin(k), Math.cos(3 * k)});
            targets[k] = 2 * states.get(k)[0] - states.get(k)[1] + 0.5;
        }
        RidgeValue<double[]> value = new RidgeValue<>(Features.identity(2), 1e-9);

        ValueFunction<double[]> fitted = value.fitted(states, targets);

        assertThat(fitted.state()).containsExactly(new double[] {2, -1, 0.5}, within(1e-7));
        assertThat(value.withState(fitted.state()).values(states)).containsExactly(targets, within(1e-7));
        assertThat(value.values(states)).containsOnly(0);
    }

    @Test
    void aNetworkOfValuesLearns() {
        List<double[]> states = new ArrayList<>();
        double[] targets = new double[64];
        for (int k = 0; k < targets.length; k++) {
            states.add(new double[] {k / 32.0 - 1});
            targets[k] = Math.abs(states.get(k)[0]);
        }
        Perceptron<double[]> network = new Perceptron<>(Features.identity(1), List.of(8), 1);
        ValueFunction<double[]> value =
                new NetworkValue<>(network, network.initial(new Well19937c(3)), Ascent.Settings.adam(0.02, 10), 200);

        ValueFunction<double[]> half = value.fitted(states, targets);
        ValueFunction<double[]> fitted = half.fitted(states, targets);

        assertThat(error(fitted, states, targets)).isLessThan(0.05).isLessThan(0.2 * error(value, states, targets));
        assertThat(value.withState(half.state()).fitted(states, targets).state())
                .isEqualTo(fitted.state());
    }

    private static double error(ValueFunction<double[]> value, List<double[]> states, double[] targets) {
        double[] values = value.values(states);
        double sum = 0;
        for (int k = 0; k < values.length; k++) {
            sum += Math.abs(values[k] - targets[k]);
        }
        return sum / values.length;
    }

    @Test
    void lambdaAndBootstrapNeedAValueFunction() {
        for (Returns settings : List.of(new Returns(1, 0.9, false, false), new Returns(1, 1, false, true))) {
            assertThatThrownBy(() -> Advantages.of(EPISODES, settings, new NoBaseline<>(), false))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("value function");
        }
    }

    @Test
    void onlyAnEpisodeThatWasCutGoesOnInTheValueOfItsLastState() {
        RidgeValue<double[]> value = new RidgeValue<>(Features.identity(1), 1).withState(new double[] {10, 0});
        Baseline<double[], Integer> baseline = new ValueBaseline<>(value);
        List<Episode<double[], Integer>> two = List.of(episode(0, true, 1), episode(0, false, 1));

        double[][] returns = Advantages.of(two, new Returns(0.5, 1, false, true), baseline, false)
                .returns();

        assertThat(returns).isDeepEqualTo(new double[][] {{1}, {1 + 0.5 * 10}});
    }

    @Test
    void normalizedAdvantagesHaveMeanZeroAndVarianceOne() {
        double[][] values =
                Advantages.of(EPISODES, SUMS, new NoBaseline<>(), true).values();
        double[] all = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();

        assertThat(Arrays.stream(all).sum()).isCloseTo(0, within(1e-12));
        assertThat(Arrays.stream(all).map(x -> x * x).sum() / (all.length - 1)).isCloseTo(1, within(1e-6));
    }

    @Test
    void laterStepsMayCountLess() {
        double[][] values = Advantages.of(EPISODES, new Returns(0.5, 1, true, false), new NoBaseline<>(), false)
                .values();

        assertThat(values[2]).containsExactly(4.5, 0.5 * 1, 0.25 * 2);
    }

    @Test
    void linearFunctionsServeAsNetworksToo() {
        ValueFunction<Integer> value = new NetworkValue<>(
                new LinearFunction<>(Features.oneHot(2, k -> k), 1, false),
                new double[2],
                Ascent.Settings.plain(0.5),
                100);

        assertThat(value.fitted(List.of(0, 1), new double[] {3, -1}).values(List.of(0, 1)))
                .containsExactly(new double[] {3, -1}, within(1e-6));
    }
}
