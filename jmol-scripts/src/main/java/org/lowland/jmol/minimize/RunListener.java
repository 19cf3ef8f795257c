package org.lowland.jmol.minimize;

/**
 * Watches the minimizations of a viewer. Called from the thread that works on a model, one event at a time and in order,
 * without any lock; the end may be told from the thread that stopped the run. What it throws is logged and does no harm.
 */
public interface RunListener {

    /**
     * The work on a model begins.
     *
     * @param start what is to be done
     */
    default void started(RunStart start) {}

    /**
     * A step was made.
     *
     * @param progress where the model stands
     */
    default void progressed(RunProgress progress) {}

    /**
     * The work on a model has ended, also where it was stopped or failed.
     *
     * @param record how it went
     */
    default void ended(RunRecord record) {}

    /**
     * A run could not begin.
     *
     * @param message what, where and what to do
     */
    default void refused(String message) {}
}
