package org.lowland.potential.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.network.ArchivedPainn;
import org.lowland.potential.network.AtomGraph;
import org.lowland.potential.network.GraphBatch;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.NamedTensor;
import org.lowland.potential.torch.TorchModule;
import org.lowland.potential.torch.TorchOutputs;
import org.lowland.potential.torch.TorchScriptArchive;
import org.lowland.test.Structures;

/** The kernel serves where it can, libtorch elsewhere, and what is asked for by name is never replaced. */
class EngineChoiceTest {
    private static final byte[] ORGANIC = ShippedModelProvider.archive("organic");

    @Test
    void theKernelComesFirst() {
        try (NetworkPotential organic = NetworkPotential.load(ORGANIC, Device.CPU)) {
            assertThat(organic.engine()).startsWith("kernel");
        }
        assertThat(new OrganicProvider().status().orElseThrow()).contains("kernel");
    }

    /** In single precision libtorch itself is off by some 1e-5 eV/Å; the kernel is held to the network's true forces. */
    @Test
    void bothComputeTheShippedNetwork() {
        try (NetworkPotential kernel = NetworkPotential.load(ORGANIC, Device.CPU, EngineChoice.KERNEL);
                NetworkPotential torch = NetworkPotential.load(ORGANIC, Device.CPU, EngineChoice.TORCHSCRIPT);
                TorchModule exact = inDoublePrecision(kernel.metadata())) {
            ModelMetadata metadata = kernel.metadata();
            assertThat(torch.engine()).isEqualTo("libtorch");
            for (AtomicSystem system :
                    List.of(Structures.water(), Structures.ethanol(), Structures.acetamide(), Structures.benzene())) {
                AtomGraph graph = Graphs.of(system, metadata.atomicNumbers(), metadata.cutoff());
                GraphBatch batch = GraphBatch.of(List.of(graph), metadata.cutoff(), HostTensor.Type.FLOAT64);
                TorchOutputs truth = exact.call("forward", batch.inputs());
                double energy = truth.get(0).item() + metadata.selfEnergy(system);
                double[] forces = truth.get(1).doubles();
                assertThat(kernel.evaluate(system).energy()).isCloseTo(energy, within(1e-5));
                assertThat(kernel.evaluate(system).forces()).containsExactly(forces, within(1e-5));
                assertThat(torch.evaluate(system).energy()).isCloseTo(energy, within(1e-5));
                assertThat(torch.evaluate(system).forces()).containsExactly(forces, within(5e-5));
            }
        }
    }

    private static TorchModule inDoublePrecision(ModelMetadata metadata) {
        ArchivedPainn read = ArchivedPainn.read(ORGANIC, metadata.atomicNumbers(), metadata.cutoff())
                .orElseThrow();
        List<NamedTensor> doubles = read.parameters().stream()
                .map(p -> NamedTensor.parameter(
                        p.name(),
                        HostTensor.of(p.tensor().toDoubles(), p.tensor().shape())))
                .toList();
        return TorchModule.load(
                TorchScriptArchive.write(
                        read.painn().module(HostTensor.Type.FLOAT64, 0).withValues(doubles)),
                Device.CPU);
    }

    @Test
    void aGraphicsCardHasNoKernel() {
        assertThatThrownBy(() -> NetworkPotential.load(ORGANIC, Device.GPU, EngineChoice.KERNEL))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("processor");
    }

    @Test
    void withoutTheModuleLibtorchServesAndSaysSo() throws Exception {
        List<String> lines = inAnotherMachine(List.of(), "auto");
        assertThat(lines).anyMatch(line -> line.contains("INFO") && line.contains("is computed by libtorch"));
        assertThat(lines).contains("engine libtorch");
        assertThat(inAnotherMachine(List.of(), "kernel"))
                .anyMatch(line -> line.contains(BackendException.class.getSimpleName())
                        && line.contains("--add-modules jdk.incubator.vector"));
    }

    @Test
    void narrowerVectorsGiveTheSame() throws Exception {
        double[] here;
        try (NetworkPotential kernel = NetworkPotential.load(ORGANIC, Device.CPU, EngineChoice.KERNEL)) {
            here = kernel.evaluate(Structures.acetamide()).forces();
        }
        List<String> lines =
                inAnotherMachine(List.of("--add-modules", "jdk.incubator.vector", "-XX:MaxVectorSize=16"), "kernel");
        assertThat(lines).contains("engine kernel, vectors of 4 single-precision numbers");
        double[] there = lines.stream()
                .filter(line -> line.startsWith("force "))
                .mapToDouble(line -> Double.parseDouble(line.substring(6)))
                .toArray();
        assertThat(there).containsExactly(here, within(1e-5));
    }

    private static List<String> inAnotherMachine(List<String> flags, String engine) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), EngineChoiceTest.class.getName(), engine));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        byte[] output = process.getInputStream().readAllBytes();
        process.waitFor();
        return new String(output, StandardCharsets.UTF_8).lines().toList();
    }

    /** What the other virtual machine runs: the engine and the forces on acetamide, line by line. */
    public static void main(String[] arguments) {
        EngineChoice engine = EngineChoice.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        try (NetworkPotential organic = NetworkPotential.load(ORGANIC, Device.CPU, engine)) {
            System.out.println("engine " + organic.engine());
            for (double force : organic.evaluate(Structures.acetamide()).forces()) {
                System.out.println("force " + force);
            }
        }
    }
}
