package org.lowland.api.optimize;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.lowland.api.InputException;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * The one loop around all walks: it runs many of them at once on one potential, so that what they ask for is evaluated
 * in batches, and keeps every limit, so that no optimizer has to.
 *
 * <p>A system that cannot be handled does not stop the others: its result says FAILED and why. A batch that breaks is
 * evaluated again one system at a time, so that only the culprit fails. Energies or forces that are not finite and
 * structures that fly apart end a walk as DIVERGED; a structure that breaks a constraint ends it as FAILED. A limit that falls into the middle of what a walk asks for ends it
 * before. Whatever ended a walk, its result is the best structure it had, and {@code converged} tells whether that
 * meets fmax.
 *
 * <p>Immutable; one loop may run several lists at the same time, as long as its listener can take it.
 */
public final class OptimizationLoop {
    /** How many systems are evaluated at once unless said otherwise. */
    public static final int DEFAULT_BATCH = 64;

    private final GeometryOptimizer optimizer;
    private final Potential potential;
    private final OptimizationOptions options;
    private final int batch;
    private final Cancellation cancellation;
    private final OptimizationListener listener;

    private OptimizationLoop(Builder builder) {
        this.optimizer = builder.optimizer;
        this.potential = builder.potential;
        this.options = builder.options;
        this.batch = builder.batch;
        this.cancellation = builder.cancellation;
        this.listener = builder.listener;
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
     * Optimizes one system.
     *
     * @param system where it starts
     * @return how it ended, also where it failed
     */
    public OptimizationResult run(AtomicSystem system) {
        return run(List.of(system)).get(0);
    }

    /**
     * Optimizes systems, as many at once as fit into a batch.
     *
     * @param systems where they start; any number, also none
     * @return how each ended, in the same order
     */
    public List<OptimizationResult> run(List<AtomicSystem> systems) {
        return run(systems, systems.stream().map(system -> options).toList());
    }

    /**
     * Optimizes systems with options of their own, for example one system with several seeds.
     *
     * @param systems where they start; any number, also none
     * @param each the options of each, which count in place of the loop's own
     * @return how each ended, in the same order
     * @throws IllegalArgumentException when the lists differ in length
     */
    public List<OptimizationResult> run(List<AtomicSystem> systems, List<OptimizationOptions> each) {
        if (systems.size() != each.size()) {
            throw new IllegalArgumentException(systems.size() + " systems, but " + each.size() + " options");
        }
        OptimizationResult[] results = new OptimizationResult[systems.size()];
        List<RunningWalk> active = new ArrayList<>();
        int next = 0;
        while (next < results.length || !active.isEmpty()) {
            while (active.size() < batch && next < results.length) {
                active.add(new RunningWalk(next, systems.get(next), each.get(next), optimizer, potential));
                next++;
            }
            active.forEach(walk -> walk.prepare(cancellation));
            dismiss(active, results);
            evaluate(active);
            active.forEach(walk -> walk.advance(listener));
            dismiss(active, results);
        }
        return List.of(results);
    }

    private void dismiss(List<RunningWalk> active, OptimizationResult[] results) {
        Iterator<RunningWalk> walks = active.iterator();
        while (walks.hasNext()) {
            RunningWalk walk = walks.next();
            walk.result().ifPresent(result -> {
                results[walk.index()] = result;
                listener.ended(walk.index(), result);
            });
            if (walk.result().isPresent()) {
                walks.remove();
            }
        }
    }

    private void evaluate(List<RunningWalk> active) {
        List<AtomicSystem> asked = new ArrayList<>();
        active.forEach(walk -> asked.addAll(walk.asked()));
        List<Outcome> outcomes = Outcome.evaluate(potential, asked, batch);
        int from = 0;
        for (RunningWalk walk : active) {
            int to = from + walk.asked().size();
            walk.receive(outcomes.subList(from, to));
            from = to;
        }
    }

    /** Collects the settings of a loop. Confined to one thread. */
    public static final class Builder {
        private final GeometryOptimizer optimizer;
        private final Potential potential;
        private OptimizationOptions options = OptimizationOptions.defaults();
        private int batch = DEFAULT_BATCH;
        private Cancellation cancellation = new Cancellation();
        private OptimizationListener listener = new OptimizationListener() {};

        private Builder(GeometryOptimizer optimizer, Potential potential) {
            this.optimizer = optimizer;
            this.potential = potential;
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
         * Sets how many systems are evaluated, and how many walks are under way, at once; {@link #DEFAULT_BATCH} when
         * not called.
         *
         * @param value 1 or more
         * @return this builder
         * @throws InputException when it is smaller
         */
        public Builder batch(int value) {
            if (value < 1) {
                throw new InputException("The batch size is " + value + "; give 1 or more");
            }
            this.batch = value;
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
         * @param value called from the thread that runs the loop
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
