package org.lowland.rl.policygradient.advantage;

import org.lowland.api.InputException;

/**
 * How rewards add up.
 *
 * @param discount what a reward one step later counts; 1 for undiscounted returns
 * @param lambda between 0, advantages from one step and the value of the next state, and 1, from the whole return; less
 *     than 1 needs a value function
 * @param discountedSteps whether later decisions count less in the gradient too, as in the exact gradient of a discounted
 *     return; usually they do not
 * @param bootstrap whether an episode that was cut at the horizon goes on in the value of its last state; otherwise the
 *     horizon is its end
 */
public record Returns(double discount, double lambda, boolean discountedSteps, boolean bootstrap) {

    /** Checks the ranges. */
    public Returns {
        if (!(discount >= 0 && discount <= 1 && lambda >= 0 && lambda <= 1)) {
            throw new InputException("discount and lambda must be between 0 and 1, not " + discount + " and " + lambda);
        }
    }

    /** {@return whole returns with a discount} */
    public static Returns discounted(double discount) {
        return new Returns(discount, 1, false, false);
    }

    /** {@return sums of rewards} */
    public static Returns undiscounted() {
        return discounted(1);
    }

    /**
     * What came after each step, its own reward included.
     *
     * @param rewards in order
     * @param after value of the last state, 0 for the end of an episode
     * @return as many returns
     */
    public double[] toGo(double[] rewards, double after) {
        double[] returns = new double[rewards.length];
        double sum = after;
        for (int k = rewards.length - 1; k >= 0; k--) {
            sum = rewards[k] + discount * sum;
            returns[k] = sum;
        }
        return returns;
    }

    /**
     * Generalized advantages, J. Schulman, P. Moritz, S. Levine, M. Jordan, P. Abbeel, High-Dimensional Continuous Control
     * Using Generalized Advantage Estimation (ICLR 2016).
     *
     * @param rewards in order
     * @param values of the states, one more: the last one is that of the last state, 0 for the end of an episode
     * @return as many advantages as rewards
     */
    public double[] generalized(double[] rewards, double[] values) {
        double[] advantages = new double[rewards.length];
        double sum = 0;
        for (int k = rewards.length - 1; k >= 0; k--) {
            double surprise = rewards[k] + discount * values[k + 1] - values[k];
            sum = surprise + discount * lambda * sum;
            advantages[k] = sum;
        }
        return advantages;
    }
}
