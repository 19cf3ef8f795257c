package org.lowland.rl.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lowland.api.InputException;
import org.lowland.api.Lowland;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzReader;
import org.lowland.rl.start.Liquid;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Compares optimizers on the same starts at the same numbers of evaluations. Every run is written to a table when it ends;
 * the same command goes on where it was stopped and ends with the summary and two pictures. Searches that plan with the
 * evaluations they are given are run once for each budget.
 */
@Command(name = "LandscapeBenchmark", sortOptions = false)
public final class LandscapeBenchmark implements Callable<Integer> {
    private static final Set<String> PLANNING = Set.of("strider", "simulated-annealing");

    @Option(
            names = "--starts",
            defaultValue = "liquid",
            description = "liquid, gel (the published frames), fresh:LIQUID[:SEED[:ATOMS]] (made here) or an XYZ file")
    private String starts;

    @Option(names = "--from", defaultValue = "0", description = "the first start, from 0")
    private int from;

    @Option(names = "--count", defaultValue = "40", description = "how many starts")
    private int count;

    @Option(names = "--potential", defaultValue = "kob-andersen")
    private String potential;

    @Option(names = "--optimizer", description = "once for each")
    private List<String> optimizers = new ArrayList<>();

    @Option(names = "--trained", description = "NAME=OPTIMIZER, once for each training; those of one name are one row")
    private List<String> trained = new ArrayList<>();

    @Option(names = "--seeds", defaultValue = "1", description = "runs of a search from each start")
    private int seeds;

    @Option(names = "--budgets", split = ",", defaultValue = "20,100,300,1000")
    private long[] budgets;

    @Option(names = "--fmax", defaultValue = "1e-3", description = "where a descent ends, in eV/Å")
    private double fmax;

    @Option(names = "--below", description = "tell the share of runs that end below this energy, in eV for each atom")
    private Double below;

    @Option(names = "--threads", defaultValue = "1", description = "runs at the same time")
    private int threads;

    @Option(names = "--table", required = true, description = "the CSV file that takes the runs")
    private Path table;

    private final Map<String, GeometryOptimizer> made = new ConcurrentHashMap<>();

    /**
     * Runs the benchmark.
     *
     * @param arguments as above
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LandscapeBenchmark()).execute(arguments));
    }

    /** What one thread does at a time. */
    private record Task(CourseTable.Run run, AtomicSystem start, long[] budgets) {}

    @Override
    public Integer call() throws IOException {
        Arrays.sort(budgets);
        CourseTable courses = new CourseTable(table);
        Set<String> finished = courses.finished();
        List<Task> tasks = new ArrayList<>(tasks(read()));
        tasks.removeIf(task -> CourseTable.isIn(finished, task.run(), task.budgets()));
        // What is quick comes first, and start by start: a table that is not complete compares the same starts.
        tasks.sort(Comparator.<Task>comparingLong(task -> task.budgets()[task.budgets().length - 1])
                .thenComparing(task -> task.run().start()));
        try (Potential landscape = Lowland.potential(BackendSpec.parse(potential))) {
            run(tasks, landscape, courses);
        }
        List<CourseTable.Line> lines = courses.lines().stream()
                .filter(line -> line.run().potential().equals(potential)
                        && line.run().starts().equals(starts))
                .toList();
        CourseSummary summary =
                new CourseSummary(lines, fmax, below == null ? OptionalDouble.empty() : OptionalDouble.of(below));
        summary.print(System.out);
        CoursePictures.draw(summary, lines, table);
        return 0;
    }

    private List<Task> tasks(List<AtomicSystem> systems) {
        List<Task> tasks = new ArrayList<>();
        optimizers.forEach(typed -> tasks.addAll(tasks(typed, typed, systems)));
        for (String named : trained) {
            int equals = named.indexOf('=');
            if (equals < 1) {
                throw new InputException("--trained is '" + named + "'; write NAME=OPTIMIZER");
            }
            tasks.addAll(tasks(named.substring(0, equals), named.substring(equals + 1), systems));
        }
        return tasks;
    }

    private List<Task> tasks(String group, String typed, List<AtomicSystem> systems) {
        GeometryOptimizer optimizer = made.computeIfAbsent(typed, t -> Lowland.optimizer(BackendSpec.parse(t)));
        int runs = optimizer.kind() == OptimizerKind.LOCAL ? 1 : seeds;
        List<Task> tasks = new ArrayList<>();
        for (int k = 0; k < systems.size(); k++) {
            for (long seed = 0; seed < runs; seed++) {
                CourseTable.Run run = new CourseTable.Run(potential, group, typed, starts, from + k, seed);
                if (PLANNING.contains(optimizer.id()) && !isBlindToTheLimit(typed)) {
                    for (long budget : budgets) {
                        tasks.add(new Task(run, systems.get(k), new long[] {budget}));
                    }
                } else {
                    tasks.add(new Task(run, systems.get(k), budgets));
                }
            }
        }
        return tasks;
    }

    /** Policies of the published form without a quench do not see how much is left: one run passes all budgets. */
    private static boolean isBlindToTheLimit(String typed) {
        return typed.contains("variant=published")
                && !typed.contains("quench")
                && !typed.contains("episode")
                && !typed.contains("adaptation");
    }

    private void run(List<Task> tasks, Potential landscape, CourseTable courses) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (Task task : tasks) {
                futures.add(workers.submit(() -> {
                    OptimizationOptions options = OptimizationOptions.defaults()
                            .withFmax(fmax)
                            .withSeed(task.run().seed());
                    long began = System.nanoTime();
                    Course course = Course.run(
                            made.get(task.run().optimizer()), landscape, task.start(), options, task.budgets());
                    double seconds = (System.nanoTime() - began) / 1e9;
                    courses.append(task.run(), task.start().size(), task.budgets(), course, seconds);
                    return null;
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The benchmark was interrupted; the same command goes on", e);
        } catch (ExecutionException e) {
            throw new IOException("A run broke: " + e.getCause(), e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private List<AtomicSystem> read() throws IOException {
        if (starts.startsWith("fresh:")) {
            return fresh(starts.split(":"));
        }
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

    /** Structures of a liquid, made here; the same for the same seed. */
    private List<AtomicSystem> fresh(String[] parts) {
        Liquid usual = Liquid.named(parts[1]);
        long seed = parts.length > 2 ? Long.parseLong(parts[2]) : 0;
        Liquid liquid = usual.with(parts.length > 3 ? Integer.parseInt(parts[3]) : usual.atoms(), usual.temperature());
        List<AtomicSystem> systems = new ArrayList<>();
        try (Potential landscape = liquid.open()) {
            for (int k = from; k < from + count; k++) {
                systems.add(liquid.sample(landscape, seed, k).system());
            }
        }
        return systems;
    }
}
