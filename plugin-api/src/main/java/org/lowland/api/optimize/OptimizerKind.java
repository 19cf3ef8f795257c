package org.lowland.api.optimize;

/** What an optimizer is after. */
public enum OptimizerKind {
    /** The nearest minimum: ends when the forces vanish. */
    LOCAL,
    /** The lowest minimum within a budget of evaluations: the end of the budget is its normal end. */
    SEARCH
}
