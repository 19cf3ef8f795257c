package org.lowland.rl.policygradient.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.NamedTensor;
import org.lowland.potential.torch.ScriptModule;
import org.lowland.potential.torch.TorchInputs;
import org.lowland.rl.policygradient.advantage.PerStart;
import org.lowland.rl.policygradient.algebra.Ascent;
import org.lowland.rl.policygradient.function.StateEncoding;
import org.lowland.rl.policygradient.function.TorchFunction;
import org.lowland.rl.policygradient.method.ProximalClip;
import org.lowland.rl.policygradient.policy.Deviation;
import org.lowland.rl.policygradient.policy.GaussianPolicy;
import org.lowland.rl.policygradient.problem.Bowl;

class TorchPolicyTest {
    private static final String METHODS =
            """
            def forward(self, x: Tensor) -> Tensor:
              return torch.add(torch.mul(x, self.gain), self.shift)
            def contracted(self, x: Tensor, c: Tensor) -> Tensor:
              return torch.sum(torch.mul(self.forward(x), c))
            """;

    @TempDir
    private Path folder;

    private record Coordinates() implements StateEncoding<double[]> {
        @Override
        public TorchInputs inputs(List<double[]> states) {
            double[] all = states.stream().mapToDouble(state -> state[0]).toArray();
            return TorchInputs.of(HostTensor.real(HostTensor.Type.FLOAT32, all, all.length));
        }

        @Override
        public int outputs(double[] state) {
            return 1;
        }
    }

    private PolicyTrainer.Result<double[], double[]> train(int threads, String name) {
        Bowl bowl = new Bowl(4);
        ScriptModule script = new ScriptModule(
                "Line",
                METHODS.indent(2),
                List.of(
                        NamedTensor.parameter("gain", HostTensor.of(new float[1], 1)),
                        NamedTensor.parameter("shift", HostTensor.of(new float[1], 1))));
        try (TorchFunction<double[]> function = new TorchFunction<>(script, new Coordinates(), Device.CPU, threads)) {
            return Runs.run(
                    Runs.training(
                            Runs.loop(20, 4, 8, 2, threads),
                            bowl,
                            GaussianPolicy.initial(function, Deviation.fixed(0.3), new Well19937c(1)),
                            new ProximalClip<>(
                                    new ProximalClip.Settings(Ascent.Settings.adam(0.05, 10), 0.2, 4, 32, 0.05, 0)),
                            new PerStart<>()),
                    folder.resolve(name),
                    false);
        }
    }

    @Test
    void aScriptLearnsAndThreadsChangeNothing() {
        PolicyTrainer.Result<double[], double[]> one = train(1, "one");
        PolicyTrainer.Result<double[], double[]> two = train(2, "two");

        double best = new Bowl(4).best();
        assertThat(one.curve().points().get(0).meanReturn()).isLessThan(0.2 * best);
        assertThat(one.curve().points().get(19).validation()).isGreaterThan(0.9 * best);
        assertThat(one.policy().parameters()).containsExactly(two.policy().parameters());
        assertThat(Arrays.stream(one.policy().parameters()).map(Math::abs).max().orElseThrow())
                .isGreaterThan(0.5);
    }
}
