package org.lowland.cli.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lowland.api.BackendException;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationListener;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/** Optimizes many structures, each with several seeds, on several threads. Immutable. */
final class OptimizationBatch {
    private final GeometryOptimizer optimizer;
    private final Potential potential;
    private final OptimizationOptions options;
    private final int seeds;
    private final int threads;

    /** Seeds are counted from that of the options. */
    OptimizationBatch(
            GeometryOptimizer optimizer, Potential potential, OptimizationOptions options, int seeds, int threads) {
        this.optimizer = optimizer;
        this.potential = potential;
        this.options = options;
        this.seeds = seeds;
        this.threads = threads;
    }

    /**
     * One optimization that ended.
     *
     * @param result how
     * @param seed with which random numbers
     * @param seconds after which time
     */
    record Ended(OptimizationResult result, long seed, double seconds) {}

    /**
     * Runs systems.
     *
     * @param systems where they start
     * @param done called, from any thread, when one has ended with one seed
     * @return for each system what its seeds gave
     */
    List<List<Ended>> run(List<AtomicSystem> systems, Runnable done) {
        int tasks = systems.size() * seeds;
        int workers = Math.max(1, Math.min(threads, tasks));
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<List<Ended>>> shares = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                int first = worker;
                shares.add(pool.submit(() -> share(systems, first, workers, done)));
            }
            List<List<Ended>> all = new ArrayList<>();
            systems.forEach(system -> all.add(new ArrayList<>()));
            for (int task = 0; task < tasks; task++) {
                all.get(task / seeds).add(shares.get(task % workers).get().get(task / workers));
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException("Interrupted while structures were optimized", e);
        } catch (ExecutionException e) {
            throw new BackendException("An optimization broke: " + e.getCause(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Every so many tasks, from a first one; task t is seed t mod seeds of system t / seeds. */
    private List<Ended> share(List<AtomicSystem> systems, int first, int stride, Runnable done) {
        List<AtomicSystem> starts = new ArrayList<>();
        List<OptimizationOptions> each = new ArrayList<>();
        for (int task = first; task < systems.size() * seeds; task += stride) {
            starts.add(systems.get(task / seeds));
            each.add(options.withSeed(options.seed() + task % seeds));
        }
        long begin = System.nanoTime();
        double[] seconds = new double[starts.size()];
        OptimizationListener clock = new OptimizationListener() {
            @Override
            public void ended(int index, OptimizationResult result) {
                seconds[index] = (System.nanoTime() - begin) * 1e-9;
                done.run();
            }
        };
        OptimizationLoop loop = OptimizationLoop.builder(optimizer, potential)
                .options(options)
                .batch(Math.max(1, OptimizationLoop.DEFAULT_BATCH / stride))
                .listener(clock)
                .build();
        List<OptimizationResult> results = loop.run(starts, each);
        List<Ended> ended = new ArrayList<>();
        for (int k = 0; k < results.size(); k++) {
            ended.add(new Ended(results.get(k), each.get(k).seed(), seconds[k]));
        }
        return ended;
    }
}
