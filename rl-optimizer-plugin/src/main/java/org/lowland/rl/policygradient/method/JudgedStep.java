package org.lowland.rl.policygradient.method;

import org.lowland.rl.policygradient.Step;

/**
 * A step and what it was worth.
 *
 * @param step that was taken
 * @param advantage of its action
 * @param <S> states
 * @param <A> actions
 */
record JudgedStep<S, A>(Step<S, A> step, double advantage) {}
