package org.lowland.potential.train;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart of errors, whose axis is logarithmic and goes from a power of ten to another. Confined to one thread. */
public final class ErrorChart {
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    private static final Color GRID = new Color(225, 225, 225);
    private static final float WIDTH = 1.6f;
    private static final BasicStroke SOLID = new BasicStroke(WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED =
            new BasicStroke(WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 4}, 0);

    /** By what factor a logarithmic axis goes beyond the points. */
    private static final double MARGIN = 1.3;
    /** Between the numbers on the axis below, in pixels. */
    private static final int SPACE_OF_A_NUMBER = 110;

    /** Okabe and Ito's colours, which most people can tell apart, with brown in place of yellow. */
    private static final Color[] COLOURS = {
        new Color(0, 114, 178),
        new Color(213, 94, 0),
        new Color(0, 158, 115),
        new Color(204, 121, 167),
        new Color(230, 159, 0),
        new Color(86, 180, 233),
        Color.BLACK,
        new Color(130, 80, 30)
    };

    private final XYChart chart;
    private double smallest = Double.POSITIVE_INFINITY;
    private double largest = 0;
    private double nearest = Double.POSITIVE_INFINITY;
    private double farthest = 0;
    private boolean logarithmicBelow;

    /**
     * A chart without curves.
     *
     * @param title above it
     * @param below title of the axis below
     * @param beside title of the axis of the errors
     */
    public ErrorChart(String title, String below, String beside) {
        chart = new XYChartBuilder()
                .width(900)
                .height(540)
                .title(title)
                .xAxisTitle(below)
                .yAxisTitle(beside)
                .build();
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setChartTitleFont(TITLE)
                .setLegendFont(TEXT)
                .setLegendBorderColor(Color.WHITE)
                .setLegendPosition(Styler.LegendPosition.OutsideE)
                .setMarkerSize(5);
        chart.getStyler()
                .setAxisTitleFont(TEXT)
                .setAxisTickLabelsFont(TEXT)
                .setPlotGridLinesColor(GRID)
                .setXAxisTickMarkSpacingHint(SPACE_OF_A_NUMBER)
                .setYAxisLogarithmic(true);
    }

    /** Makes the axis below logarithmic too. */
    public void logarithmicBelow() {
        logarithmicBelow = true;
        chart.getStyler().setXAxisLogarithmic(true);
    }

    /**
     * Adds a curve.
     *
     * @param name in the legend
     * @param colour a number; curves of the same one look alike
     * @param places on the axis below
     * @param errors as many; what is not a positive number is left out, and a curve without any too
     */
    public void solid(String name, int colour, double[] places, double[] errors) {
        add(name, colour, places, errors, SOLID);
    }

    /** The same, dashed and not in the legend. */
    public void dashed(String name, int colour, double[] places, double[] errors) {
        XYSeries series = add(name, colour, places, errors, DASHED);
        if (series != null) {
            series.setShowInLegend(false);
            series.setMarker(SeriesMarkers.NONE);
        }
    }

    /** Adds points with a name in the legend and no line between them. */
    public void points(String name, int colour, double[] places, double[] errors) {
        XYSeries series = add(name, colour, places, errors, SOLID);
        if (series != null) {
            series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        }
    }

    private XYSeries add(String name, int colour, double[] places, double[] errors, BasicStroke stroke) {
        int[] shown = IntStream.range(0, errors.length)
                .filter(k -> errors[k] > 0 && Double.isFinite(errors[k]))
                .filter(k -> !logarithmicBelow || places[k] > 0)
                .toArray();
        if (shown.length == 0) {
            return null;
        }
        double[] x = Arrays.stream(shown).mapToDouble(k -> places[k]).toArray();
        double[] y = Arrays.stream(shown).mapToDouble(k -> errors[k]).toArray();
        smallest = Math.min(smallest, Arrays.stream(y).min().orElseThrow());
        largest = Math.max(largest, Arrays.stream(y).max().orElseThrow());
        nearest = Math.min(nearest, Arrays.stream(x).min().orElseThrow());
        farthest = Math.max(farthest, Arrays.stream(x).max().orElseThrow());
        XYSeries series = chart.addSeries(name, x, y);
        Color look = COLOURS[colour % COLOURS.length];
        series.setLineColor(look);
        series.setLineStyle(stroke);
        series.setMarkerColor(look);
        series.setMarker(SeriesMarkers.CIRCLE);
        return series;
    }

    /**
     * The picture.
     *
     * @return PNG
     * @throws IOException when it cannot be encoded
     */
    public byte[] png() throws IOException {
        if (largest > 0) {
            chart.getStyler().setYAxisMin(smallest / MARGIN).setYAxisMax(largest * MARGIN);
        }
        if (logarithmicBelow && farthest > 0) {
            chart.getStyler().setXAxisMin(nearest / MARGIN).setXAxisMax(farthest * MARGIN);
        } else if (farthest > 0) {
            chart.getStyler().setXAxisMin(0.0).setXAxisMax(farthest).setXAxisDecimalPattern("#,##0.##");
        }
        return BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG);
    }
}
