package org.lowland.cli.batch;

import java.util.Optional;
import java.util.function.BiFunction;
import org.lowland.api.molecule.Identity;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.OptimizationTask;
import org.lowland.api.system.AtomicSystem;

/** One record with one seed: prepared, optimized and judged on the thread that works on it. */
final class RecordTask implements OptimizationTask<RecordTask.Given> {
    private final RecordWork work;
    private final OptimizationOptions options;
    private final BiFunction<Preparation.Prepared, OptimizationResult, Optional<Identity>> identity;
    private final Runnable done;
    private long begin = System.nanoTime();

    /**
     * A task that has not begun.
     *
     * @param work the record
     * @param options with the seed
     * @param identity judges whether what became of it still is the same molecule
     * @param done called when that is known
     */
    RecordTask(
            RecordWork work,
            OptimizationOptions options,
            BiFunction<Preparation.Prepared, OptimizationResult, Optional<Identity>> identity,
            Runnable done) {
        this.work = work;
        this.options = options;
        this.identity = identity;
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

    /** Takes a record whose result is known past the optimizer. */
    private static final class AlreadyDone extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Outcome outcome;

        private AlreadyDone(Outcome outcome) {
            super("nothing is left to do", null, false, false);
            this.outcome = outcome;
        }
    }

    @Override
    public int atoms() {
        return work.entry().isReadable() ? work.entry().structure().atoms() : 0;
    }

    @Override
    public AtomicSystem start() {
        begin = System.nanoTime();
        if (work.known().isPresent()) {
            throw new AlreadyDone(work.known().get().get());
        }
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
        Optional<Identity> same = result.evaluation().isEmpty() ? Optional.empty() : identity.apply(prepared, result);
        done.run();
        return new Given(
                work, Optional.of(new Outcome(prepared, result, same, options.seed(), seconds)), Optional.empty());
    }

    @Override
    public Given failed(RuntimeException failure) {
        done.run();
        if (failure instanceof AlreadyDone already) {
            return new Given(work, Optional.of(already.outcome), Optional.empty());
        }
        return new Given(work, Optional.empty(), Optional.of(failure));
    }
}
