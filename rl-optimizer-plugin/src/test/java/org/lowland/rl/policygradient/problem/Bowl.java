package org.lowland.rl.policygradient.problem;

import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.rl.policygradient.DifferentiableEnvironment;
import org.lowland.rl.policygradient.Step;
import org.lowland.rl.policygradient.function.Features;
import org.lowland.rl.policygradient.function.LinearFunction;
import org.lowland.rl.policygradient.policy.Deviation;
import org.lowland.rl.policygradient.policy.GaussianPolicy;

/**
 * Descent in the energy x²/2 of one coordinate: an action is a displacement, its reward the energy lowered. The best
 * displacement is -x.
 */
public record Bowl(int starts) implements DifferentiableEnvironment<double[], double[]> {

    @Override
    public double[] start(int start, RandomGenerator random) {
        return new double[] {1 + (double) start / starts};
    }

    @Override
    public Outcome<double[]> step(double[] state, double[] action, RandomGenerator random) {
        double next = state[0] + action[0];
        return new Outcome<>(new double[] {next}, 0.5 * (state[0] * state[0] - next * next), false);
    }

    @Override
    public int coordinates(double[] state) {
        return 1;
    }

    @Override
    public Pullback pullback(Step<double[], double[]> step, double[] next, double rewardWeight, double[] nextGradient) {
        double byNext = -rewardWeight * next[0] + nextGradient[0];
        return new Pullback(new double[] {rewardWeight * step.state()[0] + byNext}, new double[] {byNext});
    }

    /** The largest mean of returns over the starts, without noise. */
    public double best() {
        double sum = 0;
        for (int start = 0; start < starts; start++) {
            double x = start(start, null)[0];
            sum += 0.5 * x * x;
        }
        return sum / starts;
    }

    /** Displacement = gain * x + shift, with noise; parameters: gain, shift. */
    public GaussianPolicy<double[]> policy(double deviation, double... parameters) {
        return new GaussianPolicy<>(
                new LinearFunction<>(Features.identity(1), 1, true), Deviation.fixed(deviation), parameters);
    }
}
