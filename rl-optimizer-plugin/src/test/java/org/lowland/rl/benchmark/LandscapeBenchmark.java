package org.lowland.rl.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.lowland.api.Lowland;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Compares optimizers on the same starts at the same numbers of evaluations, one after the other on one thread. Every
 * run is written to a table when it ends; the same command goes on where it was stopped and ends with the summary.
 */
@Command(name = "LandscapeBenchmark", sortOptions = false)
public final class LandscapeBenchmark implements Callable<Integer> {
    @Option(
            names = "--starts",
            defaultValue = "liquid",
            description = "liquid, gel (the published frames) or an XYZ file")
    private String starts;

    @Option(names = "--from", defaultValue = "0", description = "the first start, from 0")
    private int from;

    @Option(names = "--count", defaultValue = "40", description = "how many starts")
    private int count;

    @Option(names = "--potential", defaultValue = "kob-andersen")
    private String potential;

    @Option(names = "--optimizer", required = true, description = "once for each")
    private List<String> optimizers;

    @Option(names = "--seeds", defaultValue = "1", description = "runs of a search from each start")
    private int seeds;

    @Option(names = "--budgets", split = ",", defaultValue = "20,100,300,1000")
    private long[] budgets;

    @Option(names = "--fmax", defaultValue = "1e-3", description = "where a descent ends, in eV/Å")
    private double fmax;

    @Option(names = "--table", required = true, description = "the CSV file that takes the runs")
    private Path table;

    /**
     * Runs the benchmark.
     *
     * @param arguments as above
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LandscapeBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Arrays.sort(budgets);
        CourseTable courses = new CourseTable(table);
        Set<String> finished = courses.finished(budgets[budgets.length - 1]);
        List<AtomicSystem> systems = read();
        try (Potential landscape = Lowland.potential(BackendSpec.parse(potential))) {
            for (String typed : optimizers) {
                GeometryOptimizer optimizer = Lowland.optimizer(BackendSpec.parse(typed));
                int runs = optimizer.kind() == OptimizerKind.LOCAL ? 1 : seeds;
                for (int k = 0; k < systems.size(); k++) {
                    for (long seed = 0; seed < runs; seed++) {
                        CourseTable.Run run = new CourseTable.Run(potential, typed, starts, from + k, seed);
                        if (!CourseTable.isIn(finished, run)) {
                            OptimizationOptions options = OptimizationOptions.defaults()
                                    .withFmax(fmax)
                                    .withSeed(seed);
                            long began = System.nanoTime();
                            Course course = Course.run(optimizer, landscape, systems.get(k), options, budgets);
                            double seconds = (System.nanoTime() - began) / 1e9;
                            courses.append(run, systems.get(k).size(), budgets, course, seconds);
                        }
                    }
                }
            }
        }
        courses.summarize(potential, starts, System.out);
        return 0;
    }

    private List<AtomicSystem> read() throws IOException {
        List<AtomicSystem> systems = new ArrayList<>();
        if (starts.equals("liquid") || starts.equals("gel")) {
            for (int frame = from; frame < from + count; frame++) {
                systems.add(starts.equals("liquid") ? PublishedStarts.liquid(frame) : PublishedStarts.gel(frame));
            }
            return systems;
        }
        try (XyzReader reader = XyzReader.open(Path.of(starts))) {
            for (int k = 0; reader.hasNext() && k < from + count; k++) {
                LabelledFrame frame = reader.next();
                if (k >= from) {
                    systems.add(frame.system());
                }
            }
        }
        return systems;
    }
}
