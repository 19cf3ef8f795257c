package org.lowland.rl.strider.policy;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.rl.policygradient.ReparameterizedPolicy;
import org.lowland.rl.policygradient.Step;
import org.lowland.rl.policygradient.policy.DiagonalGaussian;
import org.lowland.rl.strider.episode.Situation;

/**
 * Draws steps from the normal distribution that {@link StepFunction} describes. Its Fisher information is exact. Immutable
 * and thread-safe.
 */
public final class StepPolicy implements ReparameterizedPolicy<Situation, double[]> {
    private final StepFunction function;
    private final double[] parameters;

    /**
     * A policy.
     *
     * @param function mean and deviation
     * @param parameters of the function
     * @throws IllegalArgumentException when they are more or fewer than it has
     */
    public StepPolicy(StepFunction function, double[] parameters) {
        if (parameters.length != function.size()) {
            throw new IllegalArgumentException(
                    "the policy has " + function.size() + " parameters, not " + parameters.length);
        }
        this.function = function;
        this.parameters = parameters.clone();
    }

    /** {@return mean and deviation} */
    public StepFunction function() {
        return function;
    }

    @Override
    public int size() {
        return parameters.length;
    }

    @Override
    public double[] parameters() {
        return parameters.clone();
    }

    @Override
    public StepPolicy withParameters(double[] others) {
        return new StepPolicy(function, others);
    }

    private static double[] mean(double[] value) {
        return Arrays.copyOf(value, value.length / 4 * 3);
    }

    /** The logarithm of the deviation of each component. */
    private static double[] logs(double[] value) {
        int components = value.length / 4 * 3;
        double[] logs = new double[components];
        for (int k = 0; k < components; k++) {
            logs[k] = value[components + k / 3];
        }
        return logs;
    }

    private double[] value(Situation state) {
        return function.value(parameters, state);
    }

    @Override
    public double[] sample(Situation state, RandomGenerator random) {
        double[] value = value(state);
        double[] action = mean(value);
        for (int k = 0; k < action.length; k += 3) {
            double deviation = Math.exp(value[action.length + k / 3]);
            action[k] += deviation * random.nextGaussian();
            action[k + 1] += deviation * random.nextGaussian();
            action[k + 2] += deviation * random.nextGaussian();
        }
        return action;
    }

    @Override
    public double[] mode(Situation state) {
        return mean(value(state));
    }

    @Override
    public double logProbability(Situation state, double[] action) {
        double[] value = value(state);
        return DiagonalGaussian.logDensity(mean(value), logs(value), action);
    }

    @Override
    public void addScore(Situation state, double[] action, double weight, double[] sum) {
        double[] value = value(state);
        double[] noise = DiagonalGaussian.noise(mean(value), logs(value), action);
        double[] cotangent = new double[value.length];
        for (int k = 0; k < noise.length; k++) {
            int atom = noise.length + k / 3;
            cotangent[k] = weight * noise[k] * Math.exp(-value[atom]);
            cotangent[atom] += weight * (noise[k] * noise[k] - 1);
        }
        function.addGradient(parameters, state, cotangent, sum);
    }

    @Override
    public double entropy(Situation state) {
        return DiagonalGaussian.entropy(logs(value(state)));
    }

    @Override
    public void addEntropyGradient(Situation state, double weight, double[] sum) {
        double[] cotangent = new double[4 * state.atoms()];
        Arrays.fill(cotangent, 3 * state.atoms(), cotangent.length, 3 * weight);
        function.addGradient(parameters, state, cotangent, sum);
    }

    @Override
    public void addFisherProducts(List<Step<Situation, double[]>> steps, double[] vector, double weight, double[] sum) {
        List<Situation> states = steps.stream().map(Step::state).toList();
        List<double[]> tangents = function.tangents(parameters, states, vector);
        for (int s = 0; s < states.size(); s++) {
            double[] tangent = tangents.get(s);
            double[] value = value(states.get(s));
            int components = value.length / 4 * 3;
            for (int k = 0; k < components; k++) {
                tangent[k] *= weight * Math.exp(-2 * value[components + k / 3]);
            }
            for (int k = components; k < value.length; k++) {
                // Twice the information about each of the three components' logarithm of the deviation.
                tangent[k] *= 6 * weight;
            }
            function.addGradient(parameters, states.get(s), tangent, sum);
        }
    }

    @Override
    public List<double[]> fisherFactors(Situation state, double[] action) {
        double[] value = value(state);
        int components = value.length / 4 * 3;
        double[][] factors = new double[value.length][size()];
        for (int k = 0; k < value.length; k++) {
            double[] unit = new double[value.length];
            unit[k] = k < components ? Math.exp(-value[components + k / 3]) : Math.sqrt(6);
            function.addGradient(parameters, state, unit, factors[k]);
        }
        return List.of(factors);
    }

    @Override
    public boolean fisherIsExact() {
        return true;
    }

    @Override
    public void addActionGradient(Situation state, double[] action, double[] cotangent, double[] sum) {
        function.addGradient(parameters, state, withDeviations(state, action, cotangent), sum);
    }

    /** The cotangents of mean and deviations that belong to one of the action, at constant noise. */
    private double[] withDeviations(Situation state, double[] action, double[] cotangent) {
        double[] value = value(state);
        double[] both = Arrays.copyOf(cotangent, value.length);
        for (int k = 0; k < action.length; k++) {
            both[action.length + k / 3] += cotangent[k] * (action[k] - value[k]);
        }
        return both;
    }

    @Override
    public double[] stateGradient(Situation state, double[] action, double[] cotangent) {
        return function.stateGradient(parameters, state, withDeviations(state, action, cotangent));
    }

    @Override
    public double[] noise(Situation state, double[] action) {
        double[] value = value(state);
        return DiagonalGaussian.noise(mean(value), logs(value), action);
    }
}
