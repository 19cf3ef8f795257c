package org.lowland.potential.torch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.lowland.api.BackendException;

/**
 * All that a {@link TorchTrainer} needs to go on as if it had never stopped. The arrays are the state's own: not to be
 * changed.
 *
 * @param step updates done
 * @param weights the parameters, one after another
 * @param firstMoment of {@link AdamW}
 * @param secondMoment of {@link AdamW}
 * @param average the exponential moving average of the weights
 */
public record TrainerState(long step, float[] weights, float[] firstMoment, float[] secondMoment, float[] average) {
    private static final int MAGIC = 0x4c4f5453;

    /** Checks that the arrays fit together. */
    public TrainerState {
        if (firstMoment.length != weights.length
                || secondMoment.length != weights.length
                || average.length != weights.length) {
            throw new IllegalArgumentException("the arrays of a trainer's state must be of one length");
        }
    }

    /** The state as bytes; every bit of every number is kept. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(20 + 16 * weights.length);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeLong(step);
            out.writeInt(weights.length);
            for (float[] array : new float[][] {weights, firstMoment, secondMoment, average}) {
                for (float value : array) {
                    out.writeInt(Float.floatToRawIntBits(value));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * The state that {@link #toBytes} wrote.
     *
     * @throws BackendException if the bytes are something else or incomplete
     */
    public static TrainerState fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC) {
                throw new BackendException("not a trainer's state; start the training without --resume");
            }
            long step = in.readLong();
            int length = in.readInt();
            if (length < 0 || bytes.length != 16L + 16L * length) {
                throw new BackendException("a trainer's state of " + length + " parameters cannot have " + bytes.length
                        + " bytes: it is damaged; resume from an earlier checkpoint");
            }
            return new TrainerState(
                    step, floats(in, length), floats(in, length), floats(in, length), floats(in, length));
        } catch (IOException truncated) {
            throw new BackendException(
                    "the trainer's state is truncated; resume from an earlier checkpoint", truncated);
        }
    }

    private static float[] floats(DataInputStream in, int length) throws IOException {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = Float.intBitsToFloat(in.readInt());
        }
        return values;
    }
}
