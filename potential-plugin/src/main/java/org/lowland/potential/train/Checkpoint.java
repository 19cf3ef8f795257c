package org.lowland.potential.train;

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
import org.lowland.potential.torch.TrainerState;

/**
 * Where a training stands, between two steps.
 *
 * @param fingerprint of what must not change when the training is resumed
 * @param schedule that the steps so far followed
 * @param seconds of training so far
 * @param standing what the evaluations so far have decided
 * @param state of the trainer
 */
record Checkpoint(String fingerprint, Schedule schedule, double seconds, Standing standing, TrainerState state) {
    private static final long MAGIC = 0x4c6f776c616e6402L;

    void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(fingerprint);
        out.writeDouble(schedule.peak());
        out.writeLong(schedule.warmUp());
        out.writeLong(schedule.decay());
        out.writeLong(schedule.steps());
        out.writeUTF(schedule.shape().name());
        out.writeDouble(seconds);
        standing.write(out);
        out.write(state.toBytes());
        byte[] content = bytes.toByteArray();
        ByteArrayOutputStream whole = new ByteArrayOutputStream(content.length + 20);
        DataOutputStream framed = new DataOutputStream(whole);
        framed.writeLong(MAGIC);
        framed.writeInt(content.length);
        framed.writeLong(checksum(content));
        framed.write(content);
        WholeFile.write(file, whole.toByteArray());
    }

    /**
     * Reads a checkpoint.
     *
     * @param file written by {@link #write}
     * @param fingerprint of the training that is to go on
     * @param schedule that it is to follow
     * @throws InputException when there is none, it is damaged or belongs to another training, or when its steps
     *     followed another schedule
     */
    static Checkpoint read(Path file, String fingerprint, Schedule schedule) {
        if (!Files.exists(file)) {
            throw new InputException(file + ": there is no checkpoint to resume from; start without --resume");
        }
        Checkpoint checkpoint = parse(file);
        if (!checkpoint.fingerprint().equals(fingerprint)) {
            throw new InputException(file + ": the checkpoint belongs to another configuration or other data"
                    + "; only steps and decay may change. It was: " + difference(checkpoint.fingerprint(), fingerprint)
                    + "; it is: " + difference(fingerprint, checkpoint.fingerprint()));
        }
        if (!schedule.agrees(checkpoint.schedule(), checkpoint.state().step())) {
            throw new InputException(file + ": the " + checkpoint.state().step()
                    + " steps done followed another schedule (" + checkpoint.schedule()
                    + "); steps and decay may change only as long as the decay has not begun");
        }
        return checkpoint;
    }

    /** What a text has between the beginning and the end that both share, in whole words. */
    private static String difference(String text, String other) {
        int shortest = Math.min(text.length(), other.length());
        int begin = 0;
        while (begin < shortest && text.charAt(begin) == other.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (end < shortest - begin
                && text.charAt(text.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int from = text.lastIndexOf(' ', begin - 1) + 1;
        int to = text.indexOf(' ', text.length() - end);
        return text.substring(from, to < 0 ? text.length() : to).replaceAll(",$", "");
    }

    private static Checkpoint parse(Path file) {
        try (DataInputStream framed = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            if (framed.available() < 20 || framed.readLong() != MAGIC) {
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
            return new Checkpoint(
                    in.readUTF(),
                    new Schedule(
                            in.readDouble(),
                            in.readLong(),
                            in.readLong(),
                            in.readLong(),
                            Schedule.Shape.valueOf(in.readUTF())),
                    in.readDouble(),
                    Standing.read(in),
                    TrainerState.fromBytes(in.readAllBytes()));
        } catch (IOException e) {
            throw new InputException(file + ": the checkpoint cannot be read; start without --resume", e);
        }
    }

    private static long checksum(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }
}
