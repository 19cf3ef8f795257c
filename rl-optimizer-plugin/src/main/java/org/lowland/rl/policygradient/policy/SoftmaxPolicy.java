package org.lowland.rl.policygradient.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.policygradient.Step;
import org.lowland.rl.policygradient.function.ParametricFunction;

/**
 * Chooses among a finite number of actions, numbered from 0, with probabilities that are the softmax of a function of the
 * state. Its Fisher information is exact: the expectation over all actions. Immutable and thread-safe.
 *
 * @param <S> states
 */
public final class SoftmaxPolicy<S> implements Policy<S, Integer> {
    private final ParametricFunction<S> logits;
    private final Function<S, boolean[]> allowed;
    private final double[] parameters;

    /**
     * A policy.
     *
     * @param logits one for each action
     * @param allowed which actions may be taken in a state
     * @param parameters of the logits
     */
    public SoftmaxPolicy(ParametricFunction<S> logits, Function<S, boolean[]> allowed, double[] parameters) {
        this.logits = logits;
        this.allowed = allowed;
        this.parameters = ParameterVector.copy(parameters, logits.size());
    }

    /**
     * A policy that may always take every action.
     *
     * @param logits one for each action
     * @param actions how many
     * @param parameters of the logits
     */
    public SoftmaxPolicy(ParametricFunction<S> logits, int actions, double[] parameters) {
        this(logits, state -> all(actions), parameters);
    }

    private static boolean[] all(int actions) {
        boolean[] every = new boolean[actions];
        Arrays.fill(every, true);
        return every;
    }

    /** {@return the probability of each action in a state} */
    public double[] probabilities(S state) {
        return Arrays.stream(logs(state)).map(Math::exp).toArray();
    }

    private double[] logs(S state) {
        return Categorical.logProbabilities(logits.value(parameters, state), allowed.apply(state));
    }

    private List<double[]> logs(List<S> states) {
        List<double[]> values = logits.values(parameters, states);
        List<double[]> logs = new ArrayList<>(states.size());
        for (int k = 0; k < states.size(); k++) {
            logs.add(Categorical.logProbabilities(values.get(k), allowed.apply(states.get(k))));
        }
        return logs;
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
    public SoftmaxPolicy<S> withParameters(double[] others) {
        return new SoftmaxPolicy<>(logits, allowed, others);
    }

    @Override
    public Integer sample(S state, RandomGenerator random) {
        return Categorical.sample(logs(state), random);
    }

    @Override
    public List<Integer> sample(List<S> states, List<RandomGenerator> randoms) {
        List<double[]> logs = logs(states);
        List<Integer> actions = new ArrayList<>(states.size());
        for (int k = 0; k < states.size(); k++) {
            actions.add(Categorical.sample(logs.get(k), randoms.get(k)));
        }
        return actions;
    }

    @Override
    public Integer mode(S state) {
        double[] logs = logs(state);
        int best = 0;
        for (int k = 1; k < logs.length; k++) {
            best = logs[k] > logs[best] ? k : best;
        }
        return best;
    }

    @Override
    public double logProbability(S state, Integer action) {
        return logs(state)[action];
    }

    @Override
    public double[] logProbabilities(List<S> states, List<Integer> actions) {
        List<double[]> logs = logs(states);
        double[] values = new double[states.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = logs.get(k)[actions.get(k)];
        }
        return values;
    }

    @Override
    public void addScore(S state, Integer action, double weight, double[] sum) {
        logits.addGradient(parameters, state, Categorical.score(logs(state), action, weight), sum);
    }

    @Override
    public void addScores(List<Step<S, Integer>> steps, double[] weights, double[] sum) {
        List<S> states = steps.stream().map(Step::state).toList();
        List<double[]> logs = logs(states);
        List<double[]> cotangents = new ArrayList<>(states.size());
        for (int k = 0; k < weights.length; k++) {
            cotangents.add(Categorical.score(logs.get(k), steps.get(k).action(), weights[k]));
        }
        logits.addGradients(parameters, states, cotangents, sum);
    }

    @Override
    public double entropy(S state) {
        return Categorical.entropy(logs(state));
    }

    @Override
    public void addEntropyGradient(S state, double weight, double[] sum) {
        addEntropyGradients(List.of(state), weight, sum);
    }

    @Override
    public void addEntropyGradients(List<S> states, double weight, double[] sum) {
        List<double[]> cotangents = logs(states).stream()
                .map(logs -> Categorical.entropyGradient(logs, weight))
                .toList();
        logits.addGradients(parameters, states, cotangents, sum);
    }

    @Override
    public List<double[]> fisherFactors(S state, Integer action) {
        double[] logs = logs(state);
        List<double[]> factors = new ArrayList<>(logs.length);
        for (int k = 0; k < logs.length; k++) {
            double probability = Math.exp(logs[k]);
            if (probability > 0) {
                double[] factor = new double[size()];
                logits.addGradient(parameters, state, Categorical.score(logs, k, Math.sqrt(probability)), factor);
                factors.add(factor);
            }
        }
        return factors;
    }

    @Override
    public void addFisherProducts(List<Step<S, Integer>> steps, double[] vector, double weight, double[] sum) {
        List<S> states = steps.stream().map(Step::state).toList();
        List<double[]> logs = logs(states);
        List<double[]> cotangents = logits.tangents(parameters, states, vector);
        for (int k = 0; k < cotangents.size(); k++) {
            Categorical.applyFisher(logs.get(k), weight, cotangents.get(k));
        }
        logits.addGradients(parameters, states, cotangents, sum);
    }

    @Override
    public boolean fisherIsExact() {
        return true;
    }
}
