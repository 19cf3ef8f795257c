package org.lowland.potential.relaxation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lowland.api.Lowland;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendId;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.NormalModes;
import org.lowland.test.XtbPotential;

/**
 * Counts the gradients that relaxations need. Arguments: a folder of .xyz and .sdf files, and backends such as
 * {@code rfo?hessian=swart@organic}, the potential {@code gfn2-xtb} being the program xtb; with {@code --modes}, also the
 * lowest vibration of each result that is no minimum. Structures of elements that the potential does not know are left
 * out.
 */
public final class RelaxationBenchmark {
    private static final String GFN2 = "gfn2-xtb";
    private static final double STEP = 0.005;
    private static final double IMAGINARY = -20;

    private RelaxationBenchmark() {}

    /** Relaxes all with each backend, a line for each backend. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean modes = words.remove("--modes");
        List<Path> files = FirstStructure.files(Path.of(words.get(0)));
        for (String word : words.subList(1, words.size())) {
            BackendId backend = BackendId.parse(word);
            try (Potential potential = potential(backend.potential())) {
                report(word, backend, potential, files, modes);
            }
        }
    }

    private static Potential potential(BackendSpec spec) {
        return spec.id().equals(GFN2) ? new XtbPotential() : Lowland.potential(spec);
    }

    private static void report(String word, BackendId backend, Potential potential, List<Path> all, boolean modes) {
        List<Path> files = all.stream()
                .filter(file -> covers(potential, FirstStructure.read(file)))
                .toList();
        OptimizationLoop loop = OptimizationLoop.builder(Lowland.optimizer(backend.optimizer()), potential)
                .build();
        List<OptimizationResult> results = files.parallelStream()
                .map(file -> loop.run(FirstStructure.read(file)))
                .toList();
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < results.size(); k++) {
            OptimizationResult result = results.get(k);
            String name = files.get(k).getFileName().toString().replaceAll("\\..*", "");
            line.append(String.format(Locale.ROOT, " %s=%d", name, result.evaluations()));
            if (!result.converged()) {
                line.append("!").append(result.reason());
            } else if (modes) {
                double[] wavenumbers = NormalModes.wavenumbers(potential, result.system(), STEP);
                if (wavenumbers.length > 0 && wavenumbers[0] < IMAGINARY) {
                    line.append(String.format(Locale.ROOT, "(%.0f cm-1)", wavenumbers[0]));
                }
            }
        }
        long total = results.stream().mapToLong(OptimizationResult::evaluations).sum();
        System.out.printf(
                Locale.ROOT,
                "%s: total %d, mean %.1f, converged %d of %d:%s%n",
                word,
                total,
                total / (double) files.size(),
                results.stream().filter(OptimizationResult::converged).count(),
                files.size(),
                line);
    }

    private static boolean covers(Potential potential, AtomicSystem system) {
        return potential
                .domain()
                .elements()
                .map(known -> Arrays.stream(system.atomicNumbers()).allMatch(known::contains))
                .orElse(true);
    }
}
