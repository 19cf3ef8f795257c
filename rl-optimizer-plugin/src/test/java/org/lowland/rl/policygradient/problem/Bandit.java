package org.lowland.rl.policygradient.problem;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.rl.policygradient.Environment;
import org.lowland.rl.policygradient.function.Features;
import org.lowland.rl.policygradient.function.LinearFunction;
import org.lowland.rl.policygradient.policy.SoftmaxPolicy;

/** Arms with mean rewards and normal noise; an episode is one pull. */
public record Bandit(List<Double> means, double noise) implements Environment<String, Integer> {
    private static final String STATE = "before the arms";

    /** Arms without noise. */
    public static Bandit of(Double... means) {
        return new Bandit(Arrays.asList(means), 0);
    }

    @Override
    public int starts() {
        return 1;
    }

    @Override
    public String start(int start, RandomGenerator random) {
        return STATE;
    }

    @Override
    public Outcome<String> step(String state, Integer action, RandomGenerator random) {
        return new Outcome<>("after", means.get(action) + noise * random.nextGaussian(), true);
    }

    /** A logit for each arm. */
    public SoftmaxPolicy<String> policy(double... logits) {
        return new SoftmaxPolicy<>(
                new LinearFunction<>(Features.oneHot(1, state -> 0), means.size(), false), means.size(), logits);
    }

    /** The gradient of the mean reward: pi_a (r_a - J). */
    public double[] exactGradient(SoftmaxPolicy<String> policy) {
        double[] probabilities = policy.probabilities(STATE);
        double mean = 0;
        for (int arm = 0; arm < probabilities.length; arm++) {
            mean += probabilities[arm] * means.get(arm);
        }
        double[] gradient = new double[probabilities.length];
        for (int arm = 0; arm < gradient.length; arm++) {
            gradient[arm] = probabilities[arm] * (means.get(arm) - mean);
        }
        return gradient;
    }
}
