package org.lowland.potential.train;

import org.lowland.api.InputException;

/**
 * The learning rate over a run: a linear warm-up, a plateau, and a decay to zero as one minus the square root of the way
 * through it. The plateau may be made longer when a run is resumed, as long as the decay has not begun.
 *
 * <p>Source of the decay: Hägele et al., Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations
 * (NeurIPS 2024).
 *
 * @param peak learning rate of the plateau
 * @param warmUp steps until the plateau
 * @param decay steps of the decay
 * @param steps all steps of the run
 */
record Schedule(double peak, long warmUp, long decay, long steps) {

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
        return peak * (1 - Math.sqrt((step - begin) / (double) decay));
    }

    /** Whether another schedule has the same rates over the first steps, so many of them. */
    boolean agrees(Schedule other, long done) {
        boolean samePlateau = peak == other.peak && warmUp == other.warmUp;
        boolean beforeBothDecays = done <= steps - decay && done <= other.steps - other.decay;
        return equals(other) || samePlateau && beforeBothDecays;
    }
}
