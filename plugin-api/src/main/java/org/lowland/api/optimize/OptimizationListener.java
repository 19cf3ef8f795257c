package org.lowland.api.optimize;

/**
 * Watches walks. It is called from the thread that works on a walk: with one thread from the one that runs the loop, with
 * more from several at once, yet for one walk in its order and never twice at the same time. What it throws ends the
 * loop, so it had better not throw.
 */
public interface OptimizationListener {

    /**
     * A walk has moved on.
     *
     * @param index which of the systems given to the loop, in their order, from 0
     * @param progress where it stands
     */
    default void moved(int index, Progress progress) {}

    /**
     * A walk has ended.
     *
     * @param index which of the systems given to the loop, in their order, from 0
     * @param result how
     */
    default void ended(int index, OptimizationResult result) {}

    /**
     * Where a walk stands.
     *
     * @param step the number of steps taken
     * @param evaluations the number of evaluations used
     * @param fmax of the best position, in eV/Å
     * @param best the newest structure of a local walk, the lowest of a search
     */
    record Progress(int step, long evaluations, double fmax, Walk.Position best) {}
}
