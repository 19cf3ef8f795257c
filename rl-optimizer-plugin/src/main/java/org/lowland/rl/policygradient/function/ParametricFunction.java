package org.lowland.rl.policygradient.function;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.UnsupportedException;

/**
 * A function from states to vectors, differentiable with respect to its parameters. The parameters are given with each
 * call; the function uses the first {@link #size()} numbers of the vector and adds gradients there, so that what else a
 * policy has to learn can stand behind them. The length of the values may depend on the state.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <S> states
 */
public interface ParametricFunction<S> {

    /** {@return how many parameters there are} */
    int size();

    /**
     * Parameters to begin with.
     *
     * @param random where chance comes from
     * @return {@link #size()} numbers
     */
    double[] initial(RandomGenerator random);

    /**
     * The value in a state.
     *
     * @param parameters at least {@link #size()} numbers
     * @param state any
     * @return a new array
     */
    double[] value(double[] parameters, S state);

    /**
     * Adds the gradient of {@code cotangent · value} with respect to the parameters.
     *
     * @param parameters at least {@link #size()} numbers
     * @param state any
     * @param cotangent as long as the value
     * @param sum at least {@link #size()} numbers, to which is added
     */
    void addGradient(double[] parameters, S state, double[] cotangent, double[] sum);

    /**
     * The gradient of {@code cotangent · value} with respect to the coordinates of the state.
     *
     * @param parameters at least {@link #size()} numbers
     * @param state any
     * @param cotangent as long as the value
     * @return one number for each coordinate
     * @throws UnsupportedException when the function is not differentiable with respect to the state, as by default
     */
    default double[] stateGradient(double[] parameters, S state, double[] cotangent) {
        throw new UnsupportedException("The function has no derivative with respect to the state: stop the gradient at"
                + " the state, or use a function that has one");
    }

    /** The values in several states. */
    default List<double[]> values(double[] parameters, List<S> states) {
        List<double[]> values = new ArrayList<>(states.size());
        for (S state : states) {
            values.add(value(parameters, state));
        }
        return values;
    }

    /**
     * How the values change when the parameters move in a direction: the product of the Jacobian with it. By default from
     * central differences, in which only a function that is linear in its parameters has no error.
     *
     * @param parameters at least {@link #size()} numbers
     * @param states any
     * @param direction at least {@link #size()} numbers
     * @return one vector for each state, as long as its value
     */
    default List<double[]> tangents(double[] parameters, List<S> states, double[] direction) {
        double length = 0;
        double size = 1;
        for (int k = 0; k < size(); k++) {
            length += direction[k] * direction[k];
            size += parameters[k] * parameters[k];
        }
        double step = length > 0 ? differenceStep() * Math.sqrt(size / length) : 1;
        double[] ahead = parameters.clone();
        double[] behind = parameters.clone();
        for (int k = 0; k < size(); k++) {
            ahead[k] += step * direction[k];
            behind[k] -= step * direction[k];
        }
        List<double[]> above = values(ahead, states);
        List<double[]> below = values(behind, states);
        List<double[]> tangents = new ArrayList<>(states.size());
        for (int k = 0; k < states.size(); k++) {
            double[] tangent = above.get(k).clone();
            for (int c = 0; c < tangent.length; c++) {
                tangent[c] = (tangent[c] - below.get(k)[c]) / (2 * step);
            }
            tangents.add(tangent);
        }
        return tangents;
    }

    /** {@return how far apart differences are taken, relative to the length of the parameter vector} */
    default double differenceStep() {
        return 1e-5;
    }

    /** Adds the gradients in several states, each with its cotangent. */
    default void addGradients(double[] parameters, List<S> states, List<double[]> cotangents, double[] sum) {
        for (int k = 0; k < states.size(); k++) {
            addGradient(parameters, states.get(k), cotangents.get(k), sum);
        }
    }
}
