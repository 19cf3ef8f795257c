package org.lowland.potential.compare;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.lowland.potential.train.CardSummary;
import org.lowland.potential.train.ErrorChart;
import org.lowland.potential.train.LearningCurve.Point;

/** Trainings as a picture. */
final class ComparisonPicture {
    private static final double HOUR = 3600;
    private static final double MINUTE = 60;

    /** Times longer than this, in seconds, are given in hours. */
    private static final double LONG = 2 * HOUR;

    private ComparisonPicture() {}

    /** The force errors over the steps or over the time, as PNG. */
    static byte[] curves(List<Run> runs, boolean overTime) throws IOException {
        double longest =
                runs.stream().mapToDouble(run -> run.last().seconds()).max().orElseThrow();
        double unit = longest > LONG ? HOUR : MINUTE;
        String below = overTime ? unit == HOUR ? "hours" : "minutes" : "steps";
        ErrorChart chart = new ErrorChart(
                "errors on validation frames solid, on training frames dashed", below, "force MAE, eV/Å");
        ToDoubleFunction<Point> place = overTime ? point -> point.seconds() / unit : Point::step;
        for (int k = 0; k < runs.size(); k++) {
            Run run = runs.get(k);
            double[] places = values(run, place);
            chart.solid(run.name(), k, places, values(run, Point::forceMae));
            chart.dashed(run.name() + ", training", k, places, values(run, Point::trainingForceMae));
        }
        return chart.png();
    }

    private static double[] values(Run run, ToDoubleFunction<Point> value) {
        return run.curve().stream().mapToDouble(value).toArray();
    }

    /** The errors of finished models over the number of frames that they were trained on, as PNG. */
    static byte[] overFrames(List<Run> runs, FrameScaling line) throws IOException {
        ErrorChart chart = new ErrorChart(
                String.format(Locale.ROOT, "the line has the slope %.2f", line.slope()),
                "frames to train on",
                "force MAE, eV/Å");
        chart.logarithmicBelow();
        double[] frames = runs.stream()
                .mapToDouble(run -> card(run).trainingFrames())
                .sorted()
                .toArray();
        double[] ends = {frames[0], frames[frames.length - 1]};
        chart.dashed("line", 6, ends, new double[] {line.error(ends[0]), line.error(ends[1])});
        for (int k = 0; k < runs.size(); k++) {
            CardSummary card = card(runs.get(k));
            chart.points(runs.get(k).name(), k, new double[] {card.trainingFrames()}, new double[] {card.forceMae()});
        }
        return chart.png();
    }

    private static CardSummary card(Run run) {
        return run.card().orElseThrow();
    }
}
