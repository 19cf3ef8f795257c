package org.lowland.api.optimize;

import org.lowland.api.InputException;

/**
 * When an optimization is converged and how long it may go on.
 *
 * @param fmax converged when the largest Euclidean norm of the force on a free atom, without what constraints do not allow,
 *     is at most this, in eV/Å
 * @param steps the largest number of steps
 * @param evaluations the largest number of energy-and-force evaluations
 * @param seed of the random numbers; the same seed gives the same run
 * @param trajectory whether the result keeps every accepted structure
 */
public record OptimizationOptions(double fmax, int steps, long evaluations, long seed, boolean trajectory) {
    /** The default of fmax in eV/Å. */
    public static final double DEFAULT_FMAX = 0.01;

    /** The default limit on steps. */
    public static final int DEFAULT_STEPS = 2000;

    public OptimizationOptions {
        if (!(fmax > 0) || Double.isInfinite(fmax)) {
            throw new InputException("fmax is " + fmax + "; give a positive force in eV/Å, for example 0.01");
        }
        if (steps < 0) {
            throw new InputException("The limit on steps is " + steps + "; give 0 or more");
        }
        if (evaluations < 1) {
            throw new InputException("The limit on evaluations is " + evaluations + "; give 1 or more");
        }
    }

    /** {@return fmax 0.01 eV/Å, at most 2000 steps, no limit on evaluations, seed 0, no trajectory} */
    public static OptimizationOptions defaults() {
        return new OptimizationOptions(DEFAULT_FMAX, DEFAULT_STEPS, Long.MAX_VALUE, 0, false);
    }

    /**
     * The same with another force threshold.
     *
     * @param value in eV/Å
     * @return new options
     */
    public OptimizationOptions withFmax(double value) {
        return new OptimizationOptions(value, steps, evaluations, seed, trajectory);
    }

    /**
     * The same with another limit on steps.
     *
     * @param value 0 or more
     * @return new options
     */
    public OptimizationOptions withSteps(int value) {
        return new OptimizationOptions(fmax, value, evaluations, seed, trajectory);
    }

    /**
     * The same with another limit on evaluations.
     *
     * @param value 1 or more
     * @return new options
     */
    public OptimizationOptions withEvaluations(long value) {
        return new OptimizationOptions(fmax, steps, value, seed, trajectory);
    }

    /**
     * The same with another seed.
     *
     * @param value any number
     * @return new options
     */
    public OptimizationOptions withSeed(long value) {
        return new OptimizationOptions(fmax, steps, evaluations, value, trajectory);
    }

    /**
     * The same with or without a trajectory.
     *
     * @param value whether to keep every accepted structure
     * @return new options
     */
    public OptimizationOptions withTrajectory(boolean value) {
        return new OptimizationOptions(fmax, steps, evaluations, seed, value);
    }
}
