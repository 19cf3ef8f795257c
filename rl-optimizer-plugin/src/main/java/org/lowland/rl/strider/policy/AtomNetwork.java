package org.lowland.rl.strider.policy;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * The perceptron that every atom runs on what it sees: layers of tanh, then a linear layer. Parameters: for each layer its
 * matrix by rows, then its constants. The last layer begins as zeros, so an untrained policy is the motion that its
 * architecture describes. Immutable.
 */
final class AtomNetwork {
    private final int[] widths;

    AtomNetwork(int inputs, List<Integer> hidden, int outputs) {
        widths = new int[hidden.size() + 2];
        widths[0] = inputs;
        for (int k = 0; k < hidden.size(); k++) {
            widths[k + 1] = hidden.get(k);
        }
        widths[widths.length - 1] = outputs;
    }

    int size() {
        int size = 0;
        for (int layer = 1; layer < widths.length; layer++) {
            size += widths[layer] * (widths[layer - 1] + 1);
        }
        return size;
    }

    double[] initial(RandomGenerator random) {
        double[] parameters = new double[size()];
        int offset = 0;
        for (int layer = 1; layer + 1 < widths.length; layer++) {
            int inputs = widths[layer - 1];
            for (int k = 0; k < widths[layer] * inputs; k++) {
                parameters[offset + k] = random.nextGaussian() / Math.sqrt(inputs);
            }
            offset += widths[layer] * (inputs + 1);
        }
        return parameters;
    }

    /** Arrays for the values of all layers, the first of which are the inputs and the last the outputs. */
    double[][] layers() {
        double[][] layers = new double[widths.length][];
        for (int layer = 0; layer < widths.length; layer++) {
            layers[layer] = new double[widths[layer]];
        }
        return layers;
    }

    void forward(double[] parameters, double[][] layers) {
        int offset = 0;
        for (int layer = 1; layer < widths.length; layer++) {
            double[] in = layers[layer - 1];
            double[] out = layers[layer];
            int constants = offset + out.length * in.length;
            for (int row = 0; row < out.length; row++) {
                double sum = parameters[constants + row];
                for (int k = 0; k < in.length; k++) {
                    sum += parameters[offset + row * in.length + k] * in[k];
                }
                out[row] = layer + 1 < widths.length ? Tanh.of(sum) : sum;
            }
            offset = constants + out.length;
        }
    }

    /**
     * Adds the gradient by the parameters.
     *
     * @param layers as {@link #forward} left them
     * @param slopes one array for each layer, the last one given, the others overwritten
     */
    void backward(double[] parameters, double[][] layers, double[][] slopes, double[] sum) {
        int offset = size();
        for (int layer = widths.length - 1; layer > 0; layer--) {
            double[] in = layers[layer - 1];
            double[] out = layers[layer];
            int constants = offset - out.length;
            offset = constants - out.length * in.length;
            Arrays.fill(slopes[layer - 1], 0);
            for (int row = 0; row < out.length; row++) {
                double slope = slopes[layer][row] * (layer + 1 < widths.length ? 1 - out[row] * out[row] : 1);
                sum[constants + row] += slope;
                for (int k = 0; k < in.length; k++) {
                    sum[offset + row * in.length + k] += slope * in[k];
                    slopes[layer - 1][k] += slope * parameters[offset + row * in.length + k];
                }
            }
        }
    }
}
