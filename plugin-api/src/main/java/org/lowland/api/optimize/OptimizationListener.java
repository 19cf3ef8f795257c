package org.lowland.api.optimize;

/** Watches walks from the loop's thread. What it throws ends the loop, so it had better not throw. */
public interface OptimizationListener {

    /**
     * A walk has moved on.
     *
     * @param index which of the systems given to the loop, from 0
     * @param progress where it stands
     */
    default void moved(int index, Progress progress) {}

    /**
     * A walk has ended.
     *
     * @param index which of the systems given to the loop, from 0
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
