package org.lowland.rl.policygradient.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lowland.api.InputException;

/** What became of each iteration, kept as a table. Confined to one thread. */
public final class ReturnCurve {
    private static final List<String> COLUMNS = List.of(
            "iteration",
            "episodes",
            "steps",
            "seconds",
            "return",
            "return_half_width",
            "entropy",
            "gradient_norm",
            "divergence",
            "updates",
            "validation",
            "validation_half_width");

    private final List<Point> points = new ArrayList<>();

    /**
     * One iteration. Half widths are those of intervals of 95 %.
     *
     * @param iteration its number, from 1
     * @param episodes so far
     * @param steps of episodes so far
     * @param seconds of training so far
     * @param meanReturn undiscounted total reward, mean over the iteration's episodes
     * @param returnHalfWidth of its interval
     * @param entropy of the policy before the improvement, mean over the states visited, nats
     * @param gradientNorm of the improvement
     * @param divergence of the improvement, nats per step
     * @param updates of the parameters in the improvement
     * @param validation mean over its cases; not a number where there was none
     * @param validationHalfWidth of its interval
     */
    public record Point(
            long iteration,
            long episodes,
            long steps,
            double seconds,
            double meanReturn,
            double returnHalfWidth,
            double entropy,
            double gradientNorm,
            double divergence,
            int updates,
            double validation,
            double validationHalfWidth) {}

    void add(Point point) {
        points.add(point);
    }

    /** {@return the iterations so far, in their order} */
    public List<Point> points() {
        return List.copyOf(points);
    }

    /**
     * The points up to an iteration of a table; none when there is no table.
     *
     * @param table that was written before
     * @param last later ones are left out
     * @return the curve
     * @throws InputException when it cannot be read
     */
    public static ReturnCurve read(Path table, long last) {
        ReturnCurve curve = new ReturnCurve();
        if (!Files.exists(table)) {
            return curve;
        }
        try {
            List<String> lines = Files.readAllLines(table);
            for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                Point point = point(line.split(","));
                if (point.iteration() <= last) {
                    curve.add(point);
                }
            }
            return curve;
        } catch (IOException | RuntimeException e) {
            throw new InputException("The learning curve " + table + " cannot be read; remove it to go on without", e);
        }
    }

    private static Point point(String[] cells) {
        double[] numbers = Arrays.stream(cells).mapToDouble(Double::parseDouble).toArray();
        return new Point(
                Long.parseLong(cells[0]),
                Long.parseLong(cells[1]),
                Long.parseLong(cells[2]),
                numbers[3],
                numbers[4],
                numbers[5],
                numbers[6],
                numbers[7],
                numbers[8],
                Integer.parseInt(cells[9]),
                numbers[10],
                numbers[11]);
    }

    byte[] table() {
        StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        for (Point p : points) {
            text.append(String.format(
                    Locale.ROOT,
                    "%d,%d,%d,%.1f,%.9g,%.9g,%.9g,%.9g,%.9g,%d,%.9g,%.9g\n",
                    p.iteration(),
                    p.episodes(),
                    p.steps(),
                    p.seconds(),
                    p.meanReturn(),
                    p.returnHalfWidth(),
                    p.entropy(),
                    p.gradientNorm(),
                    p.divergence(),
                    p.updates(),
                    p.validation(),
                    p.validationHalfWidth()));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
