package org.lowland.api.optimize;

import org.lowland.api.InputException;

/**
 * Counts energy-and-force evaluations against a limit: the currency in which learned and classical methods are
 * compared. Confined to one thread.
 */
public final class EvaluationBudget {
    private final long limit;
    private long used;

    /**
     * A budget of which nothing is used.
     *
     * @param limit the number of evaluations, 1 or more
     * @throws InputException when the limit is smaller
     */
    public EvaluationBudget(long limit) {
        if (limit < 1) {
            throw new InputException("The limit on evaluations is " + limit + "; give 1 or more");
        }
        this.limit = limit;
    }

    /**
     * Whether so many more evaluations fit.
     *
     * @param count evaluations wanted
     * @return false when they would go over the limit
     */
    public boolean allows(int count) {
        return count <= limit - used;
    }

    /**
     * Takes evaluations out of the budget.
     *
     * @param count evaluations done
     * @throws IllegalStateException when they go over the limit
     */
    public void spend(int count) {
        if (!allows(count)) {
            throw new IllegalStateException(count + " evaluations do not fit: " + used + " of " + limit + " are used");
        }
        used += count;
    }

    /**
     * Counts the evaluations of an earlier run that this one goes on from. They may be more than the limit allows;
     * then nothing is left.
     *
     * @param count evaluations done before, 0 or more
     */
    public void resume(long count) {
        used += count;
    }

    /** {@return the number of evaluations done} */
    public long used() {
        return used;
    }

    /** {@return the number of evaluations left, 0 or more} */
    public long left() {
        return Math.max(0, limit - used);
    }
}
