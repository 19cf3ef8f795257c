package org.lowland.cli.batch;

import java.util.Optional;
import org.lowland.api.molecule.Identity;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.OptimizationTask;
import org.lowland.api.system.AtomicSystem;

/** One record with one seed: prepared, optimized and judged on the thread that works on it. */
final class RecordTask implements OptimizationTask<RecordTask.Given> {
    private final RecordWork work;
    private final OptimizationOptions options;
    private final Results results;
    private final Runnable done;
    private long begin = System.nanoTime();

    /**
     * A task that has not begun.
     *
     * @param work the record
     * @param options with the seed
     * @param results judges what became of it
     * @param done called when that is known
     */
    RecordTask(RecordWork work, OptimizationOptions options, Results results, Runnable done) {
        this.work = work;
        this.options = options;
        this.results = results;
        this.done = done;
    }

    /**
     * What became of a record with one seed.
     *
     * @param work the record
     * @param outcome how its optimization ended
     * @param failure why there is none
     */
    record Given(RecordWork work, Optional<Outcome> outcome, Optional<RuntimeException> failure) {}

    @Override
    public int atoms() {
        return work.entry().isReadable() ? work.entry().structure().atoms() : 0;
    }

    @Override
    public AtomicSystem start() {
        begin = System.nanoTime();
        return work.prepared().system();
    }

    @Override
    public OptimizationOptions options() {
        return options;
    }

    @Override
    public Given ended(OptimizationResult result) {
        double seconds = (System.nanoTime() - begin) * 1e-9;
        Preparation.Prepared prepared = work.prepared();
        Optional<Identity> identity = result.evaluation().isEmpty()
                ? Optional.empty()
                : results.identity(prepared.structure(), prepared.system(), result.system());
        done.run();
        return new Given(
                work, Optional.of(new Outcome(prepared, result, identity, options.seed(), seconds)), Optional.empty());
    }

    @Override
    public Given failed(RuntimeException failure) {
        done.run();
        return new Given(work, Optional.empty(), Optional.of(failure));
    }
}
