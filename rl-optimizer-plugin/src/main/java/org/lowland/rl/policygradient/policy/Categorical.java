package org.lowland.rl.policygradient.policy;

import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.InputException;

/**
 * The softmax distribution over choices, some of which may be forbidden: those have probability 0, and their logits do not
 * matter.
 */
public final class Categorical {
    private Categorical() {}

    /**
     * The logarithms of the probabilities.
     *
     * @param logits one for each choice
     * @param allowed as many; at least one true
     * @return minus infinity for what is forbidden
     * @throws InputException when nothing is allowed
     */
    public static double[] logProbabilities(double[] logits, boolean[] allowed) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < logits.length; k++) {
            largest = allowed[k] ? Math.max(largest, logits[k]) : largest;
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            throw new InputException("No action is allowed in this state; end the episode there");
        }
        double sum = 0;
        for (int k = 0; k < logits.length; k++) {
            sum += allowed[k] ? Math.exp(logits[k] - largest) : 0;
        }
        double shift = largest + Math.log(sum);
        double[] logs = new double[logits.length];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = allowed[k] ? logits[k] - shift : Double.NEGATIVE_INFINITY;
        }
        return logs;
    }

    /**
     * Draws a choice.
     *
     * @param logProbabilities of the choices
     * @param random where chance comes from
     * @return its number
     */
    public static int sample(double[] logProbabilities, RandomGenerator random) {
        double place = random.nextDouble();
        int last = 0;
        for (int k = 0; k < logProbabilities.length; k++) {
            double probability = Math.exp(logProbabilities[k]);
            if (probability > 0) {
                last = k;
                place -= probability;
                if (place < 0) {
                    return k;
                }
            }
        }
        return last;
    }

    /**
     * The score with respect to the logits, {@code e_action - pi}.
     *
     * @param logProbabilities of the choices
     * @param action its number
     * @param weight what it is multiplied by
     * @return one number for each choice
     */
    public static double[] score(double[] logProbabilities, int action, double weight) {
        double[] score = new double[logProbabilities.length];
        for (int k = 0; k < score.length; k++) {
            score[k] = weight * ((k == action ? 1 : 0) - Math.exp(logProbabilities[k]));
        }
        return score;
    }

    /** {@return the entropy in nats} */
    public static double entropy(double[] logProbabilities) {
        double entropy = 0;
        for (double log : logProbabilities) {
            entropy -= log == Double.NEGATIVE_INFINITY ? 0 : Math.exp(log) * log;
        }
        return entropy;
    }

    /** The gradient of the entropy with respect to the logits, {@code -pi (ln pi + H)}, times a weight. */
    public static double[] entropyGradient(double[] logProbabilities, double weight) {
        double entropy = entropy(logProbabilities);
        double[] gradient = new double[logProbabilities.length];
        for (int k = 0; k < gradient.length; k++) {
            double log = logProbabilities[k];
            gradient[k] = log == Double.NEGATIVE_INFINITY ? 0 : -weight * Math.exp(log) * (log + entropy);
        }
        return gradient;
    }

    /** Multiplies a vector over the choices by the Fisher information of the logits, pi_a (x_a - pi · x), in place. */
    static void applyFisher(double[] logProbabilities, double weight, double[] vector) {
        double mean = 0;
        for (int k = 0; k < vector.length; k++) {
            mean += Math.exp(logProbabilities[k]) * vector[k];
        }
        for (int k = 0; k < vector.length; k++) {
            vector[k] = weight * Math.exp(logProbabilities[k]) * (vector[k] - mean);
        }
    }
}
