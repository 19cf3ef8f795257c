package org.lowland.api.optimize;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.potential.Batching;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * The one loop around all walks: it runs many of them at once on one potential, on as many threads and in batches as
 * large as make that fast, and keeps every limit, so that no optimizer has to. A walk that has ended is replaced at once
 * by the next of the stream, so that no thread and no place in a batch waits for the slowest.
 *
 * <p>A system that cannot be handled does not stop the others: its result says FAILED and why. A batch that breaks is
 * evaluated again one system at a time, so that only the culprit fails. Energies or forces that are not finite and
 * structures that fly apart end a walk as DIVERGED; a structure that breaks a constraint ends it as FAILED. A limit that
 * falls into the middle of what a walk asks for ends it before. Whatever ended a walk, its result is the best structure
 * it had, and {@code converged} tells whether that meets fmax.
 *
 * <p>Every walk has its own history, so results are those that each system has alone, to the last bit where the
 * potential evaluates batches so.
 *
 * <p>Immutable; one loop may run several streams at the same time, as long as its listener can take it.
 */
public final class OptimizationLoop {
    private final WalkGroup.Settings settings;
    private final OptimizationOptions options;
    private final int threads;

    private OptimizationLoop(Builder builder) {
        this.settings = new WalkGroup.Settings(
                builder.optimizer, builder.potential, builder.batchAtoms, builder.cancellation, builder.listener);
        this.options = builder.options;
        this.threads = builder.threads;
    }

    /**
     * Begins a loop.
     *
     * @param optimizer what moves the atoms
     * @param potential what evaluates them; the caller closes it, after the last run
     * @return the builder
     */
    public static Builder builder(GeometryOptimizer optimizer, Potential potential) {
        return new Builder(Objects.requireNonNull(optimizer), Objects.requireNonNull(potential));
    }

    /**
     * Optimizes one system on the calling thread.
     *
     * @param system where it starts
     * @return how it ended, also where it failed
     */
    public OptimizationResult run(AtomicSystem system) {
        return run(List.of(system)).get(0);
    }

    /**
     * Optimizes systems.
     *
     * @param systems where they start; any number, also none
     * @return how each ended, in the same order
     * @throws BackendException when the calling thread is interrupted while others work
     */
    public List<OptimizationResult> run(List<AtomicSystem> systems) {
        return run(systems, systems.stream().map(system -> options).toList());
    }

    /**
     * Optimizes systems with options of their own, for example one system with several seeds.
     *
     * @param systems where they start; any number, also none
     * @param each the options of each, which count in place of the loop's own
     * @return how each ended, in the same order; after a cancellation also those that had not begun
     * @throws IllegalArgumentException when the lists differ in length
     * @throws BackendException as {@link #run(List)}
     */
    public List<OptimizationResult> run(List<AtomicSystem> systems, List<OptimizationOptions> each) {
        if (systems.size() != each.size()) {
            throw new IllegalArgumentException(systems.size() + " systems, but " + each.size() + " options");
        }
        List<OptimizationResult> results = new ArrayList<>(systems.size());
        Iterator<ListedTask> tasks = IntStream.range(0, systems.size())
                .mapToObj(k -> new ListedTask(systems.get(k), each.get(k)))
                .iterator();
        stream(tasks, results::add, Math.min(threads, systems.size()));
        while (results.size() < systems.size()) {
            int index = results.size();
            RunningWalk walk = new RunningWalk(
                    index, systems.get(index), each.get(index), settings.optimizer(), settings.potential());
            walk.prepare(settings.cancellation());
            walk.result().ifPresent(result -> {
                results.add(result);
                settings.listener().ended(index, result);
            });
        }
        return List.copyOf(results);
    }

    /**
     * Optimizes a stream of any length in constant memory. Results are delivered in the order of the stream, however
     * long each takes. Ahead of a slow structure a bounded number of later ones is worked on, about a thousand for each
     * potential that evaluates {@linkplain Batching#ONE_BY_ONE one by one}, fewer when they are large; only when these
     * are done, the other threads wait for it.
     *
     * <p>Tasks are read and results delivered on the calling thread. With one thread all else happens on it, too; with
     * more, workers do the rest while it waits. After a {@link Cancellation} no more tasks are read, and those that were
     * read end as CANCELLED. What the iterator, the consumer or the listener throws ends the stream and is thrown here,
     * after the evaluations under way.
     *
     * @param tasks what is to be done, with options of their own
     * @param results takes what the tasks give
     * @param <R> what the tasks give
     * @throws BackendException when the calling thread is interrupted while others work
     */
    public <R> void stream(Iterator<? extends OptimizationTask<R>> tasks, Consumer<? super R> results) {
        stream(tasks, results, threads);
    }

