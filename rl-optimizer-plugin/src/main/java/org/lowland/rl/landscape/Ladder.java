package org.lowland.rl.landscape;

import java.util.List;
import org.lowland.api.optimize.Walk;

/**
 * The state of parallel tempering between a quench and the next move; all that a checkpoint has to keep. Immutable.
 *
 * @param moves made so far
 * @param accepted how many of the moves of all replicas were
 * @param swaps of neighbouring replicas
 * @param quenches done so far
 * @param evaluations used so far
 * @param rungs the replicas, the coldest first
 * @param best the lowest structure that was evaluated
 */
record Ladder(
        int moves, long accepted, long swaps, int quenches, long evaluations, List<Rung> rungs, Walk.Position best) {
    Ladder {
        rungs = List.copyOf(rungs);
    }

    /**
     * A temperature with the replica that is there.
     *
     * @param at its structure
     * @param timeStep of the dynamics at this temperature
     */
    record Rung(Walk.Position at, double timeStep) {
        double energy() {
            return at.evaluation().energy();
        }

        Rung with(Walk.Position position) {
            return new Rung(position, timeStep);
        }
    }
}
