package org.lowland.rl.policygradient.method;

import org.lowland.rl.policygradient.Episode;
import org.lowland.rl.policygradient.ReparameterizedPolicy;
import org.lowland.rl.policygradient.Step;

/**
 * What the rewards of an episode count in a pathwise gradient.
 */
public interface RewardWeights {

    /**
     * The weights.
     *
     * @param policy that played the episode
     * @param episode that was played
     * @param <S> states
     * @param <A> actions
     * @return one number for each step
     */
    <S, A> double[] of(ReparameterizedPolicy<S, A> policy, Episode<S, A> episode);

    /**
     * The gradient of the discounted return: powers of the discount.
     *
     * @param discount what a reward one step later counts
     */
    record Discounted(double discount) implements RewardWeights {
        @Override
        public <S, A> double[] of(ReparameterizedPolicy<S, A> policy, Episode<S, A> episode) {
            double[] weights = new double[episode.size()];
            double weight = 1;
            for (int k = 0; k < weights.length; k++) {
                weights[k] = weight;
                weight *= discount;
            }
            return weights;
        }
    }

    /**
     * What StriderNET's published code computes: it multiplies returns by log-probabilities whose actions move with the
     * parameters. The log-probability of such an action depends on its noise alone, so it has no gradient, and what
     * remains is the pathwise gradient of all returns from each step on, each weighted by half the square of the step's
     * noise. The weights are positive, random and without meaning; they are kept for comparison.
     *
     * <p>Source: V. Bihani, S. Manchanda, S. Sastry, S. Ranu, N. M. A. Krishnan, StriderNET (ICML 2023) and its code.
     *
     * @param discount what a reward one step later counts
     * @param divisor of the logarithms, 100 in the published code
     */
    record Published(double discount, double divisor) implements RewardWeights {
        @Override
        public <S, A> double[] of(ReparameterizedPolicy<S, A> policy, Episode<S, A> episode) {
            double[] weights = new double[episode.size()];
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                Step<S, A> step = episode.steps().get(k);
                double square = 0;
                for (double noise : policy.noise(step.state(), step.action())) {
                    square += noise * noise;
                }
                sum = discount * sum + 0.5 * square / divisor;
                weights[k] = sum;
            }
            return weights;
        }
    }
}
