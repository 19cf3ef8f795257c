package org.lowland.rl.policygradient.function;

import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.InputException;

/**
 * A matrix times the features, and possibly a constant. On {@link Features#oneHot} features it is a table. Parameters:
 * the rows of the matrix, one for each output, then the constants. They begin as zeros.
 *
 * @param features what it sees
 * @param outputs how many numbers come out
 * @param constant whether each output has a constant
 * @param <S> states
 */
public record LinearFunction<S>(Features<S> features, int outputs, boolean constant) implements ParametricFunction<S> {

    /** Checks that there is an output. */
    public LinearFunction {
        if (outputs < 1) {
            throw new InputException("A linear function needs at least one output, not " + outputs);
        }
    }

    @Override
    public int size() {
        return outputs * (features.count() + (constant ? 1 : 0));
    }

    @Override
    public double[] initial(RandomGenerator random) {
        return new double[size()];
    }

    @Override
    public double[] value(double[] parameters, S state) {
        double[] x = features.of(state);
        double[] value = new double[outputs];
        for (int row = 0; row < outputs; row++) {
            double sum = constant ? parameters[outputs * x.length + row] : 0;
            for (int k = 0; k < x.length; k++) {
                sum += parameters[row * x.length + k] * x[k];
            }
            value[row] = sum;
        }
        return value;
    }

    @Override
    public void addGradient(double[] parameters, S state, double[] cotangent, double[] sum) {
        double[] x = features.of(state);
        for (int row = 0; row < outputs; row++) {
            for (int k = 0; k < x.length; k++) {
                sum[row * x.length + k] += cotangent[row] * x[k];
            }
            if (constant) {
                sum[outputs * x.length + row] += cotangent[row];
            }
        }
    }

    @Override
    public List<double[]> tangents(double[] parameters, List<S> states, double[] direction) {
        return values(direction, states);
    }

    @Override
    public double[] stateGradient(double[] parameters, S state, double[] cotangent) {
        int count = features.count();
        double[] back = new double[count];
        for (int row = 0; row < outputs; row++) {
            for (int k = 0; k < count; k++) {
                back[k] += parameters[row * count + k] * cotangent[row];
            }
        }
        return features.pullback(state, back);
    }
}
