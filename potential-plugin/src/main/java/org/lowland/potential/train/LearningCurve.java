package org.lowland.potential.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.lowland.api.InputException;

/**
 * The errors over a run, on validation frames and on some that it learns from, kept as a table and drawn as a picture.
 * Confined to one thread.
 */
public final class LearningCurve {
    private static final List<String> COLUMNS = List.of(
            "step",
            "frames",
            "seconds",
            "learning_rate",
            "loss",
            "force_mae_eV_per_A",
            "energy_mae_kcal_per_mol",
            "force_rmse_eV_per_A",
            "energy_rmse_kcal_per_mol",
            "training_force_mae_eV_per_A");

    private final List<Point> points = new ArrayList<>();

    /**
     * One evaluation.
     *
     * @param step steps done
     * @param frames training frames seen so far, repeats counted
     * @param seconds of training so far
     * @param rate learning rate
     * @param loss mean training loss since the last point
     * @param forceMae on validation frames, per component, eV/Å
     * @param energyMae on validation frames, per molecule, kcal/mol; NaN, as the other one, where no energies are learned
     * @param forceRmse on validation frames, per component, eV/Å
     * @param energyRmse on validation frames, per molecule, kcal/mol
     * @param trainingForceMae on as many of the frames that it learns from, eV/Å
     */
    public record Point(
            long step,
            long frames,
            double seconds,
            double rate,
            double loss,
            double forceMae,
            double energyMae,
            double forceRmse,
            double energyRmse,
            double trainingForceMae) {}

    void add(Point point) {
        points.add(point);
    }

    /** {@return the evaluations so far, in their order} */
    public List<Point> points() {
        return List.copyOf(points);
    }

    /**
     * The points up to a step of a table; none when there is no table. What an older table has no column for is NaN.
     *
     * @param table {@code curve.csv} of a training
     * @param lastStep later ones are left out
     * @return the curve
     * @throws InputException when it cannot be read
     */
    public static LearningCurve read(Path table, long lastStep) {
        LearningCurve curve = new LearningCurve();
        if (!Files.exists(table)) {
            return curve;
        }
        try {
            List<String> lines = Files.readAllLines(table);
            List<String> columns =
                    lines.isEmpty() ? COLUMNS : List.of(lines.get(0).split(","));
            for (int k = 1; k < lines.size(); k++) {
                Point point = point(columns, lines.get(k).split(","));
                if (point.step() <= lastStep) {
                    curve.add(point);
                }
            }
            return curve;
        } catch (IOException | RuntimeException e) {
            throw new InputException("The learning curve " + table + " cannot be read; remove it to go on without", e);
        }
    }

    private static Point point(List<String> columns, String[] cells) {
        double[] numbers = COLUMNS.stream()
                .mapToDouble(
                        name -> columns.contains(name) ? Double.parseDouble(cells[columns.indexOf(name)]) : Double.NaN)
                .toArray();
        return new Point(
                Long.parseLong(cells[columns.indexOf(COLUMNS.get(0))]),
                Long.parseLong(cells[columns.indexOf(COLUMNS.get(1))]),
                numbers[2],
                numbers[3],
                numbers[4],
                numbers[5],
                numbers[6],
                numbers[7],
                numbers[8],
                numbers[9]);
    }

    byte[] table() {
        StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        for (Point p : points) {
            text.append(String.format(
                    Locale.ROOT,
                    "%d,%d,%.1f,%.3e,%.5f,%.5f,%.4f,%.5f,%.4f,%.5f%n",
                    p.step(),
                    p.frames(),
                    p.seconds(),
                    p.rate(),
                    p.loss(),
                    p.forceMae(),
                    p.energyMae(),
                    p.forceRmse(),
                    p.energyRmse(),
                    p.trainingForceMae()));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The picture as PNG, the errors over the steps, logarithmic. */
    byte[] picture(String title) throws IOException {
        ErrorChart chart = new ErrorChart(title, "steps", "error");
        double[] steps = values(Point::step);
        chart.solid("force MAE, validation, eV/Å", 0, steps, values(Point::forceMae));
        chart.solid("force MAE, training, eV/Å", 1, steps, values(Point::trainingForceMae));
        chart.solid("energy MAE, validation, kcal/mol", 2, steps, values(Point::energyMae));
        return chart.png();
    }

    private double[] values(ToDoubleFunction<Point> value) {
        return points.stream().mapToDouble(value).toArray();
    }
}
