package org.lowland.potential.kernel;

import java.util.Arrays;

/** The gradient of a scalar by the weight and the bias of a {@link Linear}, summed up row by row. */
final class LinearGradient {
    private final Blocks inputs;
    private final Blocks outputs;
    private final float[] weight;
    private final float[] bias;

    LinearGradient(Linear map) {
        this.inputs = map.inputs();
        this.outputs = map.outputs();
        this.weight = new float[inputs.total() * outputs.total()];
        this.bias = new float[outputs.total()];
    }

    /** Adds rows of inputs that lie one after another, and the gradients by their outputs. */
    void add(int rows, float[] x, int xBegin, float[] gy, int gyBegin) {
        addSpaced(rows, x, xBegin, inputs.total(), gy, gyBegin);
    }

    /** The same for rows of x that lie {@code xStride} apart. */
    void addSpaced(int rows, float[] x, int xBegin, int xStride, float[] gy, int gyBegin) {
        Outer.add(rows, x, xBegin, xStride, inputs.total(), gy, gyBegin, outputs.total(), weight);
    }

    void addBias(int rows, float[] gy, int gyBegin) {
        Outer.addRows(rows, gy, gyBegin, outputs.total(), bias);
    }

    void clear() {
        Arrays.fill(weight, 0f);
        Arrays.fill(bias, 0f);
    }

    /**
     * Writes the part of some outputs as the network has it: (outputs, inputs) without padding.
     *
     * @param firstBlock of the outputs' blocks
     * @param blocks how many of them
     * @return one after the last place written
     */
    int writeWeight(int firstBlock, int blocks, float[] into, int begin) {
        int at = begin;
        int[] inputPlaces = inputs.places();
        int columns = outputs.total();
        for (int output = firstBlock * outputs.size(); output < (firstBlock + blocks) * outputs.size(); output++) {
            int column = outputs.place(output);
            for (int input : inputPlaces) {
                into[at++] = weight[input * columns + column];
            }
        }
        return at;
    }

    int writeBias(float[] into, int begin) {
        int count = outputs.count() * outputs.size();
        for (int output = 0; output < count; output++) {
            into[begin + output] = bias[outputs.place(output)];
        }
        return begin + count;
    }
}
