package org.lowland.rl.policygradient.method;

import java.util.List;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.DifferentiableEnvironment;
import org.lowland.rl.policygradient.Episode;
import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.policygradient.ReparameterizedPolicy;
import org.lowland.rl.policygradient.Step;
import org.lowland.rl.policygradient.Workers;
import org.lowland.rl.policygradient.algebra.Ascent;
import org.lowland.rl.policygradient.algebra.Vectors;

/**
 * The pathwise, or analytic, policy gradient: the derivative of the return through actions that move with the parameters
 * and states that move with the actions, at constant noise. It needs an environment that is differentiable and a policy
 * that is reparameterized, and no advantages. Its variance is small where the return is smooth, and grows with the length
 * of the episode where it is rough.
 *
 * @param <S> states
 * @param <A> actions
 */
public final class Pathwise<S, A> implements PolicyMethod<S, A> {
    private final DifferentiableEnvironment<S, A> environment;
    private final RewardWeights weights;
    private final boolean throughStates;
    private final double entropy;
    private final Ascent ascent;

    /**
     * The method before its first step.
     *
     * @param environment that the episodes are played in; if its starts change, its derivatives must not
     * @param weights of the rewards
     * @param throughStates whether the policy's own dependence on the state counts; otherwise the gradient stops where
     *     the policy looks at a state, which needs no derivative of what it sees
     * @param entropy what a nat of a step's entropy counts, in the unit of the rewards
     * @param ascent how the parameters follow the gradient
     */
    public Pathwise(
            DifferentiableEnvironment<S, A> environment,
            RewardWeights weights,
            boolean throughStates,
            double entropy,
            Ascent.Settings ascent) {
        this.environment = environment;
        this.weights = weights;
        this.throughStates = throughStates;
        this.entropy = entropy;
        this.ascent = new Ascent(ascent);
    }

    @Override
    public Improvement<S, A> improve(Policy<S, A> policy, Batch<S, A> batch, Workers workers) {
        double[] gradient = gradient(policy, batch.episodes(), workers);
        Policy<S, A> next = policy.withParameters(ascent.step(policy.parameters(), gradient));
        return new Improvement<>(next, Vectors.norm(gradient), Estimates.divergence(next, batch.steps(), workers), 1);
    }

    /**
     * The gradient alone, mean over the episodes.
     *
     * @param policy that played the episodes
     * @param episodes that were played
     * @param workers to share the work
     * @return one number for each parameter
     * @throws InputException when the policy is not reparameterized
     */
    public double[] gradient(Policy<S, A> policy, List<Episode<S, A>> episodes, Workers workers) {
        if (!(policy instanceof ReparameterizedPolicy<S, A> moving)) {
            throw new InputException(
                    "A pathwise gradient needs a policy whose actions move with its parameters, such as"
                            + " a Gaussian one; use reinforce, npg or ppo for others");
        }
        double[] sum = workers.sum(
                episodes, 1, policy.size(), (piece, first, part) -> piece.forEach(one -> add(moving, one, part)));
        for (int k = 0; k < sum.length; k++) {
            sum[k] /= episodes.size();
        }
        return sum;
    }

    private void add(ReparameterizedPolicy<S, A> policy, Episode<S, A> episode, double[] sum) {
        double[] counts = weights.of(policy, episode);
        double[] nextGradient = new double[environment.coordinates(episode.last())];
        for (int k = episode.size() - 1; k >= 0; k--) {
            Step<S, A> step = episode.steps().get(k);
            DifferentiableEnvironment.Pullback back =
                    environment.pullback(step, episode.next(k), counts[k], nextGradient);
            policy.addActionGradient(step.state(), step.action(), back.action(), sum);
            if (entropy != 0) {
                policy.addEntropyGradient(step.state(), entropy, sum);
            }
            nextGradient = back.state();
            if (throughStates && k > 0) {
                nextGradient =
                        Vectors.sum(nextGradient, policy.stateGradient(step.state(), step.action(), back.action()), 1);
            }
        }
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
        return "pathwise, " + weights + (throughStates ? "" : ", stopped at states") + ", " + ascent + ", entropy "
                + entropy;
    }
}
