package org.lowland.rl.policygradient.function;

import java.util.function.ToIntFunction;
import org.lowland.api.UnsupportedException;

/**
 * What a function sees of a state: a fixed number of numbers. Thread-safe.
 *
 * @param <S> states
 */
public interface Features<S> {

    /** {@return how many there are} */
    int count();

    /**
     * The features of a state.
     *
     * @param state any
     * @return {@link #count()} numbers, not to be changed
     */
    double[] of(S state);

    /**
     * The gradient of {@code cotangent · features} with respect to the coordinates of the state.
     *
     * @param state any
     * @param cotangent one number for each feature
     * @return one number for each coordinate
     * @throws UnsupportedException when the features are not differentiable, as by default
     */
    default double[] pullback(S state, double[] cotangent) {
        throw new UnsupportedException(
                "These features have no derivative with respect to the state: give a policy with differentiable features,"
                        + " or stop the gradient at the state");
    }

    /**
     * The numbers of a state that is nothing but numbers.
     *
     * @param count how many
     * @return the identity, differentiable
     */
    static Features<double[]> identity(int count) {
        return new Features<>() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public double[] of(double[] state) {
                return state;
            }

            @Override
            public double[] pullback(double[] state, double[] cotangent) {
                return cotangent.clone();
            }
        };
    }

    /**
     * A one among zeros.
     *
     * @param count of states
     * @param number of a state, from 0
     * @param <S> states
     * @return features that make a table of a linear function
     */
    static <S> Features<S> oneHot(int count, ToIntFunction<S> number) {
        return new Features<>() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public double[] of(S state) {
                double[] features = new double[count];
                features[number.applyAsInt(state)] = 1;
                return features;
            }
        };
    }
}
