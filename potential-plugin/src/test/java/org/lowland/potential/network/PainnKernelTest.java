package org.lowland.potential.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.potential.model.Graphs;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.HostTensor.Type;
import org.lowland.potential.torch.NamedTensor;
import org.lowland.potential.torch.TorchModule;
import org.lowland.potential.torch.TorchOutputs;
import org.lowland.potential.torch.TorchScriptArchive;

/** The kernel is the network: its energies and forces are those of the TorchScript in double precision. */
class PainnKernelTest {
    private static final long SEED = 64;
    private static final int[] ELEMENTS = {1, 6, 8};

    private final Random random = new Random(SEED);

    private static Painn painn(int features, int interactions, int degree, boolean bounded, int radial) {
        return new Painn(
                List.of(1, 6, 8),
                features,
                interactions,
                degree,
                radial,
                5.0,
                bounded ? 1e-2 : 1e-8,
                bounded,
                Optional.empty());
    }

    /** First weights, stirred, and with a readout that does not predict almost nothing. */
    private List<NamedTensor> parameters(Painn painn) {
        List<NamedTensor> parameters = new ArrayList<>();
        for (NamedTensor tensor : painn.module(Type.FLOAT32, SEED).tensors()) {
            if (!tensor.trainable()) {
                parameters.add(tensor);
                continue;
            }
            float[] values = tensor.tensor().floats().clone();
            float scale = tensor.name().equals("readout2_weight") ? 10f : 1f;
            for (int k = 0; k < values.length; k++) {
                values[k] = scale * values[k] + 0.02f * (float) random.nextGaussian();
            }
            parameters.add(NamedTensor.parameter(
                    tensor.name(), HostTensor.of(values, tensor.tensor().shape())));
        }
        return parameters;
    }

    private static PainnKernel kernel(Painn painn, List<NamedTensor> parameters) {
        return PainnKernels.find().orElseThrow().create(painn, parameters);
    }

    private AtomicSystem cluster(int atoms) {
        int[] numbers = random.ints(atoms, 0, 3).map(k -> ELEMENTS[k]).toArray();
        return AtomicSystem.of(numbers, Clusters.positions(atoms, random));
    }

    private static TorchModule exact(Painn painn, List<NamedTensor> parameters) {
        List<NamedTensor> doubles = parameters.stream()
                .map(p -> NamedTensor.parameter(
                        p.name(),
                        HostTensor.of(p.tensor().toDoubles(), p.tensor().shape())))
                .toList();
        return TorchModule.load(
                TorchScriptArchive.write(painn.module(Type.FLOAT64, 0).withValues(doubles)), Device.CPU);
    }

