package org.lowland.potential.train;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lowland.api.InputException;
import org.lowland.io.file.WholeFile;
import org.lowland.potential.torch.TrainerState;

/**
 * Where a training stands, between two steps.
 *
 * @param fingerprint of what must not change when the training is resumed
 * @param schedule that the steps so far followed
 * @param seconds of training so far
 * @param state of the trainer
 */
record Checkpoint(String fingerprint, Schedule schedule, double seconds, TrainerState state) {

    void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(fingerprint);
        out.writeDouble(schedule.peak());
        out.writeLong(schedule.warmUp());
        out.writeLong(schedule.decay());
        out.writeLong(schedule.steps());
        out.writeDouble(seconds);
        out.write(state.toBytes());
        WholeFile.write(file, bytes.toByteArray());
    }

    /**
     * Reads a checkpoint.
     *
     * @param file written by {@link #write}
     * @param fingerprint of the training that is to go on
     * @param schedule that it is to follow
     * @throws InputException when there is none, it cannot be read or belongs to another training, or when its steps
     *     followed another schedule
     */
    static Checkpoint read(Path file, String fingerprint, Schedule schedule) {
        if (!Files.exists(file)) {
            throw new InputException(file + ": there is no checkpoint to resume from; start without --resume");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            Checkpoint checkpoint = new Checkpoint(
                    in.readUTF(),
                    new Schedule(in.readDouble(), in.readLong(), in.readLong(), in.readLong()),
                    in.readDouble(),
                    TrainerState.fromBytes(in.readAllBytes()));
            if (!checkpoint.fingerprint().equals(fingerprint)) {
                throw new InputException(file + ": the checkpoint belongs to another configuration or other data"
                        + "; only steps and decay may change. It was: " + checkpoint.fingerprint() + ", it is: "
                        + fingerprint);
            }
            if (!schedule.agrees(checkpoint.schedule(), checkpoint.state().step())) {
                throw new InputException(file + ": the " + checkpoint.state().step()
                        + " steps done followed another schedule (" + checkpoint.schedule()
                        + "); steps and decay may change only as long as the decay has not begun");
            }
            return checkpoint;
        } catch (IOException e) {
            throw new InputException(file + ": the checkpoint cannot be read; start without --resume", e);
        }
    }
}
