package org.lowland.rl.strider;

import org.lowland.api.InputException;
import org.lowland.rl.strider.episode.Reach;

/**
 * How a search spends its evaluations: in episodes, each of which is steps of the policy and a quench.
 *
 * @param reach how far a step goes
 * @param quench the share of an episode's evaluations that its quench has; never more than {@value #MOST_FOR_QUENCH}
 * @param descent by which the quench goes
 * @param episode evaluations of an episode; {@link #UNDIVIDED} for one episode
 * @param reheat the share of the noise with which every episode but the first begins, 0 to 1
 * @param acceptance kT in eV by which the next episode begins from a higher minimum; from the lowest always if 0
 * @param rounds of adaptation to the structure, each a search from the start; 1 for none
 */
public record Plan(
        Reach reach, double quench, Descent descent, long episode, double reheat, double acceptance, int rounds) {
    /** One episode has all evaluations. */
    public static final long UNDIVIDED = Long.MAX_VALUE;

    /** The default share of the noise with which later episodes begin. */
    public static final double DEFAULT_REHEAT = 0.6;

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
        if (!(reheat >= 0 && reheat <= 1)) {
            throw new InputException("The share of the noise is " + reheat + "; give a number from 0 to 1");
        }
        if (!(acceptance >= 0) || Double.isInfinite(acceptance)) {
            throw new InputException("The kT of acceptance is " + acceptance + "; give an energy in eV, 0 or more");
        }
        if (rounds < 1) {
            throw new InputException("An adaptation in " + rounds + " rounds is none; give 1 or more");
        }
        if (episode < 2) {
            throw new InputException("An episode of " + episode + " evaluations is none; give 2 or more");
        }
    }

    /**
     * One episode with all evaluations.
     *
     * @param reach how far a step goes
     * @param quench the share of the evaluations that the quench has
     * @param descent by which the quench goes
     */
    public Plan(Reach reach, double quench, Descent descent) {
        this(reach, quench, descent, UNDIVIDED, DEFAULT_REHEAT, 0, 1);
    }

    /**
     * The evaluations of the episode that begins.
     *
     * @param left evaluations of the search
     * @return those of an episode, or all that are left where they are not enough for one and a half
     */
    public long ofEpisode(long left) {
        return left / 1.5 < episode ? left : episode;
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
