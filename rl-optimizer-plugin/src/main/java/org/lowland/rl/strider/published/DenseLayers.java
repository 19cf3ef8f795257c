package org.lowland.rl.strider.published;

import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Linear layers with leaky rectifiers between them, over many rows at once. Parameters: for each layer its matrix, a run
 * of outputs for each input, then its constants. Immutable.
 */
final class DenseLayers {
    private static final double LEAK = 0.01;

    /** Rows that are worked on at a time. */
    private static final int BLOCK = 128;

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
            double[] out = new double[rows * outputs];
            double[] constants = Arrays.copyOfRange(parameters, at + inputs * outputs, at + outputs * (inputs + 1));
            multiply(values[layer - 1], inputs, parameters, at, 1, outputs, constants, outputs, out, rows);
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

    /**
     * Rows times a matrix, in blocks of rows that are turned to columns, so that the innermost loops are long and plain.
     *
     * @param in rows of {@code inputs} numbers
     * @param matrix whose element for an output and an input is at {@code begin + output * byOutput + input * byInput}
     * @param constants added to each row of the result
     * @param out receives rows of {@code outputs} numbers
     */
    private static void multiply(
            double[] in,
            int inputs,
            double[] matrix,
            int begin,
            int byOutput,
            int byInput,
            double[] constants,
            int outputs,
            double[] out,
            int rows) {
        double[] columns = new double[inputs * BLOCK];
        double[] sum = new double[BLOCK];
        for (int first = 0; first < rows; first += BLOCK) {
            int count = Math.min(BLOCK, rows - first);
            for (int row = 0; row < count; row++) {
                for (int k = 0; k < inputs; k++) {
                    columns[k * BLOCK + row] = in[(first + row) * inputs + k];
                }
            }
            for (int o = 0; o < outputs; o++) {
                Arrays.fill(sum, constants[o]);
                int at = begin + o * byOutput;
                int k = 0;
                for (; k + 4 <= inputs; k += 4) {
                    addFour(
                            matrix[at + k * byInput],
                            matrix[at + (k + 1) * byInput],
                            matrix[at + (k + 2) * byInput],
                            matrix[at + (k + 3) * byInput],
                            columns,
                            k * BLOCK,
                            sum);
                }
                for (; k < inputs; k++) {
                    addOne(matrix[at + k * byInput], columns, k * BLOCK, sum);
                }
                for (int row = 0; row < count; row++) {
                    out[(first + row) * outputs + o] = sum[row];
                }
            }
        }
    }

    private static void addFour(double a, double b, double c, double d, double[] columns, int begin, double[] sum) {
        int second = begin + BLOCK;
        int third = second + BLOCK;
        int fourth = third + BLOCK;
        for (int k = 0; k < BLOCK; k++) {
            sum[k] +=
                    a * columns[begin + k] + b * columns[second + k] + c * columns[third + k] + d * columns[fourth + k];
        }
    }

    private static void addOne(double a, double[] columns, int begin, double[] sum) {
        for (int k = 0; k < BLOCK; k++) {
            sum[k] += a * columns[begin + k];
        }
    }

    /**
     * Adds the gradient by the parameters, where there is room for it, and returns that by the input.
     *
     * @param sum one number for each parameter, or none
     */
    double[] backward(double[] parameters, int offset, double[][] values, double[] byOutput, int rows, double[] sum) {
        double[] slope = byOutput.clone();
        int at = offset + size();
        for (int layer = widths.length - 1; layer > 0; layer--) {
            int inputs = widths[layer - 1];
            int outputs = widths[layer];
            at -= outputs * (inputs + 1);
            double[] out = values[layer];
            if (rectifies(layer)) {
                for (int k = 0; k < slope.length; k++) {
                    slope[k] *= out[k] > 0 ? 1 : LEAK;
                }
            }
            if (sum.length > 0) {
                addOuter(values[layer - 1], inputs, slope, outputs, rows, sum, at);
            }
            double[] below = new double[rows * inputs];
            multiply(slope, outputs, parameters, at, outputs, 1, new double[inputs], inputs, below, rows);
            slope = below;
        }
        return slope;
    }

    /** Adds the products of inputs and slopes, summed over the rows, and the slopes of the constants behind them. */
    private static void addOuter(double[] in, int inputs, double[] slope, int outputs, int rows, double[] sum, int at) {
        for (int k = 0; k < inputs; k++) {
            int place = at + k * outputs;
            int row = 0;
            for (; row + 4 <= rows; row += 4) {
                double a = in[row * inputs + k];
                double b = in[(row + 1) * inputs + k];
                double c = in[(row + 2) * inputs + k];
                double d = in[(row + 3) * inputs + k];
                int first = row * outputs;
                int second = first + outputs;
                int third = second + outputs;
                int fourth = third + outputs;
                for (int o = 0; o < outputs; o++) {
                    sum[place + o] +=
                            a * slope[first + o] + b * slope[second + o] + c * slope[third + o] + d * slope[fourth + o];
                }
            }
            for (; row < rows; row++) {
                for (int o = 0; o < outputs; o++) {
                    sum[place + o] += in[row * inputs + k] * slope[row * outputs + o];
                }
            }
        }
        int constants = at + inputs * outputs;
        for (int row = 0; row < rows; row++) {
            for (int o = 0; o < outputs; o++) {
                sum[constants + o] += slope[row * outputs + o];
            }
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(widths);
    }
}
