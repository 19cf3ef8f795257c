package org.lowland.potential.kernel;

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

    /** A weight of (outputs, inputs) as a matrix of (inputs, outputs), both padded. */
    static float[] inputsByOutputs(float[] weight, Blocks inputs, Blocks outputs) {
        float[] matrix = new float[inputs.total() * outputs.total()];
        int width = inputs.count * inputs.size;
        for (int k = 0; k < weight.length; k++) {
            matrix[inputs.place(k % width) * outputs.total() + outputs.place(k / width)] = weight[k];
        }
        return matrix;
    }

    /** A weight of (outputs, inputs) as a matrix of the same order, both padded. */
    static float[] outputsByInputs(float[] weight, Blocks inputs, Blocks outputs) {
        float[] matrix = new float[inputs.total() * outputs.total()];
        int width = inputs.count * inputs.size;
        for (int k = 0; k < weight.length; k++) {
            matrix[outputs.place(k / width) * inputs.total() + inputs.place(k % width)] = weight[k];
        }
        return matrix;
    }
}
