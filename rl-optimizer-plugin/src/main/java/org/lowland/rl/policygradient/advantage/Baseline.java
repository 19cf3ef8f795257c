package org.lowland.rl.policygradient.advantage;

import java.util.List;
import org.lowland.rl.policygradient.Episode;

/**
 * What return was to be expected, whatever action would be taken. Immutable.
 *
 * @param <S> states
 * @param <A> actions
 */
public interface Baseline<S, A> {

    /**
     * What was to be expected at each step.
     *
     * @param episodes of one iteration
     * @param returns of each step of each of them, from there on
     * @return as many numbers
     */
    double[][] values(List<Episode<S, A>> episodes, double[][] returns);

    /**
     * The baseline that has learned from an iteration.
     *
     * @param episodes of the iteration
     * @param returns of each step of each of them, from there on
     * @return the baseline for the next iteration
     */
    Baseline<S, A> after(List<Episode<S, A>> episodes, double[][] returns);

    /** {@return all that it has learned, for a checkpoint} */
    double[] state();

    /**
     * The baseline that has learned what another one had.
     *
     * @param state of one of the same kind
     * @return the baseline
     * @throws IllegalArgumentException when the state does not fit
     */
    Baseline<S, A> withState(double[] state);
}
