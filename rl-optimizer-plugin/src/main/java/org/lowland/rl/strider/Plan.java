package org.lowland.rl.strider;

import org.lowland.api.InputException;
import org.lowland.rl.strider.episode.Reach;

/**
 * How a search spends its evaluations: first the steps of the policy, then a quench.
 *
 * @param reach how far a step goes
 * @param quench the share of the evaluations that the quench has; never more than {@value #MOST_FOR_QUENCH}
 * @param descent by which the quench goes
 */
public record Plan(Reach reach, double quench, Descent descent) {
    /** The default share of the quench. */
    public static final double DEFAULT_QUENCH = 0.4;

    /** With so many evaluations quenches of hundreds of atoms come to their end. */
    public static final int MOST_FOR_QUENCH = 300;

    /** How a search ends. */
    public enum Descent {
        /** By L-BFGS. */
        LBFGS,
        /** By the policy's own steps, without noise. */
        POLICY
    }

    /**
     * Checks the share.
     *
     * @throws InputException when it is not one
     */
    public Plan {
        if (!(quench >= 0 && quench <= 1)) {
            throw new InputException("The share of the quench is " + quench + "; give a number from 0 to 1");
        }
    }

    /** {@return the usual plan} */
    public static Plan usual() {
        return new Plan(new Reach(Reach.DEFAULT), DEFAULT_QUENCH, Descent.LBFGS);
    }

    /**
     * The steps of the policy.
     *
     * @param evaluations in all, the first of which is that of the start
     * @return how many are left for steps before the quench
     */
    public int policySteps(long evaluations) {
        long forQuench = Math.min(MOST_FOR_QUENCH, Math.round(quench * evaluations));
        return (int) Math.min(Integer.MAX_VALUE - 1L, Math.max(0, evaluations - 1 - forQuench));
    }
}
