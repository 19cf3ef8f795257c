package org.lowland.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lowland.api.Lowland;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.config.Elements;

/**
 * Counts the gradients that optimizers need on GFN2-xTB. Arguments: a folder of .xyz or .sdf files, and optimizers with
 * their options, such as {@code rfo?hessian=swart}; after {@code --modes}, also how many modes of each result lie below
 * -20 cm⁻¹.
 */
final class RelaxationBenchmark {
    private static final double IMAGINARY = -20;

    private RelaxationBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean modes = words.remove("--modes");
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(words.get(0)))) {
            files = all.filter(file -> file.toString().matches(".*\\.(xyz|sdf)"))
                    .sorted()
                    .toList();
        }
        for (String spec : words.subList(1, words.size())) {
            GeometryOptimizer optimizer = Lowland.optimizer(BackendSpec.parse(spec));
            Potential potential = new XtbPotential();
            OptimizationLoop loop =
                    OptimizationLoop.builder(optimizer, potential).build();
            List<OptimizationResult> results =
                    files.parallelStream().map(file -> loop.run(read(file))).toList();
            StringBuilder line = new StringBuilder();
            for (int k = 0; k < results.size(); k++) {
                OptimizationResult result = results.get(k);
                String name = files.get(k).getFileName().toString().replaceAll("\\..*", "");
                line.append(String.format(Locale.ROOT, " %s=%d", name, result.evaluations()));
                if (!result.converged()) {
                    line.append("!").append(result.reason());
                } else if (modes) {
                    double lowest = NormalModes.wavenumbers(potential, result.system(), 0.005)[0];
                    line.append(String.format(Locale.ROOT, lowest < IMAGINARY ? "(%.0f cm-1)" : "", lowest));
                }
            }
            long total =
                    results.stream().mapToLong(OptimizationResult::evaluations).sum();
            System.out.printf(
                    Locale.ROOT,
                    "%s: total %d, mean %.1f, converged %d of %d:%s%n",
                    spec,
                    total,
                    total / (double) files.size(),
                    results.stream().filter(OptimizationResult::converged).count(),
                    files.size(),
                    line);
        }
    }

    private static AtomicSystem read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return file.toString().endsWith(".xyz") ? xyz(lines) : sdf(lines);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AtomicSystem xyz(List<String> lines) {
        int atoms = Integer.parseInt(lines.get(0).trim());
        int[] numbers = new int[atoms];
        double[] positions = new double[3 * atoms];
        for (int k = 0; k < atoms; k++) {
            String[] words = lines.get(2 + k).trim().split("\\s+");
            numbers[k] = Elements.ofString(words[0]).number();
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * k + axis] = Double.parseDouble(words[1 + axis]);
            }
        }
        return AtomicSystem.of(numbers, positions);
    }

    private static AtomicSystem sdf(List<String> lines) {
        int atoms = Integer.parseInt(lines.get(3).substring(0, 3).trim());
        int[] numbers = new int[atoms];
        double[] positions = new double[3 * atoms];
        int[] bonds = new int[2 * Integer.parseInt(lines.get(3).substring(3, 6).trim())];
        for (int k = 0; k < atoms; k++) {
            String line = lines.get(4 + k);
            numbers[k] = Elements.ofString(line.substring(31, 34).trim()).number();
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * k + axis] = Double.parseDouble(
                        line.substring(10 * axis, 10 * axis + 10).trim());
            }
        }
        for (int k = 0; k < bonds.length; k++) {
            String line = lines.get(4 + atoms + k / 2);
            int from = k % 2 * 3;
            bonds[k] = Integer.parseInt(line.substring(from, from + 3).trim()) - 1;
        }
        return AtomicSystem.builder(numbers, positions).bonds(bonds).build();
    }
}
