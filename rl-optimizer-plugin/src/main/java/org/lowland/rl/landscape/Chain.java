package org.lowland.rl.landscape;

import org.lowland.api.optimize.Walk;
import org.lowland.api.system.AtomicSystem;

/**
 * The state of a search between two quenches; all that a checkpoint has to keep. Immutable.
 *
 * @param quenches done so far
 * @param accepted how many of the moves between them were
 * @param evaluations used so far
 * @param step the size of the next move
 * @param current the minimum that the next move starts from
 * @param energy of it in eV
 * @param best the lowest minimum so far
 */
record Chain(
        int quenches,
        int accepted,
        long evaluations,
        StepSize step,
        AtomicSystem current,
        double energy,
        Walk.Position best) {

    /** The chain after its first quench. */
    static Chain begin(Walk.Position minimum, long evaluations, double step) {
        return new Chain(
                1,
                0,
                evaluations,
                new StepSize(step),
                minimum.system(),
                minimum.evaluation().energy(),
                minimum);
    }

    /** The chain after a move that was turned down. */
    Chain stay(long newEvaluations, double targetAcceptance) {
        return new Chain(
                quenches + 1,
                accepted,
                evaluations + newEvaluations,
                step.after(false, targetAcceptance),
                current,
                energy,
                best);
    }

    /** The chain after a move that was accepted. */
    Chain move(Walk.Position minimum, long newEvaluations, double targetAcceptance) {
        return new Chain(
                quenches + 1,
                accepted + 1,
                evaluations + newEvaluations,
                step.after(true, targetAcceptance),
                minimum.system(),
                minimum.evaluation().energy(),
                best);
    }

    /** The same with a lower minimum. */
    Chain withBest(Walk.Position minimum) {
        return new Chain(quenches, accepted, evaluations, step, current, energy, minimum);
    }
}
