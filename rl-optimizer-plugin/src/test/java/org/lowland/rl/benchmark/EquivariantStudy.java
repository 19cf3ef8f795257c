package org.lowland.rl.benchmark;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.math3.random.Well19937c;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.equivariant.Irreps;
import org.lowland.rl.policygradient.ConfidenceInterval;
import org.lowland.rl.policygradient.Episode;
import org.lowland.rl.policygradient.RandomStreams;
import org.lowland.rl.policygradient.Workers;
import org.lowland.rl.policygradient.algebra.Ascent;
import org.lowland.rl.policygradient.algebra.Vectors;
import org.lowland.rl.policygradient.method.Pathwise;
import org.lowland.rl.policygradient.method.RewardWeights;
import org.lowland.rl.policygradient.policy.Deviation;
import org.lowland.rl.policygradient.policy.GaussianPolicy;
import org.lowland.rl.policygradient.problem.Playing;
import org.lowland.rl.policygradient.train.Validation;
import org.lowland.rl.start.Liquid;
import org.lowland.rl.strider.Plan;
import org.lowland.rl.strider.Strider;
import org.lowland.rl.strider.episode.Reach;
import org.lowland.rl.strider.episode.Reward;
import org.lowland.rl.strider.episode.SearchEnvironment;
import org.lowland.rl.strider.episode.Situation;
import org.lowland.rl.strider.equivariant.EquivariantForm;
import org.lowland.rl.strider.equivariant.EquivariantFunction;
import org.lowland.rl.strider.policy.Architecture;
import org.lowland.rl.strider.policy.StepFunction;
import org.lowland.rl.strider.policy.StepPolicy;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The figure of the equivariant policies: validation energies in training, of the published configuration with its
 * learning rates and batches and of the corrected one on the left, of 'strider' on the right.
 *
 * <p>The displacements of the published configuration are zero for all parameters, and so is every derivative of them. The
 * study takes the gradient of a batch for each learning rate and batch: where it is exactly zero, no rate moves the
 * parameters, every iteration is like the first, and the validation energy stays that of the starts.
 */
@Command(name = "EquivariantStudy", sortOptions = false)
public final class EquivariantStudy implements Callable<Integer> {
    private static final int TRAINING_STARTS = 128;
    private static final int VALIDATION_STARTS = 40;
    private static final long START_SEED = 1000;
    /** As in the recipe of the network of spherical features. */
    private static final int SPHERICAL_ATOMS = 50;

    private static final int SPHERICAL_TRAINING = 24;
    private static final int SPHERICAL_VALIDATION = 16;
    private static final int SPHERICAL_STEPS = 20;
    private static final double DEVIATION = 1e-6;
    private static final float THIN = 2.6f;
    private static final float THICK = 2.4f;

    /** Learning rate and structures in a batch, two batches for each update, as published. */
    private record Configuration(String rate, int batch) {}

    private static final List<Configuration> CONFIGURATIONS = List.of(
            new Configuration("5e-3", 2),
            new Configuration("1e-2", 2),
            new Configuration("2e-2", 2),
            new Configuration("5e-3", 3),
            new Configuration("5e-3", 4));

    @Option(
            names = "--spherical",
            required = true,
            description = "NAME=CURVE, once for each training of spherical features")
    private List<String> spherical;

    @Option(names = "--strider", required = true, description = "curve.csv of a training of strider")
    private Path strider;

    @Option(names = "--hidden", defaultValue = "8x0e+8x1o+2x2e", description = "the features that were trained")
    private String hidden;

