package org.lowland.rl.benchmark;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The pictures of a benchmark: mean energy against evaluations with bands of 95 %, and where runs end. */
final class CoursePictures {
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Color[] COLOURS = {
        new Color(213, 94, 0),
        new Color(0, 114, 178),
        new Color(0, 158, 115),
        new Color(204, 121, 167),
        new Color(86, 180, 233),
        new Color(230, 159, 0),
        new Color(90, 90, 90),
        new Color(150, 110, 60),
        new Color(120, 90, 200),
        new Color(150, 150, 150),
        new Color(60, 180, 180),
        new Color(240, 120, 160),
        new Color(0, 0, 0)
    };

    private CoursePictures() {}

    /** Draws both beside the table: NAME-courses.png and NAME-ends.png. */
    static void draw(CourseSummary summary, List<CourseTable.Line> lines, Path table) throws IOException {
        String name = table.getFileName().toString().replaceFirst("\\.csv$", "");
        long most = summary.budgets().get(summary.budgets().size() - 1);
        // In both pictures the lowest comes first.
        List<String> order =
                summary.cells(most).stream().map(CourseSummary.Cell::group).toList();
        Files.write(table.resolveSibling(name + "-courses.png"), courses(summary, order));
        Files.write(table.resolveSibling(name + "-ends.png"), ends(lines, most, order));
    }

    private static byte[] courses(CourseSummary summary, List<String> order) throws IOException {
        Map<String, Map<Long, CourseSummary.Cell>> groups = new LinkedHashMap<>();
        order.forEach(group -> groups.put(group, new TreeMap<>()));
        for (long budget : summary.budgets()) {
            for (CourseSummary.Cell cell : summary.cells(budget)) {
                groups.computeIfAbsent(cell.group(), group -> new TreeMap<>()).put(budget, cell);
            }
        }
        XYChart chart = chart("evaluations", "mean energy, eV, and 95 % interval");
        chart.getStyler().setXAxisLogarithmic(true).setYAxisDecimalPattern("0");
        // The first evaluations reach so high that nothing of the ends would be seen.
        double lowest = groups.values().stream()
                .flatMap(cells -> cells.values().stream())
                .mapToDouble(CourseSummary.Cell::mean)
                .min()
                .orElse(0);
        chart.getStyler().setYAxisMin(lowest - 0.01 * Math.abs(lowest));
        chart.getStyler().setYAxisMax(lowest + 0.08 * Math.abs(lowest));
        int number = 0;
        for (Map.Entry<String, Map<Long, CourseSummary.Cell>> group : groups.entrySet()) {
            Color colour = COLOURS[number++ % COLOURS.length];
            List<CourseSummary.Cell> cells = List.copyOf(group.getValue().values());
            line(chart, group.getKey(), colour, 1.6f, cells, 0);
            if (cells.stream().allMatch(cell -> Double.isFinite(cell.halfWidth()))) {
                line(chart, group.getKey() + " above", colour, 0.6f, cells, 1);
                line(chart, group.getKey() + " below", colour, 0.6f, cells, -1);
            }
        }
        return BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG);
    }

    private static byte[] ends(List<CourseTable.Line> lines, long budget, List<String> order) throws IOException {
        Map<String, List<CourseTable.Line>> groups = new LinkedHashMap<>();
        order.forEach(group -> groups.put(group, new ArrayList<>()));
        lines.stream()
                .filter(line -> line.budget() == budget && Double.isFinite(line.energy()))
                .forEach(line -> groups.computeIfAbsent(line.run().group(), group -> new ArrayList<>())
                        .add(line));
        XYChart chart = chart("energy after " + budget + " evaluations, eV per atom", "share of runs at or below");
        double lowest = lines.stream()
                .filter(line -> line.budget() == budget && Double.isFinite(line.energy()))
                .mapToDouble(line -> line.energy() / line.atoms())
                .min()
                .orElse(0);
        chart.getStyler().setXAxisMin(lowest - 0.002 * Math.abs(lowest));
        chart.getStyler().setXAxisMax(lowest + 0.05 * Math.abs(lowest));
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0).setYAxisDecimalPattern("0.0");
        int number = 0;
        for (Map.Entry<String, List<CourseTable.Line>> group : groups.entrySet()) {
            if (group.getValue().isEmpty()) {
                continue;
            }
            double[] sorted = group.getValue().stream()
                    .mapToDouble(line -> line.energy() / line.atoms())
                    .sorted()
                    .toArray();
            double[] share = new double[sorted.length];
            for (int k = 0; k < share.length; k++) {
                share[k] = (k + 1.0) / share.length;
            }
            style(chart.addSeries(group.getKey(), sorted, share), COLOURS[number++ % COLOURS.length], 1.6f);
        }
        return BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG);
    }

    private static XYChart chart(String xTitle, String yTitle) {
        XYChart chart = new XYChartBuilder()
                .width(1100)
                .height(640)
                .xAxisTitle(xTitle)
                .yAxisTitle(yTitle)
                .build();
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setLegendFont(TEXT)
                .setLegendBorderColor(Color.WHITE)
                .setLegendPosition(Styler.LegendPosition.OutsideE);
        chart.getStyler()
                .setAxisTitleFont(TEXT)
                .setAxisTickLabelsFont(TEXT)
                .setPlotGridLinesColor(new Color(225, 225, 225));
        return chart;
    }

    private static void line(
            XYChart chart, String name, Color colour, float width, List<CourseSummary.Cell> cells, int side) {
        XYSeries series = chart.addSeries(
                name,
                cells.stream().mapToDouble(CourseSummary.Cell::budget).toArray(),
                cells.stream()
                        .mapToDouble(cell -> cell.mean() + side * (side == 0 ? 0 : cell.halfWidth()))
                        .toArray());
        style(series, colour, width);
        series.setShowInLegend(side == 0);
    }

    private static void style(XYSeries series, Color colour, float width) {
        series.setLineColor(colour);
        series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        series.setMarker(SeriesMarkers.NONE);
    }
}
