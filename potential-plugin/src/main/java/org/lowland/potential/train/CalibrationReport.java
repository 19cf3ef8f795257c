package org.lowland.potential.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;
import org.lowland.api.InputException;
import org.lowland.potential.model.Calibration;

/**
 * A calibration and how well it foretells errors on molecules that did not make it.
 *
 * @param calibration what was found
 * @param forces expected and true errors of forces, from the atoms least sure to those most
 * @param energies expected and true errors of energies, likewise
 * @param coverage share of the energies whose error is within the standard deviation that is told
 * @param doubtedNear share of the frames near minima that are doubted
 * @param doubtedElse share of the other frames that are
 * @param near what counts as near a minimum, in eV/Å
 */
record CalibrationReport(
        Calibration calibration,
        List<Bin> forces,
        List<Bin> energies,
        double coverage,
        double doubtedNear,
        double doubtedElse,
        double near) {
    /** The line that the text begins with. */
    static final String HEADING = "## Uncertainty";

    private static final double ONE_DEVIATION = 0.683;
    private static final int BINS = 10;
    /** Spreads the bits of a hash: 2^32 over the golden ratio. */
    private static final int GOLDEN = 0x9E3779B9;

    private static final int FEWEST = 20;

    /**
     * Answers that are as sure as each other.
     *
     * @param expected what is told: root mean square for energies, mean for forces
     * @param found the error, likewise
     */
    record Bin(double expected, double found) {}

    /** A spread and the error that came with it. */
    private record Pair(double spread, double error) {}

    /**
     * Calibrates by the frames of one half of the groups and measures by those of the other.
     *
     * @throws InputException when there are too few frames
     */
    static CalibrationReport of(List<JudgedFrame> frames, List<String> members, double near, double doubted) {
        List<JudgedFrame> makes =
                frames.stream().filter(frame -> makes(frame.group())).toList();
        List<JudgedFrame> checks =
                frames.stream().filter(frame -> !makes(frame.group())).toList();
        List<JudgedFrame> nearMinima = near(makes, near);
        if (nearMinima.size() < FEWEST || near(checks, near).size() < FEWEST) {
            throw new InputException(
                    "A calibration needs more held-out frames with forces below " + near + " eV/Å: " + nearMinima.size()
                            + " set the scales, " + near(checks, near).size() + " judge them");
        }
        double[] ratios = makes.stream()
                .mapToDouble(frame -> frame.energyError() / frame.spread().energy())
                .filter(Double::isFinite)
                .toArray();
        List<Pair> atoms = atoms(makes);
        double forceScale = mean(atoms, Pair::error) / mean(atoms, Pair::spread);
        double doubtful = StatUtils.percentile(
                nearMinima.stream()
                        .mapToDouble(frame -> frame.spread().largest())
                        .toArray(),
                100 * (1 - doubted));
        Calibration calibration = new Calibration(
                members, StatUtils.percentile(ratios, 100 * ONE_DEVIATION), forceScale, doubtful, doubted);
        List<Pair> energies = checks.stream()
                .map(frame ->
                        new Pair(calibration.energyScale() * frame.spread().energy(), frame.energyError()))
                .toList();
        List<Pair> forces = atoms(checks).stream()
                .map(pair -> new Pair(forceScale * pair.spread(), pair.error()))
                .toList();
        return new CalibrationReport(
                calibration,
                bins(forces, CalibrationReport::mean),
                bins(energies, CalibrationReport::rootMeanSquare),
                mean(energies, pair -> pair.error() <= pair.spread() ? 1 : 0),
                doubted(near(checks, near), doubtful),
                doubted(
                        checks.stream()
                                .filter(frame -> frame.largestForce() >= near)
                                .toList(),
                        doubtful),
                near);
    }

    /** Not by the checksum of {@link Split}, of which all held-out groups have the first digits in common. */
    private static boolean makes(String group) {
        return group.hashCode() * GOLDEN < 0;
    }

    private static List<JudgedFrame> near(List<JudgedFrame> frames, double near) {
        return frames.stream().filter(frame -> frame.largestForce() < near).toList();
    }

    private static double doubted(List<JudgedFrame> frames, double doubtful) {
        return frames.stream()
                .mapToDouble(frame -> frame.spread().largest() > doubtful ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static List<Pair> atoms(List<JudgedFrame> frames) {
        List<Pair> pairs = new ArrayList<>();
        for (JudgedFrame frame : frames) {
            for (int atom = 0; atom < frame.forceErrors().length; atom++) {
                pairs.add(new Pair(frame.spread().forces()[atom], frame.forceErrors()[atom]));
            }
        }
        return pairs;
    }

    private static double mean(List<Pair> pairs, ToDoubleFunction<Pair> value) {
        return pairs.stream().mapToDouble(value).average().orElse(0);
    }

    private static double rootMeanSquare(List<Pair> pairs, ToDoubleFunction<Pair> value) {
        return Math.sqrt(mean(pairs, pair -> Math.pow(value.applyAsDouble(pair), 2)));
    }

    private static List<Bin> bins(List<Pair> pairs, ToDoubleBiFunction<List<Pair>, ToDoubleFunction<Pair>> average) {
        List<Pair> sorted =
                pairs.stream().sorted(Comparator.comparingDouble(Pair::spread)).toList();
        List<Bin> bins = new ArrayList<>();
        for (int k = 0; k < BINS; k++) {
            List<Pair> part = sorted.subList(k * sorted.size() / BINS, (k + 1) * sorted.size() / BINS);
            bins.add(new Bin(average.applyAsDouble(part, Pair::spread), average.applyAsDouble(part, Pair::error)));
        }
        return bins;
    }

    /** Tables in Markdown. */
    String text() {
        StringBuilder text = new StringBuilder(HEADING + "\n\n");
        text.append(String.format(
                Locale.ROOT,
                "Held-out molecules that did not make the calibration: %.1f %% of the energies are within the standard"
                        + " deviation told; %.1f %% of the frames near minima (largest force below %.1f eV/Å) are"
                        + " doubted and %.1f %% of the others.%n%n",
                100 * coverage,
                100 * doubtedNear,
                near,
                100 * doubtedElse));
        text.append("| tenth of the answers | force told, eV/Å | force error | energy told, eV | energy error |\n");
        text.append("|---:|---:|---:|---:|---:|\n");
        for (int k = 0; k < BINS; k++) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %d | %.4f | %.4f | %.4f | %.4f |%n",
                    k + 1,
                    forces.get(k).expected(),
                    forces.get(k).found(),
                    energies.get(k).expected(),
                    energies.get(k).found()));
        }
        return text.toString();
    }

    /** True errors over those told, with the line on which they would be equal. */
    byte[] png() throws IOException {
        ErrorChart chart = new ErrorChart(
                "Errors on held-out molecules, from tenth to tenth of the answers", "error told", "error found");
        chart.logarithmicBelow();
        add(chart, "force, eV/Å", 0, forces);
        add(chart, "energy, eV", 1, energies);
        double[] all = Stream.concat(forces.stream(), energies.stream())
                .mapToDouble(Bin::expected)
                .filter(value -> value > 0)
                .toArray();
        double[] line = {
            Arrays.stream(all).min().orElse(1), Arrays.stream(all).max().orElse(1)
        };
        chart.dashed("equal", 6, line, line);
        return chart.png();
    }

    private static void add(ErrorChart chart, String name, int colour, List<Bin> bins) {
        chart.solid(
                name,
                colour,
                bins.stream().mapToDouble(Bin::expected).toArray(),
                bins.stream().mapToDouble(Bin::found).toArray());
    }
}
