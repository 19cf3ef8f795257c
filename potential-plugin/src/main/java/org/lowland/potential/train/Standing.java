package org.lowland.potential.train;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the evaluations so far have decided. The arrays are its own: not to be changed.
 *
 * @param factor of the learning rate, lowered at plateaus
 * @param waited evaluations since the last better one or the last lowering
 * @param best the smallest error so far
 * @param sinceBest evaluations since then
 * @param bestWeights the averaged weights of that evaluation; none where they are not kept
 * @param recent the averaged weights of the last evaluations, the latest last, as many as are averaged
 */
record Standing(double factor, int waited, double best, int sinceBest, float[] bestWeights, List<float[]> recent) {
    /** Before the first evaluation. */
    static final Standing NONE = new Standing(1, 0, Double.POSITIVE_INFINITY, 0, new float[0], List.of());

    Standing {
        recent = List.copyOf(recent);
    }

    /** After one more evaluation, of these averaged weights. */
    Standing after(double error, float[] weights, TrainingSettings.Optimization optimization) {
        boolean better = error < best;
        int waiting = better ? 0 : waited + 1;
        double rate = factor;
        if (optimization.lowersAtPlateaus() && waiting >= optimization.plateau().patience()) {
            rate *= optimization.plateau().factor();
            waiting = 0;
        }
        List<float[]> kept = new ArrayList<>(recent);
        if (optimization.averageLast() > 1) {
            kept.add(weights);
            while (kept.size() > optimization.averageLast()) {
                kept.remove(0);
            }
        }
        return new Standing(
                rate,
                waiting,
                better ? error : best,
                better ? 0 : sinceBest + 1,
                better && optimization.keepsBest() ? weights : bestWeights,
                kept);
    }

    /** Whether the training has gone on for long enough without a better evaluation. */
    boolean ends(TrainingSettings.Optimization optimization) {
        return optimization.patience() != null && sinceBest >= optimization.patience();
    }

    /** What becomes the model; {@code last} are the averaged weights as they are now. */
    float[] chosen(float[] last, TrainingSettings.Optimization optimization) {
        if (optimization.keepsBest() && bestWeights.length > 0) {
            return bestWeights;
        }
        if (recent.isEmpty()) {
            return last;
        }
        float[] mean = new float[last.length];
        for (int k = 0; k < mean.length; k++) {
            double sum = 0;
            for (float[] weights : recent) {
                sum += weights[k];
            }
            mean[k] = (float) (sum / recent.size());
        }
        return mean;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(factor);
        out.writeInt(waited);
        out.writeDouble(best);
        out.writeInt(sinceBest);
        write(out, bestWeights);
        out.writeInt(recent.size());
        for (float[] weights : recent) {
            write(out, weights);
        }
    }

    static Standing read(DataInputStream in) throws IOException {
        double factor = in.readDouble();
        int waited = in.readInt();
        double best = in.readDouble();
        int sinceBest = in.readInt();
        float[] bestWeights = floats(in);
        List<float[]> recent = new ArrayList<>();
        int count = in.readInt();
        for (int k = 0; k < count; k++) {
            recent.add(floats(in));
        }
        return new Standing(factor, waited, best, sinceBest, bestWeights, recent);
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeInt(Float.floatToRawIntBits(value));
        }
    }

    private static float[] floats(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        for (int k = 0; k < values.length; k++) {
            values[k] = Float.intBitsToFloat(in.readInt());
        }
        return values;
    }
}
