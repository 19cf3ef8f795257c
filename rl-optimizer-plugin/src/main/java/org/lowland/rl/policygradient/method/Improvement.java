package org.lowland.rl.policygradient.method;

import org.lowland.rl.policygradient.Policy;

/**
 * What came of an improvement.
 *
 * @param policy the next one
 * @param gradientNorm Euclidean length of the gradient, before it was clipped; the last one of several
 * @param divergence estimated from the old policy to the new one on the steps of the batch, nats per step
 * @param updates of the parameters
 * @param <S> states
 * @param <A> actions
 */
public record Improvement<S, A>(Policy<S, A> policy, double gradientNorm, double divergence, int updates) {}
