package org.lowland.potential.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.Options;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.build3d.Smiles;

/**
 * What an evaluation of the shipped model costs, and that it costs no memory that stays. Not among the tests that a build
 * runs: {@code mvn -B -ntp test -pl potential-plugin -am -Dtest=EvaluationBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class EvaluationBenchmark {
    private static final String ASPIRIN = "CC(=O)Oc1ccccc1C(=O)O";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void timesOneMoleculeAndABatchAndWatchesTheMemory() throws IOException {
        AtomicSystem aspirin = Molecules.toSystem(ConformerBuilder.thorough().build(Smiles.parse(ASPIRIN), 1));
        List<AtomicSystem> batch = Collections.nCopies(64, aspirin);
        OrganicProvider provider = new OrganicProvider();
        try (Potential organic = provider.create(Options.parse(provider, Map.of()))) {
            report("21 atoms", organic, List.of(aspirin), 300, 1000);
            report("64 x 21 atoms", organic, batch, 3, 15);
            long before = residentKilobytes();
            for (int k = 0; k < 10_000; k++) {
                organic.evaluate(aspirin);
            }
            long growth = residentKilobytes() - before;
            System.out.printf(Locale.ROOT, "10,000 evaluations: resident memory grew by %d kB%n", growth);
            assertThat(growth).isLessThan(50_000);
        }
    }

    private static void report(String what, Potential potential, List<AtomicSystem> systems, int warmUp, int runs) {
        for (int k = 0; k < warmUp; k++) {
            potential.evaluate(systems);
        }
        List<Double> cpu = new ArrayList<>();
        double[] wall = new double[runs];
        for (int k = 0; k < runs; k++) {
            long cpuBefore = THREADS.getCurrentThreadCpuTime();
            long before = System.nanoTime();
            potential.evaluate(systems);
            wall[k] = (System.nanoTime() - before) * 1e-6;
            cpu.add((THREADS.getCurrentThreadCpuTime() - cpuBefore) * 1e-6);
        }
        Collections.sort(cpu);
        Arrays.sort(wall);
        System.out.printf(
                Locale.ROOT,
                "%s: CPU ms median %.2f, minimum %.2f; wall ms median %.2f, minimum %.2f%n",
                what,
                cpu.get(runs / 2),
                cpu.get(0),
                wall[runs / 2],
                wall[0]);
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
