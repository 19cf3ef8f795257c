package org.lowland.potential.train;

import org.lowland.api.InputException;

/**
 * The learning rate over a run: a linear warm-up, a plateau, and a decay to zero. The plateau may be made longer when a run
 * is resumed, as long as the decay has not begun.
 *
 * <p>Source of the decay by the square root: Hägele et al., Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations
 * (NeurIPS 2024).
 *
 * @param peak learning rate of the plateau
 * @param warmUp steps until the plateau
 * @param decay steps of the decay
 * @param steps all steps of the run
 * @param shape of the decay
 */
record Schedule(double peak, long warmUp, long decay, long steps, Shape shape) {

    /** How the rate falls over the decay. */
    enum Shape {
        /** As one minus the square root of the way through it. */
        ROOT,
        /** As half a wave of a cosine. */
        COSINE
    }

    Schedule(double peak, long warmUp, long decay, long steps) {
        this(peak, warmUp, decay, steps, Shape.ROOT);
    }

    Schedule {
        if (!(peak > 0) || warmUp < 0 || decay < 0 || steps < 1 || warmUp + decay > steps) {
            throw new InputException("The schedule does not fit: learning-rate " + peak + ", warm-up " + warmUp
                    + ", decay " + decay + ", steps " + steps
                    + "; the rate must be positive, and warm-up and decay together no longer than the steps");
        }
    }

    /** The learning rate of a step, counted from 0. */
    double rate(long step) {
        if (step < warmUp) {
            return peak * (step + 1) / warmUp;
        }
        long begin = steps - decay;
        if (step < begin) {
            return peak;
        }
        double way = (step - begin) / (double) decay;
        return shape == Shape.ROOT ? peak * (1 - Math.sqrt(way)) : peak * 0.5 * (1 + Math.cos(Math.PI * way));
    }

    /** Whether another schedule has the same rates over the first steps, so many of them. */
    boolean agrees(Schedule other, long done) {
        boolean samePlateau = peak == other.peak && warmUp == other.warmUp && shape == other.shape;
        boolean beforeBothDecays = done <= steps - decay && done <= other.steps - other.decay;
        return equals(other) || samePlateau && beforeBothDecays;
    }
}