    private <R> void stream(Iterator<? extends OptimizationTask<R>> tasks, Consumer<? super R> results, int workers) {
        Window<R> window = new Window<>(Math.max(1, workers), settings.batchAtoms());
        if (workers <= 1) {
            WalkGroup<R> group = new WalkGroup<>(settings, window);
            while (pump(tasks, results, window)) {
                group.fill();
                group.round();
            }
            return;
        }
        try (Workers crew = Workers.start(workers, settings, window)) {
            while (pump(tasks, results, window)) {
                crew.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException("Interrupted while structures were optimized", e);
        }
    }

    /** Delivers all results that are there and reads as many tasks as there is room for; false at the end. */
    private <R> boolean pump(
            Iterator<? extends OptimizationTask<R>> tasks, Consumer<? super R> results, Window<R> window) {
        deliver(window, results);
        while (window.hasRoom()) {
            if (settings.cancellation().isRequested() || !tasks.hasNext()) {
                window.close();
            } else {
                window.add(tasks.next());
                deliver(window, results);
            }
        }
        return !window.isEmpty();
    }

    private static <R> void deliver(Window<R> window, Consumer<? super R> results) {
        for (Window.Place<R> place = window.poll(); place != null; place = window.poll()) {
            results.accept(place.result());
        }
    }

    private record ListedTask(AtomicSystem start, OptimizationOptions options)
            implements OptimizationTask<OptimizationResult> {
        @Override
        public int atoms() {
            return start.size();
        }

        @Override
        public OptimizationResult ended(OptimizationResult result) {
            return result;
        }

        @Override
        public OptimizationResult failed(RuntimeException failure) {
            throw failure;
        }
    }

    /** Collects the settings of a loop. Confined to one thread. */
    public static final class Builder {
        private final GeometryOptimizer optimizer;
        private final Potential potential;
        private OptimizationOptions options = OptimizationOptions.defaults();
        private int batchAtoms;
        private int threads = 1;
        private Cancellation cancellation = new Cancellation();
        private OptimizationListener listener = new OptimizationListener() {};

        private Builder(GeometryOptimizer optimizer, Potential potential) {
            this.optimizer = optimizer;
            this.potential = potential;
            this.batchAtoms = potential.batching().atoms();
        }

        /**
         * Sets the threshold, the limits and the seed; {@link OptimizationOptions#defaults()} when not called.
         *
         * @param value the options of every system
         * @return this builder
         */
        public Builder options(OptimizationOptions value) {
            this.options = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Sets up to how many atoms are evaluated together; what the potential's {@link Potential#batching()} says when
         * not called.
         *
         * @param value 1 or more; a system that has more is evaluated alone
         * @return this builder
         * @throws InputException when it is smaller
         */
        public Builder batchAtoms(int value) {
            this.batchAtoms = new Batching(value, true).atoms();
            return this;
        }

        /**
         * Sets on how many threads walks are under way at once; 1 when not called, the calling thread alone. {@link
         * Batching#threads()} says what is fast.
         *
         * @param value 1 or more
         * @return this builder
         * @throws InputException when it is smaller
         */
        public Builder threads(int value) {
            if (value < 1) {
                throw new InputException("The number of threads is " + value + "; give 1 or more");
            }
            this.threads = value;
            return this;
        }

        /**
         * Sets the switch that ends the loop.
         *
         * @param value thrown from any thread
         * @return this builder
         */
        public Builder cancellation(Cancellation value) {
            this.cancellation = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Sets who is told of every move and end.
         *
         * @param value called from the threads that work, see {@link OptimizationListener}
         * @return this builder
         */
        public Builder listener(OptimizationListener value) {
            this.listener = Objects.requireNonNull(value);
            return this;
        }

        /** {@return the loop} */
        public OptimizationLoop build() {
            return new OptimizationLoop(this);
        }
    }
}
