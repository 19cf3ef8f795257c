package org.lowland.io.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Lines over evaluations as SVG.
 *
 * @param title read aloud in place of the picture
 * @param yName the name of the vertical axis with its unit
 * @param logarithmic whether the vertical axis is
 * @param lines what is drawn
 * @param level a horizontal line at a value that matters
 * @param levelName what that value is
 */
record LinePlot(
        String title, String yName, boolean logarithmic, List<Line> lines, OptionalDouble level, String levelName) {
    private static final int WIDTH = 640;
    private static final int COLOURS = 8;

    /**
     * One line; points that are not finite, or not positive on a logarithmic axis, are left out.
     *
     * @param name shown when the pointer rests on it
     * @param x evaluations
     * @param y values
     */
    record Line(String name, double[] x, double[] y) {}

    /** The class of the style sheet for the k-th line. */
    static String colour(int k) {
        return "c" + k % COLOURS;
    }

    String svg() {
        double[] all = DoubleStream.concat(
                        lines.stream().flatMapToDouble(line -> Arrays.stream(line.y())),
                        level.isPresent() ? DoubleStream.of(level.getAsDouble()) : DoubleStream.empty())
                .filter(this::isShown)
                .toArray();
        double last = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.x()))
                .max()
                .orElse(1);
        double least = Arrays.stream(all).min().orElse(logarithmic ? 0.1 : 0);
        double most = Arrays.stream(all).max().orElse(1);
        Scale y = logarithmic ? Scale.decades(least, most) : Scale.linear(Math.min(0, least), most);
        Frame frame = new Frame(WIDTH, title, Scale.linear(0, last), y, "evaluations of energy and forces", yName);
        level.ifPresent(value -> frame.level(value, levelName));
        for (int k = 0; k < lines.size(); k++) {
            frame.raw(path(lines.get(k), frame, colour(k)));
        }
        return frame.close();
    }

    private boolean isShown(double value) {
        return Double.isFinite(value) && (!logarithmic || value > 0);
    }

    private String path(Line line, Frame frame, String colour) {
        StringBuilder points = new StringBuilder();
        for (int k = 0; k < line.x().length; k++) {
            if (isShown(line.y()[k])) {
                points.append(points.length() == 0 ? 'M' : 'L')
                        .append(String.format(
                                Locale.ROOT, "%.1f %.1f", frame.atX(line.x()[k]), frame.atY(line.y()[k])));
            }
        }
        String name = "<title>" + Html.text(line.name()) + "</title>";
        if (points.length() == 0) {
            return "";
        }
        // A line of one point has no length; the round caps of the style sheet make a dot of it.
        return "<path class=\"line " + colour + "\" d=\"" + points + "l0 0\">" + name + "</path>";
    }
}
