package org.lowland.rl.policygradient.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lowland.api.UnsupportedException;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.NamedTensor;
import org.lowland.potential.torch.ScriptModule;
import org.lowland.potential.torch.TorchInputs;
import org.lowland.rl.policygradient.Workers;
import org.lowland.rl.policygradient.policy.Deviation;
import org.lowland.rl.policygradient.policy.GaussianPolicy;

/** A perceptron as a script, beside the same perceptron by hand. */
class TorchFunctionTest {
    private static final int INPUTS = 3;
    private static final int HIDDEN = 4;
    private static final int OUTPUTS = 2;
    private static final List<double[]> STATES =
            List.of(new double[] {0.1, -0.4, 2}, new double[] {1, 0, -1}, new double[] {-0.3, 0.8, 0.5});
    private static final List<double[]> COTANGENTS =
            List.of(new double[] {1, -2}, new double[] {0.5, 0.25}, new double[] {-1, 3});
    private static final String METHODS =
            """
            def forward(self, x: Tensor) -> Tensor:
              h = torch.tanh(torch.add(torch.matmul(x, torch.transpose(self.w1, 0, 1)), self.b1))
              y = torch.add(torch.matmul(h, torch.transpose(self.w2, 0, 1)), self.b2)
              return torch.reshape(y, [-1])
            def contracted(self, x: Tensor, c: Tensor) -> Tensor:
              return torch.sum(torch.mul(self.forward(x), c))
            """;

    private static final Perceptron<double[]> BY_HAND =
            new Perceptron<>(Features.identity(INPUTS), List.of(HIDDEN), OUTPUTS);

    private static double[] parameters() {
        double[] parameters = BY_HAND.initial(new Well19937c(9));
        for (int k = 0; k < parameters.length; k++) {
            // Exact in single precision too.
            parameters[k] = (float) (parameters[k] + 0.1 * (k % 5));
        }
        return parameters;
    }

    private static TorchFunction<double[]> function(HostTensor.Type type, int copies, boolean coordinates) {
        double[] p = parameters();
        int w2 = HIDDEN * (INPUTS + 1);
        ScriptModule script = new ScriptModule(
                "Small",
                METHODS.indent(2),
                List.of(
                        tensor("w1", type, Arrays.copyOfRange(p, 0, HIDDEN * INPUTS), HIDDEN, INPUTS),
                        tensor("b1", type, Arrays.copyOfRange(p, HIDDEN * INPUTS, w2), HIDDEN),
                        tensor("w2", type, Arrays.copyOfRange(p, w2, w2 + OUTPUTS * HIDDEN), OUTPUTS, HIDDEN),
                        tensor("b2", type, Arrays.copyOfRange(p, w2 + OUTPUTS * HIDDEN, p.length), OUTPUTS)));
        return new TorchFunction<>(script, new Rows(type, coordinates), Device.CPU, copies);
    }

    private static NamedTensor tensor(String name, HostTensor.Type type, double[] values, long... shape) {
        return NamedTensor.parameter(name, HostTensor.real(type, values, shape));
    }

    private record Rows(HostTensor.Type type, boolean coordinates) implements StateEncoding<double[]> {
        @Override
        public TorchInputs inputs(List<double[]> states) {
            double[] all = states.stream().flatMapToDouble(Arrays::stream).toArray();
            return TorchInputs.of(HostTensor.real(type, all, states.size(), INPUTS));
        }

        @Override
        public int outputs(double[] state) {
            return OUTPUTS;
        }

        @Override
        public List<Integer> coordinateArguments() {
            return coordinates ? List.of(0) : List.of();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = HostTensor.Type.class,
            names = {"FLOAT32", "FLOAT64"})
    void itIsTheFunctionByHand(HostTensor.Type type) {
        double tolerance = type == HostTensor.Type.FLOAT32 ? 1e-5 : 1e-13;
        double[] moved = Arrays.stream(parameters()).map(x -> 0.5 * x - 0.125).toArray();
        try (TorchFunction<double[]> function = function(type, 1, true)) {
            assertThat(function.initial(new Well19937c(1))).containsExactly(parameters());
            for (double[] p : List.of(parameters(), moved)) {
                double[] gradient = new double[function.size()];
                function.addGradients(p, STATES, COTANGENTS, gradient);
                double[] expected = new double[function.size()];
                BY_HAND.addGradients(p, STATES, COTANGENTS, expected);

                assertThat(gradient).containsExactly(expected, within(tolerance));
                for (int k = 0; k < STATES.size(); k++) {
                    assertThat(function.values(p, STATES).get(k))
                            .containsExactly(BY_HAND.value(p, STATES.get(k)), within(tolerance));
                    assertThat(function.stateGradient(p, STATES.get(k), COTANGENTS.get(k)))
                            .containsExactly(
                                    BY_HAND.stateGradient(p, STATES.get(k), COTANGENTS.get(k)), within(tolerance));
                }
            }
        }
    }

    @Test
    void severalThreadsDoNotDisturbEachOther() {
        try (TorchFunction<double[]> function = function(HostTensor.Type.FLOAT64, 2, false);
                Workers workers = new Workers(4)) {
            GaussianPolicy<double[]> policy = GaussianPolicy.initial(function, Deviation.fixed(0.1), new Well19937c(1));
            List<double[]> scores = workers.map(40, k -> {
                double[] score = new double[policy.size()];
                policy.withParameters(Arrays.stream(parameters())
                                .map(x -> x * (1 + k % 2))
                                .toArray())
                        .addScore(STATES.get(0), COTANGENTS.get(0), 1, score);
                return score;
            });

            for (int k = 2; k < scores.size(); k++) {
                assertThat(scores.get(k)).containsExactly(scores.get(k % 2));
            }
            assertThat(scores.get(0)).isNotEqualTo(scores.get(1));
        }
    }

    @Test
    void withoutCoordinatesThereIsNoGradientByThem() {
        try (TorchFunction<double[]> function = function(HostTensor.Type.FLOAT64, 1, false)) {
            assertThatThrownBy(() -> function.stateGradient(parameters(), STATES.get(0), COTANGENTS.get(0)))
                    .isInstanceOf(UnsupportedException.class)
                    .hasMessageContaining("stop the gradient");
        }
    }
}
