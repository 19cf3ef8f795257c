package org.lowland.rl.policygradient.function;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.InputException;

/**
 * A small multilayer perceptron: layers of tanh and a linear layer at the end. Parameters: for each layer its matrix by
 * rows, then its constants. The matrices begin as normal numbers of variance one over the number of inputs, the last one
 * a hundred times narrower, so that a policy begins near its constant; the constants begin as zeros.
 *
 * @param features what it sees
 * @param hidden widths of the layers of tanh
 * @param outputs how many numbers come out
 * @param <S> states
 */
public record Perceptron<S>(Features<S> features, List<Integer> hidden, int outputs) implements ParametricFunction<S> {
    private static final double LAST_LAYER = 0.01;

    /** Copies the list and checks that there is something in each layer. */
    public Perceptron {
        hidden = List.copyOf(hidden);
        if (outputs < 1 || hidden.stream().anyMatch(width -> width < 1)) {
            throw new InputException(
                    "A perceptron needs layers of at least one number, not " + hidden + " and " + outputs);
        }
    }

    private int layers() {
        return hidden.size() + 1;
    }

    private int inputs(int layer) {
        return layer == 0 ? features.count() : hidden.get(layer - 1);
    }

    private int outputs(int layer) {
        return layer < hidden.size() ? hidden.get(layer) : outputs;
    }

    @Override
    public int size() {
        int size = 0;
        for (int layer = 0; layer < layers(); layer++) {
            size += outputs(layer) * (inputs(layer) + 1);
        }
        return size;
    }

    @Override
    public double[] initial(RandomGenerator random) {
        double[] parameters = new double[size()];
        int offset = 0;
        for (int layer = 0; layer < layers(); layer++) {
            double width = (layer == layers() - 1 ? LAST_LAYER : 1) / Math.sqrt(inputs(layer));
            for (int k = 0; k < outputs(layer) * inputs(layer); k++) {
                parameters[offset + k] = width * random.nextGaussian();
            }
            offset += outputs(layer) * (inputs(layer) + 1);
        }
        return parameters;
    }

    @Override
    public double[] value(double[] parameters, S state) {
        double[][] activations = forward(parameters, state);
        return activations[layers()];
    }

    /** What each layer puts out, the features first. */
    private double[][] forward(double[] parameters, S state) {
        double[][] activations = new double[layers() + 1][];
        activations[0] = features.of(state);
        int offset = 0;
        for (int layer = 0; layer < layers(); layer++) {
            int inputs = inputs(layer);
            int count = outputs(layer);
            double[] in = activations[layer];
            double[] out = new double[count];
            for (int row = 0; row < count; row++) {
                double sum = parameters[offset + count * inputs + row];
                for (int k = 0; k < inputs; k++) {
                    sum += parameters[offset + row * inputs + k] * in[k];
                }
                out[row] = layer < hidden.size() ? Math.tanh(sum) : sum;
            }
            activations[layer + 1] = out;
            offset += count * (inputs + 1);
        }
        return activations;
    }

    @Override
    public void addGradient(double[] parameters, S state, double[] cotangent, double[] sum) {
        backward(parameters, state, cotangent, sum);
    }

    @Override
    public double[] stateGradient(double[] parameters, S state, double[] cotangent) {
        return features.pullback(state, backward(parameters, state, cotangent, new double[size()]));
    }

    /** Adds the gradient of the parameters and returns that of the features. */
    private double[] backward(double[] parameters, S state, double[] cotangent, double[] sum) {
        double[][] activations = forward(parameters, state);
        double[] above = Arrays.copyOf(cotangent, outputs);
        int offset = size();
        for (int layer = layers() - 1; layer >= 0; layer--) {
            int inputs = inputs(layer);
            int count = outputs(layer);
            offset -= count * (inputs + 1);
            double[] in = activations[layer];
            double[] out = activations[layer + 1];
            double[] below = new double[inputs];
            for (int row = 0; row < count; row++) {
                double slope = layer < hidden.size() ? above[row] * (1 - out[row] * out[row]) : above[row];
                for (int k = 0; k < inputs; k++) {
                    sum[offset + row * inputs + k] += slope * in[k];
                    below[k] += slope * parameters[offset + row * inputs + k];
                }
                sum[offset + count * inputs + row] += slope;
            }
            above = below;
        }
        return above;
    }
}
