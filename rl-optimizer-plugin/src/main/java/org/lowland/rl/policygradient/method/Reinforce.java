package org.lowland.rl.policygradient.method;

import java.util.List;
import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.policygradient.Workers;
import org.lowland.rl.policygradient.algebra.Ascent;
import org.lowland.rl.policygradient.algebra.Vectors;

/**
 * REINFORCE, R. J. Williams, Machine Learning 8, 229 (1992): one step up the mean over episodes of the sum over steps of
 * score times advantage. Without normalization of the advantages the gradient is unbiased.
 *
 * @param <S> states
 * @param <A> actions
 */
public final class Reinforce<S, A> implements PolicyMethod<S, A> {
    private final Ascent ascent;
    private final double entropy;

    /**
     * The method before its first step.
     *
     * @param ascent how the parameters follow the gradient
     * @param entropy what a nat of a step's entropy counts, in the unit of the advantages
     */
    public Reinforce(Ascent.Settings ascent, double entropy) {
        this.ascent = new Ascent(ascent);
        this.entropy = entropy;
    }

    /**
     * The gradient alone.
     *
     * @param policy that played the episodes
     * @param batch the episodes and their advantages
     * @param workers to share the work
     * @return one number for each parameter
     */
    public double[] gradient(Policy<S, A> policy, Batch<S, A> batch, Workers workers) {
        return Estimates.scoreGradient(
                policy, batch.steps(), entropy, batch.episodes().size(), workers);
    }

    @Override
    public Improvement<S, A> improve(Policy<S, A> policy, Batch<S, A> batch, Workers workers) {
        List<JudgedStep<S, A>> steps = batch.steps();
        double[] gradient = gradient(policy, batch, workers);
        Policy<S, A> next = policy.withParameters(ascent.step(policy.parameters(), gradient));
        return new Improvement<>(next, Vectors.norm(gradient), Estimates.divergence(next, steps, workers), 1);
    }

    @Override
    public Ascent.State state() {
        return ascent.state();
    }

    @Override
    public void restore(Ascent.State state) {
        ascent.restore(state);
    }

    @Override
    public String toString() {
        return "REINFORCE, " + ascent + ", entropy " + entropy;
    }
}
