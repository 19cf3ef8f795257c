package org.lowland.api.optimize;

/** Why an optimization ended. */
public enum StopReason {
    /** The walk reached its goal: fmax for a local optimizer. */
    CONVERGED,
    /** The limit on steps was reached. */
    STEP_LIMIT,
    /** The budget of evaluations was used up: the normal end of a search. */
    BUDGET,
    /** Somebody asked it to stop. */
    CANCELLED,
    /** Energy or forces stopped being finite numbers, or the structure flew apart. */
    DIVERGED,
    /** The potential or the optimizer broke; the message says how. */
    FAILED
}
