package org.lowland.rl.policygradient.train;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.lowland.api.InputException;
import org.lowland.io.file.WholeFile;
import org.lowland.rl.policygradient.algebra.Ascent;

/**
 * Where a training stands between two iterations. A file of it appears when it is whole; every bit of every number is
 * kept. The arrays are not to be changed.
 *
 * @param fingerprint of what must not change when the training is resumed
 * @param iteration how many are done
 * @param episodes how many were played
 * @param steps of them
 * @param seconds of training so far
 * @param parameters of the policy
 * @param method what it remembers
 * @param baseline what it has learned
 * @param curriculum what has changed
 * @param bestValue of a validation so far; minus infinity before the first
 * @param bestParameters of that validation
 */
record RunState(
        String fingerprint,
        long iteration,
        long episodes,
        long steps,
        double seconds,
        double[] parameters,
        Ascent.State method,
        double[] baseline,
        byte[] curriculum,
        double bestValue,
        double[] bestParameters) {
    private static final long MAGIC = 0x4c6f776c506f6c01L;
    private static final int HEADER = 20;

    void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(fingerprint);
        out.writeLong(iteration);
        out.writeLong(episodes);
        out.writeLong(steps);
        out.writeDouble(seconds);
        write(out, parameters);
        out.writeLong(method.steps());
        write(out, method.firstMoment());
        write(out, method.secondMoment());
        write(out, baseline);
        out.writeInt(curriculum.length);
        out.write(curriculum);
        out.writeDouble(bestValue);
        write(out, bestParameters);
        byte[] content = bytes.toByteArray();
        ByteArrayOutputStream whole = new ByteArrayOutputStream(content.length + HEADER);
        DataOutputStream framed = new DataOutputStream(whole);
        framed.writeLong(MAGIC);
        framed.writeInt(content.length);
        framed.writeLong(checksum(content));
        framed.write(content);
        WholeFile.write(file, whole.toByteArray());
    }

    /**
     * Reads a state.
     *
     * @param file that was written before
     * @param fingerprint of the training that is to go on
     * @throws InputException when there is none, it is damaged, or belongs to another training
     */
    static RunState read(Path file, String fingerprint) {
        if (!Files.exists(file)) {
            throw new InputException(file + ": there is no checkpoint to resume from; start without --resume");
        }
        RunState state = parse(file);
        if (!state.fingerprint().equals(fingerprint)) {
            throw new InputException(file + ": the checkpoint belongs to another training; only iterations and threads"
                    + " may change. It was: " + difference(state.fingerprint(), fingerprint) + "; it is: "
                    + difference(fingerprint, state.fingerprint()));
        }
        return state;
    }

    /** The first part of a fingerprint that the other one does not share. */
    private static String difference(String text, String other) {
        String[] parts = text.split("; ");
        String[] others = other.split("; ");
        for (int k = 0; k < parts.length; k++) {
            if (k >= others.length || !parts[k].equals(others[k])) {
                return parts[k];
            }
        }
        return "nothing more";
    }

    private static RunState parse(Path file) {
        try (DataInputStream framed = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            if (framed.available() < HEADER || framed.readLong() != MAGIC) {
                throw new InputException(file + ": this is no checkpoint of this version; start without --resume");
            }
            int length = framed.readInt();
            long checksum = framed.readLong();
            byte[] content = framed.readAllBytes();
            if (content.length != length || checksum(content) != checksum) {
                throw new InputException(file + ": the checkpoint is damaged (" + content.length + " of " + length
                        + " bytes, or other ones); start without --resume");
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
            return new RunState(
                    in.readUTF(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readDouble(),
                    doubles(in),
                    new Ascent.State(in.readLong(), floats(in), floats(in)),
                    doubles(in),
                    in.readNBytes(in.readInt()),
                    in.readDouble(),
                    doubles(in));
        } catch (IOException e) {
            throw new InputException(file + ": the checkpoint cannot be read; start without --resume", e);
        }
    }

    private static void write(DataOutputStream out, double[] values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeLong(Double.doubleToRawLongBits(value));
        }
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeInt(Float.floatToRawIntBits(value));
        }
    }

    private static double[] doubles(DataInputStream in) throws IOException {
        double[] values = new double[in.readInt()];
        for (int k = 0; k < values.length; k++) {
            values[k] = Double.longBitsToDouble(in.readLong());
        }
        return values;
    }

    private static float[] floats(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        for (int k = 0; k < values.length; k++) {
            values[k] = Float.intBitsToFloat(in.readInt());
        }
        return values;
    }

    private static long checksum(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }
}
