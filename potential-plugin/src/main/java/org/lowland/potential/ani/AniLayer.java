package org.lowland.potential.ani;

/**
 * One dense layer of one atomic network, y = W x + b.
 *
 * @param inputs length of x
 * @param outputs length of y
 * @param weights W, row-major, one row for each output
 * @param biases b
 */
record AniLayer(int inputs, int outputs, float[] weights, float[] biases) {
    AniLayer {
        if (biases.length != outputs || weights.length != inputs * outputs) {
            throw new IllegalArgumentException(weights.length + " weights and " + biases.length
                    + " biases do not make a layer " + inputs + " -> " + outputs);
        }
    }
}
