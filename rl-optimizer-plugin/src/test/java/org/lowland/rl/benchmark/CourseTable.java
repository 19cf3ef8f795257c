package org.lowland.rl.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * The file of a benchmark, a line for each run and budget, written run by run, so that a benchmark that was stopped goes
 * on; and its summary.
 */
final class CourseTable {
    private static final String HEADER =
            "potential,optimizer,starts,start,seed,atoms,budget,energy,evaluations,reason,seconds";

    private final Path file;

    CourseTable(Path file) throws IOException {
        this.file = file;
        if (!Files.exists(file)) {
            Files.writeString(file, HEADER + "\n");
        } else if (!Files.readAllLines(file).get(0).equals(HEADER)) {
            throw new IOException(file + " is no table of a benchmark; its first line is not " + HEADER);
        }
    }

    /** One run. */
    record Run(String potential, String optimizer, String starts, int start, long seed) {
        private String key() {
            return potential + "," + optimizer + "," + starts + "," + start + "," + seed + ",";
        }
    }

    /** The runs that are whole: a line may be half written when the program was killed, and is then ignored. */
    Set<String> finished(long largestBudget) throws IOException {
        Set<String> finished = new LinkedHashSet<>();
        for (String[] row : rows()) {
            if (Long.parseLong(row[6]) == largestBudget) {
                finished.add(String.join(",", List.of(row).subList(0, 5)) + ",");
            }
        }
        return finished;
    }

    static boolean isIn(Set<String> finished, Run run) {
        return finished.contains(run.key());
    }

    void append(Run run, int atoms, long[] budgets, Course course, double seconds) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int k = 0; k < budgets.length; k++) {
            lines.append(run.key())
                    .append(String.format(
                            Locale.ROOT,
                            "%d,%d,%.6f,%d,%s,%.3f%n",
                            atoms,
                            budgets[k],
                            course.energies()[k],
                            course.evaluations(),
                            course.reason(),
                            seconds));
        }
        Files.writeString(file, lines, StandardOpenOption.APPEND);
    }

    private List<String[]> rows() throws IOException {
        List<String[]> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            if (fields.length == HEADER.split(",").length) {
                rows.add(fields);
            }
        }
        return rows;
    }

    /**
     * Prints, for each optimizer and budget, the mean over starts with its interval of 95 %, in total and per atom. The
     * seeds of one start count as their mean, as they are not independent starts.
     */
    void summarize(String potential, String starts, PrintStream out) throws IOException {
        Map<String, Map<Long, Map<String, SummaryStatistics>>> cells = new LinkedHashMap<>();
        Map<String, Integer> atoms = new LinkedHashMap<>();
        for (String[] row : rows()) {
            if (row[0].equals(potential) && row[2].equals(starts)) {
                cells.computeIfAbsent(row[1], optimizer -> new TreeMap<>())
                        .computeIfAbsent(Long.valueOf(row[6]), budget -> new LinkedHashMap<>())
                        .computeIfAbsent(row[3], start -> new SummaryStatistics())
                        .addValue(Double.parseDouble(row[7]));
                atoms.put(row[1], Integer.valueOf(row[5]));
            }
        }
        out.printf(
                "| optimizer | evaluations | starts | energy, eV | 95 %% | per atom | 95 %% |%n|---|---|---|---|---|---|---|%n");
        cells.forEach((optimizer, budgets) -> budgets.forEach((budget, byStart) -> {
            SummaryStatistics means = new SummaryStatistics();
            byStart.values().forEach(seeds -> means.addValue(seeds.getMean()));
            double half = halfWidth(means);
            int size = atoms.get(optimizer);
            out.printf(
                    Locale.ROOT,
                    "| `%s` | %d | %d | %.2f | ± %.2f | %.4f | ± %.4f |%n",
                    optimizer,
                    budget,
                    means.getN(),
                    means.getMean(),
                    half,
                    means.getMean() / size,
                    half / size);
        }));
    }

    /** Half of the interval in which the mean lies with 95 %, by Student's distribution. */
    static double halfWidth(SummaryStatistics sample) {
        if (sample.getN() < 2) {
            return Double.NaN;
        }
        double quantile = new TDistribution(sample.getN() - 1).inverseCumulativeProbability(0.975);
        return quantile * sample.getStandardDeviation() / Math.sqrt(sample.getN());
    }
}
