package org.lowland.rl.policygradient.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.Step;
import org.lowland.rl.policygradient.algebra.Vectors;
import org.lowland.rl.policygradient.function.Features;
import org.lowland.rl.policygradient.function.LinearFunction;
import org.lowland.rl.policygradient.function.ParametricFunction;
import org.lowland.rl.policygradient.function.Perceptron;
import org.lowland.rl.policygradient.problem.Slopes;

class SoftmaxPolicyTest {
    private static final int ACTIONS = 4;
    private static final double[] STATE = {0.8, -0.5};
    private static final boolean[] MASK = {true, false, true, true};

    static Stream<SoftmaxPolicy<double[]>> policies() {
        Features<double[]> features = Features.identity(2);
        return Stream.of(new LinearFunction<>(features, ACTIONS, true), new Perceptron<>(features, List.of(3), ACTIONS))
                .flatMap(logits -> Stream.of(policy(logits), masked(logits)));
    }

    private static SoftmaxPolicy<double[]> policy(ParametricFunction<double[]> logits) {
        return new SoftmaxPolicy<>(logits, ACTIONS, parameters(logits.size()));
    }

    private static SoftmaxPolicy<double[]> masked(ParametricFunction<double[]> logits) {
        return new SoftmaxPolicy<>(logits, state -> MASK, parameters(logits.size()));
    }

    private static double[] parameters(int size) {
        RandomGenerator random = new Well19937c(3);
        double[] parameters = new double[size];
        for (int k = 0; k < size; k++) {
            parameters[k] = random.nextGaussian();
        }
        return parameters;
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theScoreIsThatOfDifferences(SoftmaxPolicy<double[]> policy) {
        for (int action : new int[] {0, 2, 3}) {
            double[] score = new double[policy.size()];
            policy.addScore(STATE, action, 1.7, score);

            assertThat(score)
                    .containsExactly(
                            Slopes.of(
                                    p -> 1.7 * policy.withParameters(p).logProbability(STATE, action),
                                    policy.parameters()),
                            within(1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theGradientOfTheEntropyIsThatOfDifferences(SoftmaxPolicy<double[]> policy) {
        double[] gradient = new double[policy.size()];
        policy.addEntropyGradient(STATE, 0.6, gradient);

        assertThat(gradient)
                .containsExactly(
                        Slopes.of(p -> 0.6 * policy.withParameters(p).entropy(STATE), policy.parameters()),
                        within(1e-8));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theMeanScoreIsZeroAndItsCovarianceTheFisherInformation(SoftmaxPolicy<double[]> policy) {
        double[] probabilities = policy.probabilities(STATE);
        double[] vector = parameters(policy.size());
        double[] mean = new double[policy.size()];
        double[] expected = new double[policy.size()];
        for (int action = 0; action < ACTIONS; action++) {
            if (probabilities[action] > 0) {
                double[] score = new double[policy.size()];
                policy.addScore(STATE, action, 1, score);
                Vectors.addTo(mean, score, probabilities[action]);
                Vectors.addTo(expected, score, probabilities[action] * Vectors.dot(score, vector));
            }
        }
        double[] product = new double[policy.size()];
        policy.fisherFactors(STATE, 0).forEach(factor -> Vectors.addTo(product, factor, Vectors.dot(factor, vector)));

        assertThat(mean).containsExactly(new double[policy.size()], within(1e-14));
        assertThat(product).containsExactly(expected, within(1e-13));
        assertThat(policy.fisherIsExact()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theShortWayToAFisherProductIsThatOverTheFactors(SoftmaxPolicy<double[]> policy) {
        double[] vector = new double[policy.size()];
        Arrays.setAll(vector, k -> Math.cos(3.0 * k));
        double[] expected = new double[policy.size()];
        policy.fisherFactors(STATE, 0)
                .forEach(factor -> Vectors.addTo(expected, factor, 0.7 * Vectors.dot(factor, vector)));
        double[] product = new double[policy.size()];

        policy.addFisherProducts(List.of(new Step<>(STATE, 0, 0, 0)), vector, 0.7, product);

        assertThat(product).containsExactly(expected, within(1e-7));
    }

    @Test
    void whatIsForbiddenIsNeverDrawn() {
        SoftmaxPolicy<double[]> policy = masked(new LinearFunction<>(Features.identity(2), ACTIONS, true));
        double[] probabilities = policy.probabilities(STATE);
        RandomGenerator random = new Well19937c(11);
        int[] counts = new int[ACTIONS];
        int draws = 20_000;
        for (int k = 0; k < draws; k++) {
            counts[policy.sample(STATE, random)]++;
        }

        assertThat(counts[1]).isZero();
        assertThat(probabilities[1]).isZero();
        for (int action = 0; action < ACTIONS; action++) {
            double error = Math.sqrt(probabilities[action] * (1 - probabilities[action]) / draws);
            assertThat((double) counts[action] / draws).isCloseTo(probabilities[action], within(4 * error + 1e-12));
        }
    }

    @Test
    void aStateWithoutActionsIsRefused() {
        SoftmaxPolicy<double[]> policy = new SoftmaxPolicy<>(
                new LinearFunction<>(Features.identity(2), 2, false), state -> new boolean[2], new double[4]);

        assertThatThrownBy(() -> policy.sample(STATE, new Well19937c(1)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("No action is allowed");
    }

    @Test
    void hugeLogitsDoNoHarm() {
        double[] logs = Categorical.logProbabilities(new double[] {1e4, 0, -1e4}, new boolean[] {true, true, true});

        assertThat(logs[0]).isZero();
        assertThat(Categorical.entropy(logs)).isZero();
        assertThat(Categorical.entropyGradient(logs, 1)).containsExactly(new double[3], within(0.0));
    }
}
