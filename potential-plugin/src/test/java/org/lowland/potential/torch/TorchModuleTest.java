package org.lowland.potential.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lowland.api.BackendException;

class TorchModuleTest {
    private static final HostTensor X = HostTensor.of(new float[] {1, -1, 2}, 3);
    private static TorchModule module;

    @BeforeAll
    static void load() {
        module = TorchModule.load(TorchScriptArchive.write(Quadratic.single()), Device.CPU);
    }

    @AfterAll
    static void close() {
        module.close();
    }

    @Test
    void forcesComeFromAutogradInsideTheScript() {
        TorchOutputs outputs = module.call("forward", TorchInputs.of(X));
        assertThat(outputs.get(0).item()).isEqualTo(1.5 * 1.5 + 4 + 25);
        assertThat(outputs.get(1).floats()).containsExactly(-3f, 8f, -30f);
    }

    @Test
    void resultsAreDifferentiatedByArguments() {
        TorchGradients answer = module.callWithGradients("energy", TorchInputs.of(X), List.of(0));
        assertThat(answer.outputs().get(0).item()).isEqualTo(1.5 * 1.5 + 4 + 25);
        assertThat(answer.gradients().get(0).orElseThrow().floats()).containsExactly(3f, -8f, 30f);
        TorchGradients detached = module.callWithGradients("forward", TorchInputs.of(X), List.of(0));
        assertThat(detached.outputs().get(1).floats()).containsExactly(-3f, 8f, -30f);
        assertThat(detached.gradients().get(0)).isEmpty();
    }

    @Test
    void dictionariesHaveNoOrderAndAreRefused() {
        String text =
                """
                def forward(self, x: Tensor) -> Dict[str, Tensor]:
                  return {"forces": x, "energy": torch.sum(x)}
                """;
        byte[] archive = TorchScriptArchive.write(new ScriptModule("Named", text.indent(2), List.of()));
        try (TorchModule named = TorchModule.load(archive, Device.CPU)) {
            assertThatThrownBy(() -> named.call("forward", TorchInputs.of(X)))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContainingAll("dictionary", "tuple");
        }
    }

    @Test
    void integerBuffersAreReadByTheScript() {
        assertThat(module.call("order", TorchInputs.of(X)).get(0).floats()).containsExactly(2f, 1f, -1f);
    }

    @Test
    void gradientOfAForceLossGoesThroughTheForces() {
        module.zeroGradients();
        TorchInputs inputs = TorchInputs.of(X, HostTensor.of(new float[3], 3));
        double loss = module.addGradients("loss", inputs).get(0).item();
        assertThat(loss).isEqualTo(9.0 + 64 + 900);
        // d/db sum (2 w (w x + b))² = 8 w² (w x + b)
        assertThat(gradient("b")).containsExactly(12f, -64f, 360f);
        module.addGradients("loss", inputs);
        assertThat(gradient("b")).containsExactly(24f, -128f, 720f);
        module.zeroGradients();
        assertThat(gradient("b")).containsOnly(0f);
    }

    @Test
    void parametersAreSetInPlaceAndReadBack() {
        try (TorchModule own = TorchModule.load(TorchScriptArchive.write(Quadratic.single()), Device.CPU)) {
            List<NamedTensor> before = own.parameters();
            assertThat(before).extracting(NamedTensor::name).containsExactly("w", "b");
            own.setParameters(List.of(
                    NamedTensor.parameter("w", HostTensor.of(new float[] {0, 0, 0}, 3)),
                    NamedTensor.parameter("b", HostTensor.of(new float[] {1, 2, 3}, 3))));
            System.gc();
            assertThat(own.call("energy", TorchInputs.of(X)).get(0).item()).isEqualTo(14.0);
            assertThat(own.parameters().get(1).tensor().floats()).containsExactly(1f, 2f, 3f);
            assertThat(before.get(1).tensor().floats()).containsExactly(0.5f, 0f, -1f);
            assertThatThrownBy(() -> own.setParameters(before.subList(0, 1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void errorsSayWhatFailed() {
        assertThatThrownBy(() -> module.call("no_such", TorchInputs.of(X)))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("no_such");
        assertThatThrownBy(() -> module.call("energy", TorchInputs.of(HostTensor.of(new float[4], 4))))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("energy")
                .hasMessageContaining("size");
        TorchModule closed = TorchModule.load(TorchScriptArchive.write(Quadratic.single()), Device.CPU);
        closed.close();
        closed.close();
        assertThatThrownBy(() -> closed.call("energy", TorchInputs.of(X))).hasMessageContaining("closed");
    }

    @Test
    void absentGpuIsAnError() {
        Assumptions.assumeFalse(TorchRuntime.hasGpu(), "a GPU is here");
        assertThatThrownBy(() -> TorchModule.load(TorchScriptArchive.write(Quadratic.single()), Device.GPU))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("no CUDA device");
    }

    @Test
    void callsFromManyThreadsAgree() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> results = IntStream.range(0, 400)
                    .mapToObj(k -> pool.submit(() -> {
                        float x = k;
                        float[] force = module.call("forward", TorchInputs.of(HostTensor.of(new float[] {x, x, x}, 3)))
                                .get(1)
                                .floats();
                        return force[1] == -8 * x;
                    }))
                    .toList();
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void callsDoNotGrowNativeMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        Assumptions.assumeTrue(Files.isReadable(status), "resident memory is read from /proc/self/status");
        HostTensor large = HostTensor.of(new float[3 * 1000], 1000, 3);
        callTimes(300, large);
        long before = residentMegabytes(status);
        callTimes(2000, large);
        assertThat(residentMegabytes(status) - before).isLessThan(50);
    }

    private static void callTimes(int times, HostTensor x) {
        for (int k = 0; k < times; k++) {
            module.call("forward", TorchInputs.of(x));
        }
    }

    private static long residentMegabytes(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024;
    }

    private static float[] gradient(String name) {
        return module.gradients().stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow()
                .tensor()
                .floats();
    }
}
