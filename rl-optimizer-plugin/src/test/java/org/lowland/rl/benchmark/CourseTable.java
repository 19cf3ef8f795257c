package org.lowland.rl.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The file of a benchmark, a line for each run and budget, written run by run, so that a benchmark that was stopped goes
 * on. Thread-safe.
 */
final class CourseTable {
    private static final String HEADER =
            "potential,group,optimizer,starts,start,seed,atoms,budget,energy,fmax,evaluations,reason,seconds";

    private final Path file;

    CourseTable(Path file) throws IOException {
        this.file = file;
        if (!Files.exists(file)) {
            Files.writeString(file, HEADER + "\n");
        } else if (!Files.readAllLines(file).get(0).equals(HEADER)) {
            throw new IOException(file + " is no table of a benchmark; its first line is not " + HEADER);
        }
    }

    /**
     * One run.
     *
     * @param group under which it is summed up: the optimizer, or the name that several trainings share
     */
    record Run(String potential, String group, String optimizer, String starts, int start, long seed) {
        private String key() {
            return potential + "," + group + "," + optimizer + "," + starts + "," + start + "," + seed + ",";
        }
    }

    /** One line. */
    record Line(Run run, int atoms, long budget, double energy, double fmax) {}

    /** The runs that are whole: a line may be half written when the program was killed, and is then ignored. */
    synchronized Set<String> finished() throws IOException {
        Set<String> finished = new LinkedHashSet<>();
        for (Line line : lines()) {
            finished.add(line.run().key() + line.budget());
        }
        return finished;
    }

    static boolean isIn(Set<String> finished, Run run, long[] budgets) {
        for (long budget : budgets) {
            if (!finished.contains(run.key() + budget)) {
                return false;
            }
        }
        return true;
    }

    synchronized void append(Run run, int atoms, long[] budgets, Course course, double seconds) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int k = 0; k < budgets.length; k++) {
            lines.append(run.key())
                    .append(String.format(
                            Locale.ROOT,
                            "%d,%d,%.6f,%.3g,%d,%s,%.3f%n",
                            atoms,
                            budgets[k],
                            course.energies()[k],
                            course.fmax()[k],
                            course.evaluations(),
                            course.reason(),
                            seconds));
        }
        Files.writeString(file, lines, StandardOpenOption.APPEND);
    }

    /** All whole lines; of several of one run and budget the last one counts. */
    synchronized List<Line> lines() throws IOException {
        Map<String, Line> found = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] field = line.split(",");
            if (field.length == HEADER.split(",").length) {
                Run run = new Run(
                        field[0], field[1], field[2], field[3], Integer.parseInt(field[4]), Long.parseLong(field[5]));
                Line read = new Line(
                        run,
                        Integer.parseInt(field[6]),
                        Long.parseLong(field[7]),
                        Double.parseDouble(field[8]),
                        Double.parseDouble(field[9]));
                found.put(run.key() + read.budget(), read);
            }
        }
        return List.copyOf(found.values());
    }
}
