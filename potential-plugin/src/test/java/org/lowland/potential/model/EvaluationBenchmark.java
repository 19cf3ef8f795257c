package org.lowland.potential.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.build3d.Smiles;
import org.lowland.potential.network.Painn;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.TorchScriptArchive;

/**
 * What an evaluation of the shipped model costs in the kernel and in libtorch, the calls of the two taking turns in one
 * thread, and that it costs no memory that stays. Not among the tests that a build runs: {@code mvn -B -ntp test -pl
 * potential-plugin -am -Dtest=EvaluationBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class EvaluationBenchmark {
    private static final String ASPIRIN = "CC(=O)Oc1ccccc1C(=O)O";
    private static final double SPACING = 3.1;

    private final NetworkPotential kernel = load(EngineChoice.KERNEL);
    private final NetworkPotential torch = load(EngineChoice.TORCHSCRIPT);

    private static NetworkPotential load(EngineChoice engine) {
        return NetworkPotential.load(ShippedModelProvider.archive("organic"), Device.CPU, engine);
    }

    private static AtomicSystem aspirin() {
        return Molecules.toSystem(ConformerBuilder.thorough().build(Smiles.parse(ASPIRIN), 1));
    }

    @Test
    void batches() {
        AtomicSystem aspirin = aspirin();
        warmUp(aspirin);
        for (int molecules : new int[] {1, 8, 64, 512}) {
            compare(molecules + " x 21 atoms", Collections.nCopies(molecules, aspirin), Math.max(6, 400 / molecules));
        }
    }

    @Test
    void sizes() {
        warmUp(aspirin());
        for (int molecules : new int[] {3, 10, 33, 100, 333, 1000, 3333}) {
            compare(3 * molecules + " atoms of water", List.of(water(molecules)), Math.max(4, 400 / molecules));
        }
    }

    /** Networks with first weights, whose cost is that of trained ones. */
    @Test
    void degrees() {
        AtomicSystem aspirin = aspirin();
        for (int degree : new int[] {1, 2}) {
            ModelMetadata metadata = kernel.metadata();
            Painn painn = new Painn(metadata.atomicNumbers(), 64, 3, degree, 20, 5.0, 1e-2, false, Optional.empty());
            byte[] archive = TorchScriptArchive.write(
                    painn.module(HostTensor.Type.FLOAT32, 1).withMetadata(metadata.toJson()));
            try (NetworkPotential ours = NetworkPotential.load(archive, Device.CPU, EngineChoice.KERNEL);
                    NetworkPotential theirs = NetworkPotential.load(archive, Device.CPU, EngineChoice.TORCHSCRIPT)) {
                warmUp(ours, theirs, aspirin);
                compare(ours, theirs, "degree " + degree + ", 21 atoms", List.of(aspirin), 400);
                compare(ours, theirs, "degree " + degree + ", 999 atoms of water", List.of(water(333)), 10);
            }
        }
    }

    @Test
    void memory() throws IOException {
        AtomicSystem aspirin = aspirin();
        warmUp(aspirin);
        for (Potential potential : List.of(kernel, torch)) {
            long before = residentKilobytes();
            for (int k = 0; k < 10_000; k++) {
                potential.evaluate(aspirin);
            }
            long growth = residentKilobytes() - before;
            System.out.printf(Locale.ROOT, "10,000 evaluations: resident memory grew by %d kB%n", growth);
            assertThat(growth).isLessThan(50_000);
        }
    }

    private void warmUp(AtomicSystem system) {
        warmUp(kernel, torch, system);
    }

    private static void warmUp(Potential ours, Potential theirs, AtomicSystem system) {
        for (int k = 0; k < 4000; k++) {
            ours.evaluate(system);
            if (k % 20 == 0) {
                theirs.evaluate(system);
            }
        }
    }

    /** Water molecules on a lattice as dense as the liquid. */
    private static AtomicSystem water(int molecules) {
        int side = (int) Math.ceil(Math.cbrt(molecules));
        int[] numbers = new int[3 * molecules];
        double[] positions = new double[9 * molecules];
        double[] shape = {0, 0, 0, 0.76, 0.59, 0, -0.76, 0.59, 0};
        for (int m = 0; m < molecules; m++) {
            double[] corner = {SPACING * (m % side), SPACING * (m / side % side), SPACING * (m / side / side)};
            for (int k = 0; k < 9; k++) {
                positions[9 * m + k] = corner[k % 3] + shape[k];
            }
            numbers[3 * m] = 8;
            numbers[3 * m + 1] = 1;
            numbers[3 * m + 2] = 1;
        }
        return AtomicSystem.of(numbers, positions);
    }

    private void compare(String what, List<AtomicSystem> systems, int rounds) {
        compare(kernel, torch, what, systems, rounds);
    }

    private static void compare(Potential ours, Potential theirs, String what, List<AtomicSystem> systems, int rounds) {
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            first.add(milliseconds(ours, systems));
            second.add(milliseconds(theirs, systems));
        }
        double[] a = sorted(first);
        double[] b = sorted(second);
        System.out.printf(
                Locale.ROOT,
                "%-32s kernel min %9.3f median %9.3f ms; libtorch min %9.3f median %9.3f ms; ratio %.1f of minima, %.1f"
                        + " of medians%n",
                what,
                a[0],
                a[rounds / 2],
                b[0],
                b[rounds / 2],
                b[0] / a[0],
                b[rounds / 2] / a[rounds / 2]);
    }

    private static double[] sorted(List<Double> values) {
        double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(array);
        return array;
    }

    private static double milliseconds(Potential potential, List<AtomicSystem> systems) {
        long before = System.nanoTime();
        potential.evaluate(systems);
        return (System.nanoTime() - before) * 1e-6;
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