    private static void assertSame(Painn painn, List<NamedTensor> parameters, List<AtomicSystem> systems) {
        PainnKernel kernel = kernel(painn, parameters);
        try (TorchModule module = exact(painn, parameters)) {
            for (AtomicSystem system : systems) {
                AtomGraph graph = Graphs.of(system, painn.elements(), painn.cutoff());
                TorchOutputs expected = module.call(
                        "forward",
                        GraphBatch.of(List.of(graph), painn.cutoff(), Type.FLOAT64)
                                .inputs());
                double[] forces = new double[3 * system.size()];
                double energy = kernel.evaluate(system, forces);
                String what = system.size() + " atoms, seed " + SEED;
                assertThat(energy)
                        .as(what)
                        .isCloseTo(
                                expected.get(0).item(),
                                within(1e-6
                                        * Math.max(
                                                2.0 * system.size(),
                                                Math.abs(expected.get(0).item()))));
                double[] exact = expected.get(1).doubles();
                double largest = Arrays.stream(exact).map(Math::abs).max().orElse(0);
                assertThat(forces).as(what).containsExactly(exact, within(2e-6 * Math.max(5, largest)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "64, 3, 1, 20, false",
        "16, 1, 1, 5, false",
        "48, 2, 1, 8, false",
        "10, 3, 1, 7, false",
        "6, 4, 1, 1, false",
        "128, 2, 1, 20, false",
        "64, 3, 2, 20, false",
        "16, 1, 2, 5, false",
        "48, 2, 2, 8, false",
        "10, 3, 2, 7, false",
        "6, 2, 2, 3, false",
        "16, 2, 1, 5, true",
        "64, 3, 2, 8, true",
        "16, 1, 2, 5, true",
        "10, 3, 2, 7, true"
    })
    void equalsTorchScriptWhateverTheSize(int features, int interactions, int degree, int radial, boolean bounded) {
        Painn painn = painn(features, interactions, degree, bounded, radial);
        assertSame(
                painn,
                parameters(painn),
                List.of(cluster(2), cluster(1), cluster(21), cluster(7), cluster(45), cluster(12)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void equalsTorchScriptOnAThousandAtoms(int degree) {
        Painn painn = painn(16, 2, degree, false, 5);
        assertSame(painn, parameters(painn), List.of(cluster(1100)));
    }

    @ParameterizedTest
    @CsvSource({"1, false", "1, true", "2, false", "2, true"})
    void equalsTorchScriptWhereAtomsClash(int degree, boolean bounded) {
        RepulsiveCore core = new RepulsiveCore(0.375, 0.75);
        Painn painn =
                new Painn(List.of(1, 6, 8), 16, 3, degree, 8, 5.0, bounded ? 1e-2 : 1e-8, bounded, Optional.of(core));
        List<AtomicSystem> systems = new ArrayList<>();
        for (double distance : new double[] {0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1.05, 1.2}) {
            double[] positions = {0, 0, 0, 0, distance, 0, 1.4, 0.1, 0.2, 1.4, 0.1, 0.2 + distance};
            systems.add(AtomicSystem.of(new int[] {6, 8, 1, 6}, positions));
        }
        assertSame(painn, parameters(painn), systems);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void equalsTorchScriptInCells(int degree) {
        Painn painn = painn(32, 3, degree, true, 10);
        double[] positions = Clusters.positions(5, random);
        List<AtomicSystem> systems = new ArrayList<>();
        for (double edge : new double[] {4.1, 7.3, 16}) {
            Cell cell = Cell.of(new double[] {edge, 0, 0, 0.7, edge + 0.2, 0, 0.3, -0.4, edge - 0.1}, true, true, true);
            systems.add(AtomicSystem.builder(new int[] {1, 6, 8, 1, 6}, positions)
                    .cell(cell)
                    .build());
        }
        assertSame(painn, parameters(painn), systems);
    }

    @Test
    void isTheSameForAnyNumberOfThreads() throws Exception {
        Painn painn = painn(64, 3, 1, false, 20);
        PainnKernel kernel = kernel(painn, parameters(painn));
        List<AtomicSystem> systems = new ArrayList<>();
        for (int k = 0; k < 60; k++) {
            systems.add(cluster(1 + random.nextInt(40)));
        }
        List<double[]> alone = evaluate(kernel, systems, 1);
        Collections.reverse(systems);
        List<double[]> together = evaluate(kernel, systems, 8);
        Collections.reverse(together);
        for (int k = 0; k < alone.size(); k++) {
            assertThat(together.get(k)).as("seed %d", SEED).containsExactly(alone.get(k));
        }
    }

    private static List<double[]> evaluate(PainnKernel kernel, List<AtomicSystem> systems, int threads)
            throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<double[]>> calls = new ArrayList<>();
            for (AtomicSystem system : systems) {
                calls.add(() -> {
                    double[] results = new double[3 * system.size() + 1];
                    results[3 * system.size()] = kernel.evaluate(system, results);
                    return results;
                });
            }
            List<double[]> results = new ArrayList<>();
            for (Future<double[]> result : workers.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            workers.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void allocatesNothing(int degree) {
        Painn painn = painn(64, 3, degree, true, 20);
        PainnKernel kernel = kernel(painn, parameters(painn));
        AtomicSystem system = cluster(21);
        double[] forces = new double[63];
        double[] virial = new double[9];
        com.sun.management.ThreadMXBean memory =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 60 && least > 0; round++) {
            long before = memory.getCurrentThreadAllocatedBytes();
            for (int k = 0; k < 200; k++) {
                kernel.evaluate(system, forces, virial);
            }
            least = Math.min(least, memory.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).as("bytes of 200 evaluations, once compiled").isZero();
    }

    @Test
    void comesBackFromItsArchiveAndFromNoOther() {
        comesBack(new Painn(List.of(1, 6, 8), 10, 2, 7, 4.5, 3e-4));
        RepulsiveCore core = new RepulsiveCore(0.375, 0.75);
        comesBack(new Painn(List.of(1, 6, 8), 10, 2, 1, 7, 4.5, 3e-4, true, Optional.of(core)));
        comesBack(new Painn(List.of(1, 6, 8), 10, 2, 2, 7, 4.5, 3e-4, true, Optional.of(core)));
    }

    private void comesBack(Painn painn) {
        List<NamedTensor> parameters = parameters(painn);
        byte[] archive = TorchScriptArchive.write(painn.module(Type.FLOAT32, 1).withValues(parameters));
        ArchivedPainn read = ArchivedPainn.read(archive, painn.elements(), 4.5).orElseThrow();
        assertThat(read.painn()).isEqualTo(painn);
        for (int k = 0; k < parameters.size(); k++) {
            assertThat(read.parameters().get(k).tensor().floats())
                    .containsExactly(parameters.get(k).tensor().floats());
        }
        assertThat(ArchivedPainn.read(archive, painn.elements(), 5.0)).isEmpty();
        assertThat(ArchivedPainn.read(archive, List.of(1, 6), 4.5)).isEmpty();
        assertThat(ArchivedPainn.read(TorchScriptArchive.write(painn.module(Type.FLOAT64, 1)), painn.elements(), 4.5))
                .isEmpty();
        assertThatThrownBy(() -> kernel(painn, parameters.subList(1, parameters.size())))
                .hasMessageContaining("lack");
    }
}
