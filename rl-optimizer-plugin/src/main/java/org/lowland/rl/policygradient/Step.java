package org.lowland.rl.policygradient;

/**
 * One decision and its reward.
 *
 * @param state in which it was taken
 * @param action that was drawn
 * @param logProbability of the action under the policy that drew it, in nats; a density for continuous actions
 * @param reward that followed
 * @param <S> states
 * @param <A> actions
 */
public record Step<S, A>(S state, A action, double logProbability, double reward) {}