    @Option(names = "--steps", defaultValue = "10", description = "of the episodes for the published gradients")
    private int steps;

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
        XYChart left = chart("spherical features, 20 steps");
        double last = 0;
        List<double[][]> curves = new ArrayList<>();
        for (String named : spherical) {
            double[][] curve = validation(Path.of(named.substring(named.indexOf('=') + 1)));
            curves.add(curve);
            last = Math.max(last, curve[0][curve[0].length - 1]);
        }
        Liquid liquid = Liquid.named("kob-andersen");
        try (Potential potential = liquid.open();
                Workers workers = new Workers(1)) {
            published(liquid.with(SPHERICAL_ATOMS, liquid.temperature()), potential, workers, left, last);
            double start = untrainedSpherical(liquid.with(SPHERICAL_ATOMS, liquid.temperature()), potential, workers);
            System.out.printf(Locale.ROOT, "spherical features, untrained, lowered: %.4f eV per atom%n", start);
            curves.replaceAll(curve -> beginning(start, curve));
            for (int k = 0; k < curves.size(); k++) {
                String named = spherical.get(k);
                add(left, named.substring(0, named.indexOf('=')), curves.get(k), new Color(213, 94 + 60 * k, 0), THICK);
            }
            XYChart right = chart("strider, searches of 300 evaluations");
            double[][] learned = validation(strider);
            double untrained = untrained(liquid, potential);
            System.out.printf(
                    Locale.ROOT,
                    "strider, validation, eV per atom: untrained %.4f, in the end %.4f%n",
                    untrained,
                    learned[1][learned[1].length - 1]);
            add(right, "the policy in the jar", beginning(untrained, learned), new Color(0, 114, 178), THICK);
            try (OutputStream out = Files.newOutputStream(picture)) {
                BitmapEncoder.saveBitmap(List.of(left, right), 1, 2, out, BitmapEncoder.BitmapFormat.PNG);
            }
        }
        return 0;
    }

    private void published(Liquid liquid, Potential potential, Workers workers, XYChart chart, double last) {
        EquivariantFunction function = new EquivariantFunction(EquivariantForm.published());
        System.out.println(
                "| published configuration | norm of the gradient of an update | energy lowered, eV per atom |");
        System.out.println("|---|---|---|");
        for (int number = 0; number < CONFIGURATIONS.size(); number++) {
            Configuration configuration = CONFIGURATIONS.get(number);
            int count = 2 * configuration.batch();
            List<AtomicSystem> systems = new ArrayList<>();
            for (int start = 0; start < count; start++) {
                systems.add(liquid.sample(potential, START_SEED, start).system());
            }
            SearchEnvironment environment =
                    new SearchEnvironment(potential, systems, steps, Reward.LOWERED, new Reach(Reach.DEFAULT), 1);
            GaussianPolicy<Situation> policy =
                    GaussianPolicy.initial(function, Deviation.fixed(DEVIATION), new Well19937c(number));
            List<Episode<Situation, double[]>> played =
                    Playing.episodes(environment, policy, steps, count, number, workers);
            double norm = Vectors.norm(new Pathwise<Situation, double[]>(
                            environment, new RewardWeights.Discounted(1), false, 0, Ascent.Settings.plain(1))
                    .gradient(policy, played, workers));
            double lowered = 0;
            for (AtomicSystem system : systems) {
                double[] positions = system.positions();
                double[] moved = policy.mode(Situation.first(system, potential.evaluate(system), steps, 0));
                for (int k = 0; k < positions.length; k++) {
                    positions[k] += moved[k];
                }
                lowered += (potential.evaluate(system).energy()
                                - potential
                                        .evaluate(system.withPositions(positions))
                                        .energy())
                        / system.size()
                        / count;
            }
            String name = "rate " + configuration.rate() + ", batch " + configuration.batch();
            System.out.printf(Locale.ROOT, "| %s | %.3g | %.4f |%n", name, norm, lowered);
            if (norm != 0) {
                throw new IllegalStateException("the published configuration would learn; its curve must be trained");
            }
            // One under the other where they would cover each other.
            add(
                    chart,
                    "published, " + name,
                    new double[][] {{0, last}, {lowered, lowered}},
                    Color.getHSBColor(0.55f + 0.07f * number, 0.6f, 0.75f),
                    THIN * (1 + CONFIGURATIONS.size() - number));
        }
    }

    /** A curve with its value before the first iteration. */
    private static double[][] beginning(double value, double[][] curve) {
        double[][] whole = new double[2][curve[0].length + 1];
        whole[1][0] = value;
        for (int axis = 0; axis < 2; axis++) {
            System.arraycopy(curve[axis], 0, whole[axis], 1, curve[axis].length);
        }
        return whole;
    }

    /** What the parameters lower with which the recipe's training begins, on the structures that judge it. */
    private double untrainedSpherical(Liquid liquid, Potential potential, Workers workers) {
        EquivariantForm form = EquivariantForm.corrected().with(Irreps.parse(hidden), Irreps.harmonics(2));
        List<AtomicSystem> systems = new ArrayList<>();
        for (int number = 0; number < SPHERICAL_VALIDATION; number++) {
            systems.add(liquid.sample(potential, START_SEED, SPHERICAL_TRAINING + number)
                    .system());
        }
        SearchEnvironment judge = new SearchEnvironment(
                potential, systems, SPHERICAL_STEPS, Reward.LOWERED, new Reach(form.longestStep()), 1);
        GaussianPolicy<Situation> policy = GaussianPolicy.initial(
                form.function(), form.noise(), new RandomStreams(1).of(RandomStreams.Purpose.PARAMETERS, 0, 0));
        return ConfidenceInterval.of(
                        Validation.greedy(judge, SPHERICAL_STEPS, 1).values(policy, workers))
                .mean();
    }

    /** What searches of the untrained policy lower, from the structures and with the random numbers of the training. */
    private static double untrained(Liquid liquid, Potential potential) {
        StepFunction function = new StepFunction(Architecture.usual(List.of(28, 15), 1, 1));
        Strider search = new Strider(
                Optional.of(new StepPolicy(function, new double[function.size()])),
                new Plan(new Reach(Reach.DEFAULT), 0.5, Plan.Descent.LBFGS));
        double lowered = 0;
        for (int start = 0; start < VALIDATION_STARTS; start++) {
            AtomicSystem system = liquid.sample(potential, START_SEED, TRAINING_STARTS + start)
                    .system();
            long seed = new RandomStreams(0)
                    .of(RandomStreams.Purpose.EVALUATION, 0, start)
                    .nextLong();
            double end = OptimizationLoop.builder(search, potential)
                    .options(OptimizationOptions.defaults()
                            .withSteps(Integer.MAX_VALUE)
                            .withEvaluations(300)
                            .withSeed(seed))
                    .build()
                    .run(system)
                    .evaluation()
                    .orElseThrow()
                    .energy();
            lowered += (potential.evaluate(system).energy() - end) / system.size() / VALIDATION_STARTS;
        }
        return lowered;
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

    private static XYChart chart(String title) {
        XYChart chart = new XYChartBuilder()
                .width(620)
                .height(620)
                .title(title)
                .xAxisTitle("iterations")
                .yAxisTitle("validation energy less that of the starts, eV per atom")
                .build();
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setLegendBorderColor(Color.WHITE)
                .setLegendPosition(Styler.LegendPosition.OutsideS);
        chart.getStyler().setXAxisMin(0.0);
        chart.getStyler().setPlotGridLinesColor(new Color(225, 225, 225));
        return chart;
    }

    /** Adds a curve of energies lowered as one of energies that fall. */
    private static void add(XYChart chart, String name, double[][] points, Color colour, float width) {
        double[] fallen = points[1].clone();
        for (int k = 0; k < fallen.length; k++) {
            fallen[k] = 0 - fallen[k];
        }
        XYSeries series = chart.addSeries(name, points[0], fallen);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
        series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    }
}
