package org.lowland.rl.policygradient.advantage;

import java.util.List;

/**
 * The return that is to be expected from a state on, learned from returns. Immutable and thread-safe.
 *
 * @param <S> states
 */
public interface ValueFunction<S> {

    /**
     * The values of some states.
     *
     * @param states any
     * @return one number for each, in the unit of the rewards
     */
    double[] values(List<S> states);

    /**
     * The function that has learned from an iteration.
     *
     * @param states that were visited
     * @param targets what came after each of them
     * @return the next function
     */
    ValueFunction<S> fitted(List<S> states, double[] targets);

    /** {@return all that it has learned, for a checkpoint} */
    double[] state();

    /**
     * The function that has learned what another one had.
     *
     * @param state of one of the same kind
     * @return the function
     * @throws IllegalArgumentException when the state does not fit
     */
    ValueFunction<S> withState(double[] state);
}
