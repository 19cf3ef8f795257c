package org.lowland.rl.strider.published;

import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Linear layers with leaky rectifiers between them, over many rows at once. Parameters: for each layer its matrix, a run
 * of outputs for each input, then its constants. Immutable.
 */
final class DenseLayers {
    private static final double LEAK = 0.01;

    private final int[] widths;
    private final boolean rectifiesLast;

    DenseLayers(boolean rectifiesLast, int... widths) {
        this.rectifiesLast = rectifiesLast;
        this.widths = widths.clone();
    }

    int size() {
        int size = 0;
        for (int layer = 1; layer < widths.length; layer++) {
            size += widths[layer] * (widths[layer - 1] + 1);
        }
        return size;
    }

    /** Normal numbers with the variance of one over the inputs, as in LeCun's initialization; constants zero. */
    void initialize(RandomGenerator random, double[] parameters, int offset) {
        int at = offset;
        for (int layer = 1; layer < widths.length; layer++) {
            for (int k = 0; k < widths[layer] * widths[layer - 1]; k++) {
                parameters[at + k] = random.nextGaussian() / Math.sqrt(widths[layer - 1]);
            }
            at += widths[layer] * (widths[layer - 1] + 1);
        }
    }

    private boolean rectifies(int layer) {
        return layer + 1 < widths.length || rectifiesLast;
    }

    /** What all layers put out, the input first; row after row. */
    double[][] forward(double[] parameters, int offset, double[] input, int rows) {
        double[][] values = new double[widths.length][];
        values[0] = input;
        int at = offset;
        for (int layer = 1; layer < widths.length; layer++) {
            int inputs = widths[layer - 1];
            int outputs = widths[layer];
            double[] in = values[layer - 1];
            double[] out = new double[rows * outputs];
            for (int row = 0; row < rows; row++) {
                System.arraycopy(parameters, at + inputs * outputs, out, row * outputs, outputs);
                for (int k = 0; k < inputs; k++) {
                    addTimes(in[row * inputs + k], parameters, at + k * outputs, out, row * outputs, outputs);
                }
            }
            if (rectifies(layer)) {
                for (int k = 0; k < out.length; k++) {
                    out[k] = Math.max(out[k], LEAK * out[k]);
                }
            }
            values[layer] = out;
            at += outputs * (inputs + 1);
        }
        return values;
    }

    private static void addTimes(double factor, double[] from, int begin, double[] to, int place, int count) {
        for (int k = 0; k < count; k++) {
            to[place + k] += factor * from[begin + k];
        }
    }

    /** Adds the gradient by the parameters and returns that by the input. */
    double[] backward(double[] parameters, int offset, double[][] values, double[] byOutput, int rows, double[] sum) {
        double[] slope = byOutput.clone();
        int at = offset + size();
        for (int layer = widths.length - 1; layer > 0; layer--) {
            int inputs = widths[layer - 1];
            int outputs = widths[layer];
            at -= outputs * (inputs + 1);
            double[] in = values[layer - 1];
            double[] out = values[layer];
            if (rectifies(layer)) {
                for (int k = 0; k < slope.length; k++) {
                    slope[k] *= out[k] > 0 ? 1 : LEAK;
                }
            }
            double[] below = new double[rows * inputs];
            for (int row = 0; row < rows; row++) {
                addTimes(1, slope, row * outputs, sum, at + inputs * outputs, outputs);
                for (int k = 0; k < inputs; k++) {
                    addTimes(in[row * inputs + k], slope, row * outputs, sum, at + k * outputs, outputs);
                    double dot = 0;
                    for (int o = 0; o < outputs; o++) {
                        dot += slope[row * outputs + o] * parameters[at + k * outputs + o];
                    }
                    below[row * inputs + k] = dot;
                }
            }
            slope = below;
        }
        return slope;
    }

    @Override
    public String toString() {
        return Arrays.toString(widths);
    }
}
