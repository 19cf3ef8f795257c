package org.lowland.api.optimize;

import org.lowland.api.system.AtomicSystem;

/**
 * One structure of a stream that {@link OptimizationLoop#stream} works through: where it comes from, and what becomes of
 * its result. The size is asked for on the thread that runs the stream; all else is called on the thread that works on
 * this structure, so that preparing structures and judging results is shared out like the optimization itself. Each
 * method is called at most once.
 *
 * @param <R> what is delivered for it, in the order of the stream
 */
public interface OptimizationTask<R> {

    /** {@return about how many atoms it has, by which batches are filled and memory is bounded; 0 when not known} */
    int atoms();

    /**
     * Makes the structure ready. What it throws, {@link #failed} is told.
     *
     * @return where the optimization starts
     */
    AtomicSystem start();

    /** {@return when it is converged and how long it may go on} */
    OptimizationOptions options();

    /**
     * Takes the result. What it throws, {@link #failed} is told.
     *
     * @param result how the optimization ended, also where it failed or was cancelled
     * @return what is delivered
     */
    R ended(OptimizationResult result);

    /**
     * Takes the news that there is no result. What it throws ends the stream.
     *
     * @param failure what one of the other methods threw
     * @return what is delivered
     */
    R failed(RuntimeException failure);
}
