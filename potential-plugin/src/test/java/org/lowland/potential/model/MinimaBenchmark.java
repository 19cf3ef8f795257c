package org.lowland.potential.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lowland.api.Lowland;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendId;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;
import org.lowland.io.format.StructureFormat;
import org.lowland.test.NormalModes;
import org.lowland.test.XtbPotential;

/**
 * Relaxes the files of folders and says whether a minimum was reached: the lowest vibrations by central differences of
 * forces. Arguments: the backend ({@code rfo@gfn2-xtb} or any of Lowland's), then files or folders of SDF and XYZ.
 */
public final class MinimaBenchmark {
    private static final String GFN2 = "gfn2-xtb";
    private static final double STEP = 0.005;
    private static final double LOWEST = -20;

    private MinimaBenchmark() {}

    /** Relaxes all, a line for each. */
    public static void main(String[] arguments) throws Exception {
        BackendId backend = BackendId.parse(arguments[0]);
        long total = 0;
        int converged = 0;
        int minima = 0;
        List<Path> files = files(arguments);
        try (Potential potential =
                backend.potential().id().equals(GFN2) ? new XtbPotential() : Lowland.potential(backend.potential())) {
            OptimizationLoop loop = OptimizationLoop.builder(Lowland.optimizer(backend.optimizer()), potential)
                    .build();
            for (Path file : files) {
                AtomicSystem start = read(file);
                if (!covers(potential, start)) {
                    System.out.println(file.getFileName() + ": holds elements that the potential does not know");
                    continue;
                }
                OptimizationResult result = loop.run(start);
                double[] modes = NormalModes.wavenumbers(potential, result.system(), STEP);
                total += result.evaluations();
                converged += result.converged() ? 1 : 0;
                minima += modes.length == 0 || modes[0] > LOWEST ? 1 : 0;
                System.out.printf(
                        Locale.ROOT,
                        "%s: %d evaluations, %s, lowest modes %s%n",
                        file.getFileName(),
                        result.evaluations(),
                        result.reason(),
                        Arrays.stream(modes)
                                .limit(3)
                                .mapToObj(mode -> String.format(Locale.ROOT, "%.0f", mode))
                                .collect(Collectors.joining(", ")));
            }
        }
        System.out.printf(
                "%d evaluations in all, %d of %d converged, %d minima%n", total, converged, files.size(), minima);
    }

    private static List<Path> files(String[] arguments) throws Exception {
        List<Path> files = new ArrayList<>();
        for (int k = 1; k < arguments.length; k++) {
            try (Stream<Path> found = Files.walk(Path.of(arguments[k]))) {
                found.filter(file -> file.toString().matches(".*\\.(sdf|xyz)"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static AtomicSystem read(Path file) throws Exception {
        try (RecordReader<? extends Structure> reader = StructureFormat.of(file).open(file)) {
            Structure structure = reader.next();
            return structure instanceof MoleculeRecord molecule
                    ? Molecules.toSystem(molecule.molecule())
                    : ((LabelledFrame) structure).system();
        }
    }

    private static boolean covers(Potential potential, AtomicSystem system) {
        return potential
                .domain()
                .elements()
                .map(known -> Arrays.stream(system.atomicNumbers()).allMatch(known::contains))
                .orElse(true);
    }
}
