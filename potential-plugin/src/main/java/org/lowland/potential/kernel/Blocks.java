package org.lowland.potential.kernel;

import java.util.Arrays;

/**
 * An axis of a matrix made of equal blocks, each filled up with zeros to a multiple of the vector width.
 *
 * @param count of blocks
 * @param size of a block as the network has it
 * @param padded of a block as the kernel has it
 */
record Blocks(int count, int size, int padded) {

    static Blocks vectors(int count, int size) {
        return new Blocks(count, size, Lanes.padded(size));
    }

    static Blocks plain(int size) {
        return new Blocks(1, size, size);
    }

    boolean isPadded() {
        return padded % Lanes.WIDTH == 0;
    }

    int total() {
        return count * padded;
    }

    int place(int index) {
        return index / size * padded + index % size;
    }

    /** A vector along this axis, as the kernel has it. */
    float[] spread(float[] values) {
        float[] wide = new float[total()];
        for (int k = 0; k < values.length; k++) {
            wide[place(k)] = values[k];
        }
        return wide;
    }

    /** Where each index goes. */
    int[] places() {
        int[] places = new int[count * size];
        Arrays.setAll(places, this::place);
        return places;
    }

    /** A weight of (outputs, inputs) as a matrix of (inputs, outputs), both padded. */
    static float[] inputsByOutputs(float[] weight, Blocks inputs, Blocks outputs) {
        return matrix(weight, inputs, outputs, outputs.total(), 1);
    }

    /** A weight of (outputs, inputs) as a matrix of the same order, both padded. */
    static float[] outputsByInputs(float[] weight, Blocks inputs, Blocks outputs) {
        return matrix(weight, inputs, outputs, 1, inputs.total());
    }

    private static float[] matrix(float[] weight, Blocks inputs, Blocks outputs, int inputStride, int outputStride) {
        float[] matrix = new float[inputs.total() * outputs.total()];
        int[] inputPlaces = inputs.places();
        int[] outputPlaces = outputs.places();
        int at = 0;
        for (int output : outputPlaces) {
            int row = output * outputStride;
            for (int input : inputPlaces) {
                matrix[row + input * inputStride] = weight[at++];
            }
        }
        return matrix;
    }
}
