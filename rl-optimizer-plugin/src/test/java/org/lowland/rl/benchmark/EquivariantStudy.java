package org.lowland.rl.benchmark;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.apache.commons.math3.random.Well19937c;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.rl.start.Liquid;
import org.lowland.rl.strider.equivariant.EquivariantForm;
import org.lowland.rl.strider.equivariant.EquivariantFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The figure of the equivariant policies: the validation energy of the published configuration in training, with its
 * learning rates and batches, and of 'strider', from the curves of its trainings.
 *
 * <p>The displacements of the published configuration are zero for all parameters, and so is every derivative of them: the
 * study looks at both, along random directions, for each start of the parameters. A training by any gradient leaves the
 * parameters where they are, and its validation energy is that of the starts after steps of zero.
 */
@Command(name = "EquivariantStudy", sortOptions = false)
public final class EquivariantStudy implements Callable<Integer> {
    private static final int DIRECTIONS = 8;

    /** Learning rate and structures in a batch, as published. */
    private static final List<String> CONFIGURATIONS = List.of(
            "rate 5e-3, batch 2",
            "rate 1e-2, batch 2",
            "rate 2e-2, batch 2",
            "rate 5e-3, batch 3",
            "rate 5e-3, batch 4");

    @Option(names = "--curve", required = true, description = "curve.csv of a training of strider, once for each")
    private List<Path> curves;

    @Option(names = "--atoms", defaultValue = "100")
    private int atoms;

    @Option(names = "--starts", defaultValue = "8", description = "structures that judge the published form")
    private int starts;

    @Option(names = "--picture", required = true, description = "the PNG file")
    private Path picture;

    /**
     * Runs the study.
     *
     * @param arguments as above
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EquivariantStudy()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(1000)
                .height(600)
                .xAxisTitle("iterations")
                .yAxisTitle("validation: energy lowered, eV per atom")
                .build();
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE).setChartBackgroundColor(Color.WHITE);
        double iterations = 0;
        List<double[][]> ours = new ArrayList<>();
        for (Path curve : curves) {
            double[][] read = validation(curve);
            ours.add(read);
            iterations = Math.max(iterations, read[0][read[0].length - 1]);
        }
        Liquid usual = Liquid.named("kob-andersen");
        Liquid liquid = usual.with(atoms, usual.temperature());
        EquivariantFunction function = new EquivariantFunction(EquivariantForm.published());
        System.out.println("| published configuration | largest displacement, Å | largest change of one along "
                + DIRECTIONS + " random directions | energy lowered, eV per atom |");
        System.out.println("|---|---|---|---|");
        try (Potential potential = liquid.open()) {
            for (int number = 0; number < CONFIGURATIONS.size(); number++) {
                double[] parameters = function.initial(new Well19937c(number));
                double lowered = 0;
                double largest = 0;
                for (int start = 0; start < starts; start++) {
                    AtomicSystem system = liquid.sample(potential, 77, start).system();
                    double[] moved = function.value(parameters, system);
                    largest = Math.max(largest, largest(moved));
                    double[] positions = system.positions();
                    for (int k = 0; k < positions.length; k++) {
                        positions[k] += moved[k];
                    }
                    lowered += (potential.evaluate(system).energy()
                                    - potential
                                            .evaluate(system.withPositions(positions))
                                            .energy())
                            / atoms
                            / starts;
                }
                double changed = change(
                        function, parameters, liquid.sample(potential, 77, 0).system());
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %.1g | %.1g | %.4f |%n",
                        CONFIGURATIONS.get(number),
                        largest,
                        changed,
                        lowered);
                add(
                        chart,
                        "published, " + CONFIGURATIONS.get(number),
                        new double[][] {{1, iterations}, {lowered, lowered}},
                        new Color(150, 150, 150 + 20 * number));
            }
        }
        for (int k = 0; k < ours.size(); k++) {
            add(chart, "strider, training " + (k + 1), ours.get(k), new Color(213, 94 + 40 * k, 0));
        }
        Files.write(picture, BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG));
        return 0;
    }

    private static double change(EquivariantFunction function, double[] parameters, AtomicSystem system) {
        double largest = 0;
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            Random random = new Random(direction);
            double[] ahead = parameters.clone();
            for (int k = 0; k < ahead.length; k++) {
                ahead[k] += random.nextGaussian();
            }
            largest = Math.max(largest, largest(function.value(ahead, system)));
        }
        return largest;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double[][] validation(Path curve) throws IOException {
        List<String> lines = Files.readAllLines(curve);
        List<String> header = List.of(lines.get(0).split(","));
        List<double[]> points = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] field = line.split(",");
            double value = Double.parseDouble(field[header.indexOf("validation")]);
            if (Double.isFinite(value)) {
                points.add(new double[] {Double.parseDouble(field[header.indexOf("iteration")]), value});
            }
        }
        return new double[][] {
            points.stream().mapToDouble(point -> point[0]).toArray(),
            points.stream().mapToDouble(point -> point[1]).toArray()
        };
    }

    private static void add(XYChart chart, String name, double[][] points, Color colour) {
        XYSeries series = chart.addSeries(name, points[0], points[1]);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
        series.setLineStyle(new BasicStroke(1.6f));
    }
}
