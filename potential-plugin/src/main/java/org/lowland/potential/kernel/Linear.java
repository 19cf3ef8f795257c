package org.lowland.potential.kernel;

/** A linear map of the network in both directions: y = x W + b, and the gradient by x from that by y. */
final class Linear {
    private final Blocks inputs;
    private final Blocks outputs;
    private final Panels forward;
    /** Absent where no gradient by the inputs is asked for: the radial basis, whose rows are not padded. */
    private final Panels backward;

    private final float[] bias;
    private final float[] zero;

    /**
     * Lays out a map.
     *
     * @param weight (outputs, inputs), row-major, without padding
     * @param bias of the outputs; empty for none
     */
    Linear(float[] weight, float[] bias, Blocks inputs, Blocks outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.forward = new Panels(Blocks.inputsByOutputs(weight, inputs, outputs), inputs.total(), outputs.total());
        this.backward = inputs.isPadded()
                ? new Panels(Blocks.outputsByInputs(weight, inputs, outputs), outputs.total(), inputs.total())
                : null;
        this.bias = outputs.spread(bias);
        this.zero = new float[inputs.total()];
    }

    Blocks inputs() {
        return inputs;
    }

    Blocks outputs() {
        return outputs;
    }

    int inputWidth() {
        return inputs.total();
    }

    int outputWidth() {
        return outputs.total();
    }

    /** y = x W + b for rows that lie one after another. */
    void apply(int rows, float[] x, int xBegin, float[] y, int yBegin) {
        forward.multiply(rows, x, xBegin, inputs.total(), bias, 0, 0, y, yBegin, outputs.total());
    }

    /** The same for rows of x that lie {@code xStride} apart. */
    void applySpaced(int rows, float[] x, int xBegin, int xStride, float[] y, int yBegin) {
        forward.multiply(rows, x, xBegin, xStride, bias, 0, 0, y, yBegin, outputs.total());
    }

    /** gx = gy Wᵀ for rows that lie one after another. */
    void transposed(int rows, float[] gy, int gyBegin, float[] gx, int gxBegin) {
        backward.multiply(rows, gy, gyBegin, outputs.total(), zero, 0, 0, gx, gxBegin, inputs.total());
    }

    /** gx = gx + gy Wᵀ. */
    void addTransposed(int rows, float[] gy, int gyBegin, float[] gx, int gxBegin) {
        int width = inputs.total();
        backward.multiply(rows, gy, gyBegin, outputs.total(), gx, gxBegin, width, gx, gxBegin, width);
    }
}
