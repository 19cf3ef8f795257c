package org.lowland.rl.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * The table of a benchmark: for each optimizer and budget the mean over starts with its interval of 95 %, in total and per
 * atom. Seeds and trainings of one start count as their mean, as they are not independent starts.
 *
 * <p>At a budget with which not one run has come to a minimum, or an optimizer has not, energies tell how far a descent
 * is and not how deep it ends: there is no rank.
 */
final class CourseSummary {
    private final List<CourseTable.Line> lines;
    private final double fmax;
    private final OptionalDouble below;

    /**
     * A summary.
     *
     * @param lines of one potential and set of starts
     * @param fmax that a minimum has, in eV/Å
     * @param below the energy in eV for each atom whose share of runs is told, such as that of the crystal
     */
    CourseSummary(List<CourseTable.Line> lines, double fmax, OptionalDouble below) {
        this.lines = List.copyOf(lines);
        this.fmax = fmax;
        this.below = below;
    }

    /**
     * What an optimizer has reached with a budget.
     *
     * @param group the optimizer, or the name that several trainings share
     * @param starts how many
     * @param runs how many
     * @param mean over the starts, in eV
     * @param halfWidth of its interval
     * @param trainings standard deviation of the means of the trainings; NaN for one
     * @param perAtom the mean for each atom
     * @param halfWidthPerAtom of its interval
     * @param minima share of the runs that ended at a minimum
     * @param below share of the runs that ended below the energy asked for
     */
    record Cell(
            String group,
            long budget,
            long starts,
            int runs,
            double mean,
            double halfWidth,
            double trainings,
            double perAtom,
            double halfWidthPerAtom,
            double minima,
            double below) {}

    /** The cells of a budget, lowest mean first. */
    List<Cell> cells(long budget) {
        Map<String, List<CourseTable.Line>> groups = new LinkedHashMap<>();
        for (CourseTable.Line line : lines) {
            if (line.budget() == budget) {
                groups.computeIfAbsent(line.run().group(), group -> new ArrayList<>())
                        .add(line);
            }
        }
        List<Cell> cells = new ArrayList<>();
        groups.forEach((group, own) -> cells.add(cell(group, budget, own)));
        cells.sort(Comparator.comparingDouble(Cell::mean));
        return cells;
    }

    private Cell cell(String group, long budget, List<CourseTable.Line> own) {
        SummaryStatistics total = means(own, false);
        SummaryStatistics perAtom = means(own, true);
        Map<String, SummaryStatistics> trainings = new LinkedHashMap<>();
        own.forEach(line -> trainings
                .computeIfAbsent(line.run().optimizer(), one -> new SummaryStatistics())
                .addValue(line.energy()));
        SummaryStatistics between = new SummaryStatistics();
        trainings.values().forEach(one -> between.addValue(one.getMean()));
        return new Cell(
                group,
                budget,
                total.getN(),
                own.size(),
                total.getMean(),
                halfWidth(total),
                trainings.size() > 1 ? between.getStandardDeviation() : Double.NaN,
                perAtom.getMean(),
                halfWidth(perAtom),
                share(own.stream().filter(line -> line.fmax() <= fmax).count(), own.size()),
                share(
                        own.stream()
                                .filter(line -> line.energy() / line.atoms() <= below.orElse(Double.NaN))
                                .count(),
                        own.size()));
    }

    private static double share(long some, int all) {
        return some / (double) all;
    }

    private static SummaryStatistics means(List<CourseTable.Line> own, boolean perAtom) {
        Map<Integer, SummaryStatistics> byStart = new LinkedHashMap<>();
        for (CourseTable.Line line : own) {
            byStart.computeIfAbsent(line.run().start(), start -> new SummaryStatistics())
                    .addValue(perAtom ? line.energy() / line.atoms() : line.energy());
        }
        SummaryStatistics means = new SummaryStatistics();
        byStart.values().forEach(seeds -> means.addValue(seeds.getMean()));
        return means;
    }

    /** All budgets, in order. */
    List<Long> budgets() {
        return new ArrayList<>(
                new TreeSet<>(lines.stream().map(CourseTable.Line::budget).toList()));
    }

    void print(PrintStream out) {
        boolean asked = below.isPresent();
        out.println(
                "| evaluations | optimizer | starts | runs | energy, eV | 95 % | sd of trainings | per atom | 95 % |"
                        + " minima |" + (asked ? " below " + below.orElseThrow() + " |" : "") + " rank |");
        out.println("|---|---|---|---|---|---|---|---|---|---|" + (asked ? "---|" : "") + "---|");
        for (long budget : budgets()) {
            List<Cell> cells = cells(budget);
            boolean ranked = cells.stream().anyMatch(cell -> cell.minima() > 0);
            int rank = 1;
            for (Cell cell : cells) {
                String place = cell.minima() > 0 ? Integer.toString(rank++) : "none";
                out.printf(
                        Locale.ROOT,
                        "| %d | `%s` | %d | %d | %.2f | ± %.2f | %s | %.4f | ± %.4f | %.0f %% |%s %s |%n",
                        budget,
                        cell.group(),
                        cell.starts(),
                        cell.runs(),
                        cell.mean(),
                        cell.halfWidth(),
                        Double.isNaN(cell.trainings()) ? "" : String.format(Locale.ROOT, "%.2f", cell.trainings()),
                        cell.perAtom(),
                        cell.halfWidthPerAtom(),
                        100 * cell.minima(),
                        asked ? String.format(Locale.ROOT, " %.0f %% |", 100 * cell.below()) : "",
                        place);
            }
            if (!ranked) {
                out.printf("%nNo ranking at %d evaluations: not one run came to a minimum.%n%n", budget);
            }
        }
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
