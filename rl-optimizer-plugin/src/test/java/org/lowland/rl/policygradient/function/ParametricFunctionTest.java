package org.lowland.rl.policygradient.function;

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
import org.lowland.api.UnsupportedException;
import org.lowland.rl.policygradient.algebra.Vectors;
import org.lowland.rl.policygradient.problem.Slopes;

class ParametricFunctionTest {
    private static final double[] STATE = {0.3, -1.2, 0.7};
    private static final double[] COTANGENT = {0.9, -0.4};

    static Stream<ParametricFunction<double[]>> functions() {
        Features<double[]> features = Features.identity(3);
        return Stream.of(
                new LinearFunction<>(features, 2, false),
                new LinearFunction<>(features, 2, true),
                new Perceptron<>(features, List.of(), 2),
                new Perceptron<>(features, List.of(4), 2),
                new Perceptron<>(features, List.of(5, 3), 2));
    }

    private static double[] parameters(ParametricFunction<double[]> function) {
        RandomGenerator random = new Well19937c(5);
        double[] parameters = function.initial(random);
        for (int k = 0; k < parameters.length; k++) {
            parameters[k] += 0.5 * random.nextGaussian();
        }
        return parameters;
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theGradientIsThatOfDifferences(ParametricFunction<double[]> function) {
        double[] parameters = parameters(function);
        double[] gradient = new double[function.size()];

        function.addGradient(parameters, STATE, COTANGENT, gradient);

        assertThat(gradient)
                .containsExactly(
                        Slopes.of(p -> Vectors.dot(COTANGENT, function.value(p, STATE)), parameters), within(1e-8));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theGradientOfTheStateIsThatOfDifferences(ParametricFunction<double[]> function) {
        double[] parameters = parameters(function);

        assertThat(function.stateGradient(parameters, STATE, COTANGENT))
                .containsExactly(
                        Slopes.of(x -> Vectors.dot(COTANGENT, function.value(parameters, x)), STATE), within(1e-8));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theTangentIsTheOtherSideOfTheGradient(ParametricFunction<double[]> function) {
        double[] parameters = parameters(function);
        double[] direction = new double[function.size()];
        Arrays.setAll(direction, k -> Math.sin(k + 1.0));
        double[] gradient = new double[function.size()];
        function.addGradient(parameters, STATE, COTANGENT, gradient);

        double[] tangent =
                function.tangents(parameters, List.of(STATE), direction).get(0);

        assertThat(Vectors.dot(COTANGENT, tangent)).isCloseTo(Vectors.dot(gradient, direction), within(1e-8));
    }

    @Test
    void aTableHasNoDerivativeByItsState() {
        LinearFunction<Integer> table = new LinearFunction<>(Features.oneHot(4, place -> place), 1, false);

        assertThat(table.value(new double[] {1, 2, 3, 4}, 2)).containsExactly(3);
        assertThatThrownBy(() -> table.stateGradient(new double[4], 2, new double[1]))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("stop the gradient");
    }
}
