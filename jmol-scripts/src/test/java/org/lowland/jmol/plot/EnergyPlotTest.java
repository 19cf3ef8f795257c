package org.lowland.jmol.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.lowland.api.InputException;
import org.lowland.api.optimize.StopReason;
import org.lowland.jmol.minimize.RunProgress;
import org.lowland.jmol.minimize.RunRecord;

class EnergyPlotTest {
    @TempDir
    Path folder;

    private static RunRecord run(double[] energies, double... forces) {
        return new RunRecord(
                "rfo@organic",
                "aspirin",
                0,
                true,
                StopReason.CONVERGED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                IntStream.range(0, energies.length)
                        .mapToObj(step -> new RunProgress(step, energies[step], forces[step]))
                        .toList(),
                0.2);
    }

    @Test
    void theTitleTellsWhatWasRunAndHowItEnded() {
        assertThat(EnergyCurves.of(run(new double[] {1, 0}, 2, 0)).title())
                .isEqualTo("rfo@organic, aspirin: converged after 1 step");
    }

    @Test
    void energiesStandRelativeToTheLastInKilocalories() {
        XYChart chart = new EnergyCurves("x", new double[] {-9, -9.5, -10}, new double[] {1, 0.1, 0}).energyChart();

        double[] drawn = chart.getSeriesMap().get("energy").getYData();
        assertThat(drawn).hasSize(3);
        assertThat(drawn[0]).isBetween(23.0605, 23.0606);
        assertThat(drawn[2]).isZero();
    }

    @Test
    void aForceThatVanishesHasAPlaceOnTheLogarithmicAxis() {
        XYChart chart = new EnergyCurves("x", new double[] {1, 0}, new double[] {2, 0}).forceChart();

        assertThat(chart.getSeriesMap().get("fmax").getYData()).containsExactly(2, 1e-6);
        assertThat(chart.getStyler().isYAxisLogarithmic()).isTrue();
    }

    @Test
    void thePictureShowsBothCurves() throws Exception {
        Path file = folder.resolve("run.png");
        double[] energies = IntStream.range(0, 30)
                .mapToDouble(i -> -100 + Math.exp(-0.3 * i))
                .toArray();
        double[] forces =
                IntStream.range(0, 30).mapToDouble(i -> 5 * Math.exp(-0.25 * i)).toArray();

        EnergyPlot.write(run(energies, forces), file);

        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(EnergyPlot.WIDTH);
        assertThat(image.getHeight()).isEqualTo(EnergyPlot.HEIGHT);
        assertThat(coloured(image, 0, EnergyPlot.HEIGHT / 2)).isGreaterThan(200);
        assertThat(coloured(image, EnergyPlot.HEIGHT / 2, EnergyPlot.HEIGHT)).isGreaterThan(200);
    }

    @Test
    void aSinglePointIsDrawn() {
        Path file = folder.resolve("point.png");

        EnergyPlot.write(run(new double[] {-3}, new double[] {0.5}), file);

        assertThat(file).isNotEmptyFile();
    }

    @Test
    void nothingToPlotIsSaidAndNothingIsWritten() {
        Path file = folder.resolve("none.png");

        assertThatThrownBy(() -> EnergyPlot.write(run(new double[0], new double[0]), file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no step");
        assertThat(Files.exists(file)).isFalse();
    }

    /** Pixels of the curve: neither white nor black nor grey. */
    private static long coloured(BufferedImage image, int top, int bottom) {
        return IntStream.range(top, bottom)
                .mapToLong(y -> IntStream.range(0, image.getWidth())
                        .filter(x -> isColoured(image.getRGB(x, y)))
                        .count())
                .sum();
    }

    private static boolean isColoured(int rgb) {
        int red = rgb >> 16 & 255;
        int green = rgb >> 8 & 255;
        int blue = rgb & 255;
        return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > 60;
    }
}
