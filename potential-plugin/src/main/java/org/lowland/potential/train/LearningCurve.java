package org.lowland.potential.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.lowland.api.InputException;

/** The errors over a run, on validation frames and on some that it learns from, kept as a table and drawn as a picture. Confined to one thread. */
final class LearningCurve {
    private static final String HEADER =
            "step,frames,seconds,learning_rate,loss,force_mae_eV_per_A,energy_mae_kcal_per_mol,"
                    + "force_rmse_eV_per_A,energy_rmse_kcal_per_mol,training_force_mae_eV_per_A";

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
     * @param energyMae on validation frames, per molecule, kcal/mol
     * @param forceRmse on validation frames, per component, eV/Å
     * @param energyRmse on validation frames, per molecule, kcal/mol
     * @param trainingForceMae on as many of the frames that it learns from, eV/Å
     */
    record Point(
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

    List<Point> points() {
        return List.copyOf(points);
    }

    /** The points up to a step of a table that {@link #write} wrote; none when there is no table. */
    static LearningCurve read(Path table, long lastStep) {
        LearningCurve curve = new LearningCurve();
        if (!Files.exists(table)) {
            return curve;
        }
        try {
            for (String line : Files.readAllLines(table).stream().skip(1).toList()) {
                String[] f = line.split(",");
                Point point = new Point(
                        Long.parseLong(f[0]),
                        Long.parseLong(f[1]),
                        Double.parseDouble(f[2]),
                        Double.parseDouble(f[3]),
                        Double.parseDouble(f[4]),
                        Double.parseDouble(f[5]),
                        Double.parseDouble(f[6]),
                        Double.parseDouble(f[7]),
                        Double.parseDouble(f[8]),
                        Double.parseDouble(f[9]));
                if (point.step() <= lastStep) {
                    curve.add(point);
                }
            }
            return curve;
        } catch (IOException | RuntimeException e) {
            throw new InputException("The learning curve " + table + " cannot be read; remove it to go on without", e);
        }
    }

    byte[] table() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
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
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(520)
                .title(title)
                .xAxisTitle("steps")
                .yAxisTitle("error")
                .build();
        chart.getStyler().setYAxisLogarithmic(true).setMarkerSize(4);
        double[] steps = points.stream().mapToDouble(Point::step).toArray();
        chart.addSeries(
                "force MAE, validation, eV/Å",
                steps,
                points.stream().mapToDouble(Point::forceMae).toArray());
        chart.addSeries(
                "force MAE, training, eV/Å",
                steps,
                points.stream().mapToDouble(Point::trainingForceMae).toArray());
        chart.addSeries(
                "energy MAE, validation, kcal/mol",
                steps,
                points.stream().mapToDouble(Point::energyMae).toArray());
        return BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG);
    }
}
