package org.lowland.rl.policygradient;

import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Random streams by name: every episode has its own, which depends on the seed of the run and on what the stream is for,
 * and not on what was drawn elsewhere. A run that goes on in the middle therefore draws what it would have drawn.
 *
 * @param seed of the run
 */
public record RandomStreams(long seed) {

    /** What a stream is for. */
    public enum Purpose {
        /** The first parameters. */
        PARAMETERS,
        /** Which starts are taken. */
        STARTS,
        /** The noise of an episode. */
        EPISODE,
        /** The order of steps in updates. */
        ORDER,
        /** An evaluation. */
        EVALUATION
    }

    /**
     * A stream from its beginning.
     *
     * @param purpose what it is for
     * @param iteration of the training
     * @param index of the episode, or 0
     * @return the stream
     */
    public RandomGenerator of(Purpose purpose, long iteration, int index) {
        return new Well19937c(new int[] {
            (int) seed, (int) (seed >>> 32), purpose.ordinal(), (int) iteration, (int) (iteration >>> 32), index
        });
    }
}
