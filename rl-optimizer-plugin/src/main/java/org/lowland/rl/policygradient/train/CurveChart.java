package org.lowland.rl.policygradient.train;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A learning curve as a picture: returns over iterations, each a line with its band of 95 %. */
final class CurveChart {
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    private static final Color GRID = new Color(225, 225, 225);
    private static final Color TRAINING = new Color(0, 114, 178);
    private static final Color VALIDATION = new Color(213, 94, 0);
    private static final BasicStroke LINE = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke EDGE =
            new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {3, 3}, 0);

    private final XYChart chart;

    private CurveChart(String title) {
        chart = new XYChartBuilder()
                .width(900)
                .height(540)
                .title(title)
                .xAxisTitle("iterations")
                .yAxisTitle("return, mean and 95 % interval")
                .build();
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setChartTitleFont(TITLE)
                .setLegendFont(TEXT)
                .setLegendBorderColor(Color.WHITE)
                .setLegendPosition(Styler.LegendPosition.OutsideE)
                .setMarkerSize(4);
        chart.getStyler().setAxisTitleFont(TEXT).setAxisTickLabelsFont(TEXT).setPlotGridLinesColor(GRID);
    }

    /** The picture as PNG. */
    static byte[] png(String title, ReturnCurve curve) throws IOException {
        CurveChart picture = new CurveChart(title);
        picture.add(
                "own episodes",
                TRAINING,
                curve.points(),
                ReturnCurve.Point::meanReturn,
                ReturnCurve.Point::returnHalfWidth);
        picture.add(
                "validation",
                VALIDATION,
                curve.points(),
                ReturnCurve.Point::validation,
                ReturnCurve.Point::validationHalfWidth);
        return BitmapEncoder.getBitmapBytes(picture.chart, BitmapEncoder.BitmapFormat.PNG);
    }

    private void add(
            String name,
            Color colour,
            List<ReturnCurve.Point> points,
            ToDoubleFunction<ReturnCurve.Point> mean,
            ToDoubleFunction<ReturnCurve.Point> halfWidth) {
        line(name, colour, LINE, points, mean);
        line(name + ", above", colour, EDGE, points, p -> mean.applyAsDouble(p) + halfWidth.applyAsDouble(p));
        line(name + ", below", colour, EDGE, points, p -> mean.applyAsDouble(p) - halfWidth.applyAsDouble(p));
    }

    private void line(
            String name,
            Color colour,
            BasicStroke stroke,
            List<ReturnCurve.Point> points,
            ToDoubleFunction<ReturnCurve.Point> value) {
        List<ReturnCurve.Point> shown = points.stream()
                .filter(point -> Double.isFinite(value.applyAsDouble(point)))
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        XYSeries series = chart.addSeries(
                name,
                shown.stream().mapToDouble(ReturnCurve.Point::iteration).toArray(),
                shown.stream().mapToDouble(value).toArray());
        series.setLineColor(colour);
        series.setLineStyle(stroke);
        series.setMarkerColor(colour);
        series.setMarker(stroke == LINE && shown.size() < 60 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        series.setShowInLegend(stroke == LINE);
    }
}
