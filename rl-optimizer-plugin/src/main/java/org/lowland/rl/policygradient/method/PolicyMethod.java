package org.lowland.rl.policygradient.method;

import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.policygradient.Workers;
import org.lowland.rl.policygradient.algebra.Ascent;

/**
 * A way to improve a policy. It may remember earlier gradients; confined to one thread. Its {@code toString} tells all its
 * settings, so that a checkpoint is not resumed with others.
 *
 * @param <S> states
 * @param <A> actions
 */
public interface PolicyMethod<S, A> {

    /**
     * Improves a policy.
     *
     * @param policy that played the episodes
     * @param batch the episodes, and how good their actions were
     * @param workers to share the work
     * @return the next policy
     * @throws org.lowland.api.BackendException when a gradient is not finite
     */
    Improvement<S, A> improve(Policy<S, A> policy, Batch<S, A> batch, Workers workers);

    /** {@return what it remembers, for a checkpoint} */
    Ascent.State state();

    /**
     * Goes back to what it remembered.
     *
     * @param state of a method with the same settings
     * @throws IllegalArgumentException when it does not fit
     */
    void restore(Ascent.State state);
}
