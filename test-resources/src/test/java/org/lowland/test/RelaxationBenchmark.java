package org.lowland.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lowland.api.hessian.ModelHessian;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.relax.Rfo;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.config.Elements;

/** Counts the gradients that optimizers need on GFN2-xTB. */
final class RelaxationBenchmark {
    private RelaxationBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(f -> f.toString().matches(arguments.length > 2 ? arguments[2] : ".*\\.(xyz|sdf)"))
                    .sorted()
                    .toList();
        }
        for (String spec : arguments[1].split(",")) {
            GeometryOptimizer optimizer = spec.startsWith("rfo:")
                    ? new Rfo(
                            ModelHessian.byId(spec.substring(4)),
                            Double.parseDouble(System.getProperty("trust", "0.5")),
                            Double.parseDouble(System.getProperty("trustMax", "1")))
                    : new Lbfgs();
            List<OptimizationResult> results = files.parallelStream()
                    .map(f -> OptimizationLoop.builder(optimizer, new XtbPotential())
                            .build()
                            .run(read(f)))
                    .toList();
            long total = 0;
            StringBuilder line = new StringBuilder();
            for (int k = 0; k < files.size(); k++) {
                OptimizationResult r = results.get(k);
                total += r.evaluations();
                line.append(files.get(k).getFileName().toString().replaceAll("\\..*", ""))
                        .append("=")
                        .append(r.evaluations())
                        .append(r.converged() ? "" : "!" + r.reason() + r)
                        .append(" ");
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s total %d mean %.1f converged %d | %s%n",
                    spec,
                    total,
                    total / (double) files.size(),
                    results.stream().filter(OptimizationResult::converged).count(),
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
        int n = Integer.parseInt(lines.get(0).trim());
        int[] numbers = new int[n];
        double[] positions = new double[3 * n];
        for (int k = 0; k < n; k++) {
            String[] words = lines.get(2 + k).trim().split("\\s+");
            numbers[k] = Elements.ofString(words[0]).number();
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * k + axis] = Double.parseDouble(words[1 + axis]);
            }
        }
        return AtomicSystem.of(numbers, positions);
    }

    private static AtomicSystem sdf(List<String> lines) {
        int n = Integer.parseInt(lines.get(3).substring(0, 3).trim());
        int m = Integer.parseInt(lines.get(3).substring(3, 6).trim());
        int[] numbers = new int[n];
        double[] positions = new double[3 * n];
        int[] bonds = new int[2 * m];
        for (int k = 0; k < n; k++) {
            String line = lines.get(4 + k);
            numbers[k] = Elements.ofString(line.substring(31, 34).trim()).number();
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * k + axis] = Double.parseDouble(
                        line.substring(10 * axis, 10 * axis + 10).trim());
            }
        }
        for (int k = 0; k < m; k++) {
            String line = lines.get(4 + n + k);
            bonds[2 * k] = Integer.parseInt(line.substring(0, 3).trim()) - 1;
            bonds[2 * k + 1] = Integer.parseInt(line.substring(3, 6).trim()) - 1;
        }
        return AtomicSystem.builder(numbers, positions).bonds(bonds).build();
    }
}
