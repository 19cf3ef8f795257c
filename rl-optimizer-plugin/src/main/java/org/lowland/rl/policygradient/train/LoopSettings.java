package org.lowland.rl.policygradient.train;

import org.lowland.api.InputException;

/**
 * How long and how much a policy is trained.
 *
 * @param seed of all randomness
 * @param iterations of play and improvement
 * @param starts that are played in an iteration
 * @param episodesPerStart how often each of them is
 * @param horizon most steps of an episode
 * @param together episodes in lock step
 * @param threads that share the work; no result depends on it
 * @param evaluateEvery iterations between evaluations, which also are the checkpoints
 * @param keepBest whether the policy with the best validation is the result; otherwise the last one is
 */
public record LoopSettings(
        long seed,
        long iterations,
        int starts,
        int episodesPerStart,
        int horizon,
        int together,
        int threads,
        long evaluateEvery,
        boolean keepBest) {

    /** Checks the numbers. */
    public LoopSettings {
        if (iterations < 1
                || starts < 1
                || episodesPerStart < 1
                || horizon < 1
                || together < 1
                || threads < 1
                || evaluateEvery < 1) {
            throw new InputException("iterations, starts, episodes-per-start, horizon, together, threads and"
                    + " evaluate-every must be 1 or more");
        }
    }

    /** What decides the course of a run but not its end. */
    String course() {
        return "seed " + seed + ", " + starts + " starts, " + episodesPerStart + " episodes each, horizon " + horizon
                + ", " + together + " together, evaluated every " + evaluateEvery + ", keep "
                + (keepBest ? "best" : "last");
    }
}
