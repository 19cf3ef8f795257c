package org.lowland.rl.policygradient.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.rl.policygradient.ReparameterizedPolicy;
import org.lowland.rl.policygradient.Step;
import org.lowland.rl.policygradient.function.ParametricFunction;

/**
 * Draws vectors from a normal distribution around a function of the state. Parameters: those of the function, then the
 * learned logarithms of the deviations. Its Fisher information is exact. Immutable and thread-safe.
 *
 * @param <S> states
 */
public final class GaussianPolicy<S> implements ReparameterizedPolicy<S, double[]> {
    private final ParametricFunction<S> mean;
    private final Deviation deviation;
    private final double[] parameters;

    /**
     * A policy.
     *
     * @param mean of the actions
     * @param deviation of the actions from their mean
     * @param parameters of the function, then the learned logarithms
     */
    public GaussianPolicy(ParametricFunction<S> mean, Deviation deviation, double[] parameters) {
        this.mean = mean;
        this.deviation = deviation;
        this.parameters = ParameterVector.copy(parameters, mean.size() + deviation.learned());
    }

    /**
     * A policy before it has learned anything.
     *
     * @param mean of the actions
     * @param deviation of the actions from their mean
     * @param random where the function's first parameters come from
     * @param <S> states
     * @return the policy
     */
    public static <S> GaussianPolicy<S> initial(
            ParametricFunction<S> mean, Deviation deviation, RandomGenerator random) {
        double[] parameters = Arrays.copyOf(mean.initial(random), mean.size() + deviation.learned());
        Arrays.fill(parameters, mean.size(), parameters.length, Math.log(deviation.initial()));
        return new GaussianPolicy<>(mean, deviation, parameters);
    }

    private double[] logDeviations(int components) {
        return deviation.logarithms(parameters, mean.size(), components);
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
    public GaussianPolicy<S> withParameters(double[] others) {
        return new GaussianPolicy<>(mean, deviation, others);
    }

    @Override
    public double[] sample(S state, RandomGenerator random) {
        return drawn(mean.value(parameters, state), random);
    }

    @Override
    public List<double[]> sample(List<S> states, List<RandomGenerator> randoms) {
        List<double[]> means = mean.values(parameters, states);
        List<double[]> actions = new ArrayList<>(means.size());
        for (int k = 0; k < means.size(); k++) {
            actions.add(drawn(means.get(k), randoms.get(k)));
        }
        return actions;
    }

    private double[] drawn(double[] center, RandomGenerator random) {
        double[] logs = logDeviations(center.length);
        double[] action = center.clone();
        for (int k = 0; k < action.length; k++) {
            action[k] += Math.exp(logs[k]) * random.nextGaussian();
        }
        return action;
    }

    @Override
    public double[] mode(S state) {
        return mean.value(parameters, state);
    }

    @Override
    public List<double[]> modes(List<S> states) {
        return mean.values(parameters, states);
    }

    @Override
    public double logProbability(S state, double[] action) {
        return DiagonalGaussian.logDensity(mean.value(parameters, state), logDeviations(action.length), action);
    }

    @Override
    public double[] logProbabilities(List<S> states, List<double[]> actions) {
        List<double[]> means = mean.values(parameters, states);
        double[] values = new double[means.size()];
        for (int k = 0; k < values.length; k++) {
            double[] action = actions.get(k);
            values[k] = DiagonalGaussian.logDensity(means.get(k), logDeviations(action.length), action);
        }
        return values;
    }

    @Override
    public void addScore(S state, double[] action, double weight, double[] sum) {
        addScores(List.of(new Step<>(state, action, 0, 0)), new double[] {weight}, sum);
    }

    @Override
    public void addScores(List<Step<S, double[]>> steps, double[] weights, double[] sum) {
        List<S> states = steps.stream().map(Step::state).toList();
        List<double[]> means = mean.values(parameters, states);
        List<double[]> cotangents = new ArrayList<>(states.size());
        for (int k = 0; k < weights.length; k++) {
            double[] action = steps.get(k).action();
            double[] logs = logDeviations(action.length);
            cotangents.add(DiagonalGaussian.meanScore(means.get(k), logs, action, weights[k]));
            if (deviation.learned() > 0) {
                double[] noise = DiagonalGaussian.noise(means.get(k), logs, action);
                for (int c = 0; c < noise.length; c++) {
                    sum[mean.size() + deviation.place(c)] += weights[k] * (noise[c] * noise[c] - 1);
                }
            }
        }
        mean.addGradients(parameters, states, cotangents, sum);
    }

    @Override
    public double entropy(S state) {
        return DiagonalGaussian.entropy(logDeviations(mean.value(parameters, state).length));
    }

    @Override
    public void addEntropyGradient(S state, double weight, double[] sum) {
        if (deviation.learned() == 0) {
            return;
        }
        int components = mean.value(parameters, state).length;
        for (int c = 0; c < components; c++) {
            sum[mean.size() + deviation.place(c)] += weight;
        }
    }

    @Override
    public List<double[]> fisherFactors(S state, double[] action) {
        double[] logs = logDeviations(action.length);
        List<double[]> factors = new ArrayList<>();
        for (int c = 0; c < action.length; c++) {
            double[] factor = new double[size()];
            double[] unit = new double[action.length];
            unit[c] = Math.exp(-logs[c]);
            mean.addGradient(parameters, state, unit, factor);
            factors.add(factor);
        }
        int components = deviation.learned() == 1 ? action.length : 1;
        for (int k = 0; k < deviation.learned(); k++) {
            // The information about the logarithm of a deviation is 2 for every component that has it.
            double[] factor = new double[size()];
            factor[mean.size() + k] = Math.sqrt(2.0 * components);
            factors.add(factor);
        }
        return factors;
    }

    @Override
    public void addFisherProducts(List<Step<S, double[]>> steps, double[] vector, double weight, double[] sum) {
        List<S> states = steps.stream().map(Step::state).toList();
        List<double[]> cotangents = mean.tangents(parameters, states, vector);
        for (double[] cotangent : cotangents) {
            double[] logs = logDeviations(cotangent.length);
            for (int c = 0; c < cotangent.length; c++) {
                cotangent[c] *= weight * Math.exp(-2 * logs[c]);
                if (deviation.learned() > 0) {
                    int place = mean.size() + deviation.place(c);
                    sum[place] += 2 * weight * vector[place];
                }
            }
        }
        mean.addGradients(parameters, states, cotangents, sum);
    }

    @Override
    public boolean fisherIsExact() {
        return true;
    }

    @Override
    public void addActionGradient(S state, double[] action, double[] cotangent, double[] sum) {
        mean.addGradient(parameters, state, cotangent, sum);
        if (deviation.learned() > 0) {
            double[] center = mean.value(parameters, state);
            for (int c = 0; c < action.length; c++) {
                // The derivative of deviation times noise by the logarithm of the deviation is itself.
                sum[mean.size() + deviation.place(c)] += cotangent[c] * (action[c] - center[c]);
            }
        }
    }

    @Override
    public double[] stateGradient(S state, double[] action, double[] cotangent) {
        return mean.stateGradient(parameters, state, cotangent);
    }

    @Override
    public double[] noise(S state, double[] action) {
        return DiagonalGaussian.noise(mean.value(parameters, state), logDeviations(action.length), action);
    }
}
