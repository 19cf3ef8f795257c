package org.lowland.rl.strider.published;

/** Columns brought to a mean of zero and a deviation of one over the rows at hand, then scaled and shifted as learned. */
final class BatchNormalization {
    private static final double SMALLEST_VARIANCE = 1e-5;

    private final int columns;

    BatchNormalization(int columns) {
        this.columns = columns;
    }

    /** Scales, then shifts. */
    int size() {
        return 2 * columns;
    }

    void initialize(double[] parameters, int offset) {
        for (int c = 0; c < columns; c++) {
            parameters[offset + c] = 1;
        }
    }

    /** The rows before scale and shift, and one over the deviation of each column behind them. */
    double[] normalized(double[] rows) {
        int count = rows.length / columns;
        double[] normal = new double[rows.length + columns];
        for (int c = 0; c < columns; c++) {
            double mean = 0;
            for (int row = 0; row < count; row++) {
                mean += rows[row * columns + c] / count;
            }
            double variance = 0;
            for (int row = 0; row < count; row++) {
                double d = rows[row * columns + c] - mean;
                variance += d * d / count;
            }
            double per = 1 / Math.sqrt(variance + SMALLEST_VARIANCE);
            normal[rows.length + c] = per;
            for (int row = 0; row < count; row++) {
                normal[row * columns + c] = per * (rows[row * columns + c] - mean);
            }
        }
        return normal;
    }

    double[] forward(double[] parameters, int offset, double[] normal) {
        double[] out = new double[normal.length - columns];
        for (int k = 0; k < out.length; k++) {
            int c = k % columns;
            out[k] = parameters[offset + c] * normal[k] + parameters[offset + columns + c];
        }
        return out;
    }

    double[] backward(double[] parameters, int offset, double[] normal, double[] byOutput, double[] sum) {
        int count = byOutput.length / columns;
        double[] back = new double[byOutput.length];
        for (int c = 0; c < columns; c++) {
            double total = 0;
            double along = 0;
            for (int row = 0; row < count; row++) {
                int k = row * columns + c;
                total += byOutput[k];
                along += byOutput[k] * normal[k];
            }
            if (sum.length > 0) {
                sum[offset + c] += along;
                sum[offset + columns + c] += total;
            }
            double scale = parameters[offset + c] * normal[byOutput.length + c];
            for (int row = 0; row < count; row++) {
                int k = row * columns + c;
                back[k] = scale * (byOutput[k] - total / count - normal[k] * along / count);
            }
        }
        return back;
    }
}
