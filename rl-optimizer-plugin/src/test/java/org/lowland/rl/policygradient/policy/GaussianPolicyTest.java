package org.lowland.rl.policygradient.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lowland.rl.policygradient.Step;
import org.lowland.rl.policygradient.algebra.Vectors;
import org.lowland.rl.policygradient.function.Features;
import org.lowland.rl.policygradient.function.LinearFunction;
import org.lowland.rl.policygradient.function.ParametricFunction;
import org.lowland.rl.policygradient.function.Perceptron;
import org.lowland.rl.policygradient.problem.Slopes;

class GaussianPolicyTest {
    private static final double[] STATE = {0.8, -0.5};
    private static final double[] ACTION = {0.2, 1.1, -0.7};

    static Stream<GaussianPolicy<double[]>> policies() {
        List<ParametricFunction<double[]>> means = List.of(
                new LinearFunction<>(Features.identity(2), 3, true),
                new Perceptron<>(Features.identity(2), List.of(4), 3));
        return means.stream()
                .flatMap(mean -> Stream.of(Deviation.fixed(0.3), Deviation.shared(0.4), Deviation.perComponent(3, 0.5))
                        .map(deviation -> varied(mean, deviation)));
    }

    private static GaussianPolicy<double[]> varied(ParametricFunction<double[]> mean, Deviation deviation) {
        RandomGenerator random = new Well19937c(8);
        GaussianPolicy<double[]> policy = GaussianPolicy.initial(mean, deviation, random);
        double[] parameters = policy.parameters();
        for (int k = 0; k < parameters.length; k++) {
            parameters[k] += 0.3 * random.nextGaussian();
        }
        return policy.withParameters(parameters);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theScoreIsThatOfDifferencesAtAFixedAction(GaussianPolicy<double[]> policy) {
        double[] score = new double[policy.size()];
        policy.addScore(STATE, ACTION, 1.3, score);

        assertThat(score)
                .containsExactly(
                        Slopes.of(
                                p -> 1.3 * policy.withParameters(p).logProbability(STATE, ACTION), policy.parameters()),
                        within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theLogProbabilityOfAnActionThatMovesHasNoGradientByTheMean(GaussianPolicy<double[]> policy) {
        // What a loss of log-probability times return differentiates when the draw is not detached from the parameters.
        double[] slopes = Slopes.of(
                p -> {
                    GaussianPolicy<double[]> moved = policy.withParameters(p);
                    return moved.logProbability(STATE, moved.sample(STATE, new Well19937c(21)));
                },
                policy.parameters());
        double[] score = new double[policy.size()];
        policy.addScore(STATE, policy.sample(STATE, new Well19937c(21)), 1, score);

        int ofTheMean = policy.size() - learned(policy);
        for (int k = 0; k < ofTheMean; k++) {
            assertThat(slopes[k]).isCloseTo(0, within(1e-8));
        }
        assertThat(Vectors.norm(Arrays.copyOf(score, ofTheMean))).isGreaterThan(1);
    }

    private static int learned(GaussianPolicy<double[]> policy) {
        double[] gradient = new double[policy.size()];
        policy.addEntropyGradient(STATE, 1, gradient);
        return (int) Arrays.stream(gradient).filter(x -> x != 0).count();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theGradientOfTheEntropyIsThatOfDifferences(GaussianPolicy<double[]> policy) {
        double[] gradient = new double[policy.size()];
        policy.addEntropyGradient(STATE, 0.6, gradient);

        assertThat(gradient)
                .containsExactly(
                        Slopes.of(p -> 0.6 * policy.withParameters(p).entropy(STATE), policy.parameters()),
                        within(1e-8));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void anActionMovesWithTheParametersAndTheStateAtConstantNoise(GaussianPolicy<double[]> policy) {
        double[] action = policy.sample(STATE, new Well19937c(4));
        double[] cotangent = {0.5, -1, 2};
        double[] gradient = new double[policy.size()];

        policy.addActionGradient(STATE, action, cotangent, gradient);

        assertThat(gradient)
                .containsExactly(
                        Slopes.of(
                                p -> Vectors.dot(
                                        cotangent, policy.withParameters(p).sample(STATE, new Well19937c(4))),
                                policy.parameters()),
                        within(1e-8));
        assertThat(policy.stateGradient(STATE, action, cotangent))
                .containsExactly(
                        Slopes.of(x -> Vectors.dot(cotangent, policy.sample(x, new Well19937c(4))), STATE),
                        within(1e-8));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theFisherInformationIsTheCovarianceOfTheScore(GaussianPolicy<double[]> policy) {
        double[] vector = new double[policy.size()];
        Arrays.setAll(vector, k -> 1.0 / (k + 1));
        double exact = policy.fisherFactors(STATE, ACTION).stream()
                .mapToDouble(factor -> Vectors.dot(factor, vector))
                .map(x -> x * x)
                .sum();
        RandomGenerator random = new Well19937c(17);
        int draws = 3_000;
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < draws; k++) {
            double[] score = new double[policy.size()];
            policy.addScore(STATE, policy.sample(STATE, random), 1, score);
            double square = Math.pow(Vectors.dot(score, vector), 2);
            sum += square;
            squares += square * square;
        }
        double mean = sum / draws;
        double error = Math.sqrt((squares / draws - mean * mean) / draws);

        assertThat(mean).isCloseTo(exact, within(4 * error));
        assertThat(error).isLessThan(0.15 * exact);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theShortWayToAFisherProductIsThatOverTheFactors(GaussianPolicy<double[]> policy) {
        double[] vector = new double[policy.size()];
        Arrays.setAll(vector, k -> Math.cos(3.0 * k));
        double[] expected = new double[policy.size()];
        policy.fisherFactors(STATE, ACTION)
                .forEach(factor -> Vectors.addTo(expected, factor, 0.7 * Vectors.dot(factor, vector)));
        double[] product = new double[policy.size()];

        policy.addFisherProducts(List.of(new Step<>(STATE, ACTION, 0, 0)), vector, 0.7, product);

        assertThat(product).containsExactly(expected, within(1e-7));
    }

    @Test
    void theDensityIsTheKnownOne() {
        // The standard normal density at 0 in three dimensions is (2 pi)^(-3/2).
        GaussianPolicy<double[]> policy = new GaussianPolicy<>(
                new LinearFunction<>(Features.identity(2), 3, false), Deviation.fixed(1), new double[6]);

        assertThat(policy.logProbability(STATE, new double[3])).isCloseTo(-1.5 * Math.log(2 * Math.PI), within(1e-14));
        assertThat(policy.entropy(STATE)).isCloseTo(1.5 * (1 + Math.log(2 * Math.PI)), within(1e-14));
    }
}
