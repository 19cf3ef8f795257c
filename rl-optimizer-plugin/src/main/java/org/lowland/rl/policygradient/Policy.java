package org.lowland.rl.policygradient;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * A probability distribution over actions for each state, with parameters in one flat vector.
 *
 * <p>Immutable and thread-safe. Gradients are added to a vector that the caller provides, because sums over many steps are
 * what learning needs. The methods over several steps may be overridden by policies that work on batches; results must be
 * the same up to rounding.
 *
 * @param <S> states
 * @param <A> actions
 */
public interface Policy<S, A> {

    /** {@return how many parameters there are} */
    int size();

    /** {@return a copy of the parameters} */
    double[] parameters();

    /**
     * The same policy with other parameters.
     *
     * @param parameters {@link #size()} numbers
     * @return the other policy
     * @throws IllegalArgumentException when there are more or fewer
     */
    Policy<S, A> withParameters(double[] parameters);

    /**
     * Draws an action.
     *
     * @param state in which it is taken
     * @param random where chance comes from
     * @return the action
     */
    A sample(S state, RandomGenerator random);

    /**
     * The action without chance: the most probable one, the mean of a Gaussian.
     *
     * @param state in which it is taken
     * @return the action
     */
    A mode(S state);

    /**
     * The logarithm of an action's probability, or of its density.
     *
     * @param state in which it is taken
     * @param action any; held fixed in all gradients
     * @return in nats
     */
    double logProbability(S state, A action);

    /**
     * Adds the score: the gradient of {@link #logProbability} with respect to the parameters.
     *
     * @param state in which the action is taken
     * @param action held fixed
     * @param weight what the score is multiplied by
     * @param sum {@link #size()} numbers, to which is added
     */
    void addScore(S state, A action, double weight, double[] sum);

    /**
     * The entropy of the distribution over actions; the differential one for continuous actions.
     *
     * @param state in which an action is to be taken
     * @return in nats
     */
    double entropy(S state);

    /**
     * Adds the gradient of the entropy.
     *
     * @param state in which an action is to be taken
     * @param weight what the gradient is multiplied by
     * @param sum {@link #size()} numbers, to which is added
     */
    void addEntropyGradient(S state, double weight, double[] sum);

    /** Draws an action for each state; each from its own random stream. */
    default List<A> sample(List<S> states, List<RandomGenerator> randoms) {
        List<A> actions = new ArrayList<>(states.size());
        for (int k = 0; k < states.size(); k++) {
            actions.add(sample(states.get(k), randoms.get(k)));
        }
        return actions;
    }

    /** The actions without chance. */
    default List<A> modes(List<S> states) {
        return states.stream().map(this::mode).toList();
    }

    /** The logarithm of the probability of each action. */
    default double[] logProbabilities(List<S> states, List<A> actions) {
        double[] values = new double[states.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = logProbability(states.get(k), actions.get(k));
        }
        return values;
    }

    /** Adds the scores of several steps, each with its weight. */
    default void addScores(List<Step<S, A>> steps, double[] weights, double[] sum) {
        for (int k = 0; k < weights.length; k++) {
            addScore(steps.get(k).state(), steps.get(k).action(), weights[k], sum);
        }
    }

    /** Adds the gradients of the entropy in several states. */
    default void addEntropyGradients(List<S> states, double weight, double[] sum) {
        for (S state : states) {
            addEntropyGradient(state, weight, sum);
        }
    }

    /**
     * Vectors f whose outer products sum up to the Fisher information matrix of the distribution in a state. By default
     * the one score of an action that was drawn: right on average, exact for no single state.
     *
     * @param state in which an action was taken
     * @param action that was drawn
     * @return vectors of {@link #size()} numbers
     */
    default List<double[]> fisherFactors(S state, A action) {
        double[] score = new double[size()];
        addScore(state, action, 1, score);
        return List.of(score);
    }

    /**
     * Adds products of the Fisher information with a vector, for policies that know a shorter way than the factors.
     *
     * @param steps whose states and actions count
     * @param vector {@link #size()} numbers
     * @param weight what each product is multiplied by
     * @param sum {@link #size()} numbers, to which is added
     */
    default void addFisherProducts(List<Step<S, A>> steps, double[] vector, double weight, double[] sum) {
        for (Step<S, A> step : steps) {
            for (double[] factor : fisherFactors(step.state(), step.action())) {
                double product = 0;
                for (int k = 0; k < factor.length; k++) {
                    product += factor[k] * vector[k];
                }
                for (int k = 0; k < factor.length; k++) {
                    sum[k] += weight * product * factor[k];
                }
            }
        }
    }

    /** {@return whether {@link #fisherFactors} gives the expectation over all actions instead of that of a draw} */
    default boolean fisherIsExact() {
        return false;
    }
}
