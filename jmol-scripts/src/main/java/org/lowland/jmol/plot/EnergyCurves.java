package org.lowland.jmol.plot;

import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.lowland.api.InputException;
import org.lowland.api.system.Units;
import org.lowland.jmol.minimize.RunProgress;
import org.lowland.jmol.minimize.RunRecord;

/**
 * What a run is drawn from. Immutable.
 *
 * @param title what was run on what, above the picture
 * @param energies by step, the first before any step, in eV
 * @param forces the largest force by step, in eV/Å, as many
 */
record EnergyCurves(String title, double[] energies, double[] forces) {
    /** A force that is zero has no place on a logarithmic axis. */
    private static final double SMALLEST_FORCE = 1e-6;

    private static final int MOST_MARKERS = 60;

    /** Both charts begin at the same place, so that their steps stand above each other. */
    private static final int LEFT_WIDTH = 60;

    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    private static final Color GRID = new Color(225, 225, 225);

    EnergyCurves {
        if (energies.length == 0) {
            throw new InputException("There is nothing to plot: the run has no step");
        }
        if (energies.length != forces.length) {
            throw new IllegalArgumentException(energies.length + " energies, " + forces.length + " forces");
        }
        energies = energies.clone();
        forces = forces.clone();
    }

    static EnergyCurves of(RunRecord run) {
        String name = run.title().isBlank() ? "" : ", " + run.title().strip();
        String steps = " after " + run.steps() + (run.steps() == 1 ? " step" : " steps");
        return new EnergyCurves(
                run.backend() + name + ": " + (run.converged() ? "converged" : "not converged") + steps,
                run.course().stream().mapToDouble(RunProgress::energy).toArray(),
                run.course().stream().mapToDouble(RunProgress::fmax).toArray());
    }

    /** The energy above the last one, in kcal/mol. */
    XYChart energyChart() {
        double last = energies[energies.length - 1];
        double[] relative = Arrays.stream(energies)
                .map(energy -> (energy - last) * Units.KCAL_PER_MOL_PER_EV)
                .toArray();
        return chart(title, "ΔE to the last, kcal/mol", "energy", relative);
    }

    /** The largest force in eV/Å on a logarithmic axis. */
    XYChart forceChart() {
        double[] visible = Arrays.stream(forces)
                .map(force -> Math.max(force, SMALLEST_FORCE))
                .toArray();
        XYChart chart = chart("", "fmax, eV/Å", "fmax", visible);
        chart.getStyler().setYAxisLogarithmic(true);
        chart.setXAxisTitle("step");
        return chart;
    }

    private static XYChart chart(String title, String axis, String name, double[] values) {
        XYChart chart = new XYChartBuilder().title(title).yAxisTitle(axis).build();
        double[] steps =
                IntStream.range(0, values.length).mapToDouble(step -> step).toArray();
        chart.addSeries(name, steps, values)
                .setMarker(values.length > MOST_MARKERS ? SeriesMarkers.NONE : SeriesMarkers.CIRCLE);
        chart.getStyler()
                .setLegendVisible(false)
                .setChartTitleVisible(!title.isEmpty())
                .setChartBackgroundColor(Color.WHITE)
                .setChartTitleFont(TITLE)
                .setMarkerSize(5);
        chart.getStyler()
                .setAxisTitleFont(TEXT)
                .setAxisTickLabelsFont(TEXT)
                .setPlotGridLinesColor(GRID)
                .setYAxisLeftWidthHint(LEFT_WIDTH);
        return chart;
    }
}
