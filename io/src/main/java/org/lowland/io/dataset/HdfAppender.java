package org.lowland.io.dataset;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.file.Output;
import org.lowland.io.file.TextFiles;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.RecordAppender;
import org.lowland.io.format.Structure;

/**
 * Writes frames of any atoms as the ANI sets have them: a group for each number of atoms, with {@code species} (n, N),
 * {@code coordinates} (n, N, 3), {@code energies} (n) and {@code forces} (n, N, 3), in Å, Hartree and Hartree/Å. Frames wait
 * in temporary files; those of one number of atoms are in memory at once.
 */
final class HdfAppender implements RecordAppender {
    private final Output output;
    private final Map<Integer, Waiting> sizes = new TreeMap<>();
    private ArrayLabels labels;

    HdfAppender(Output output) {
        this.output = output;
    }

    /** The frames of one number of atoms. */
    private static final class Waiting {
        private final Path file;
        private final DataOutputStream stream;
        private int frames;

        Waiting() throws IOException {
            file = Files.createTempFile("lowland", ".frames");
            file.toFile().deleteOnExit();
            stream = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        }
    }

    @Override
    public void append(Structure structure) {
        LabelledFrame frame = (LabelledFrame) structure;
        AtomicSystem system = frame.system();
        if (sizes.isEmpty()) {
            labels = ArrayLabels.of(frame);
        }
        labels.require("HDF5", frame);
        try {
            Waiting waiting = sizes.get(system.size());
            if (waiting == null) {
                waiting = new Waiting();
                sizes.put(system.size(), waiting);
            }
            for (int number : system.atomicNumbers()) {
                waiting.stream.writeInt(number);
            }
            write(waiting.stream, system.positions());
            double unit = 1 / LabelUnits.HARTREE.energy();
            if (labels.energies()) {
                waiting.stream.writeDouble(frame.energy().orElseThrow() * unit);
            }
            if (labels.forces()) {
                write(waiting.stream, SampleMaker.scaled(frame.forces().orElseThrow(), unit));
            }
            waiting.frames++;
        } catch (IOException e) {
            throw refused(e);
        }
    }

    @Override
    public void finish() {
        if (sizes.isEmpty()) {
            return;
        }
        try {
            Path whole = Files.createTempFile("lowland", ".h5");
            try {
                try (WritableHdfFile hdf = HdfFile.write(whole)) {
                    for (Map.Entry<Integer, Waiting> size : sizes.entrySet()) {
                        size.getValue().stream.close();
                        String name = String.format(Locale.ROOT, "%03d", size.getKey());
                        fill(hdf.putGroup(name), size.getKey(), size.getValue());
                        Files.delete(size.getValue().file);
                    }
                }
                Files.copy(whole, output.bytes());
                output.bytes().flush();
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw refused(e);
        } catch (HdfException e) {
            throw new InputException(
                    "The HDF5 file cannot be written (" + e.getMessage() + "); check the free space", e);
        }
    }

    private void fill(WritableGroup group, int atoms, Waiting waiting) throws IOException {
        int[][] species = new int[waiting.frames][atoms];
        double[][][] coordinates = new double[waiting.frames][atoms][3];
        double[] energies = new double[labels.energies() ? waiting.frames : 0];
        double[][][] forces = new double[labels.forces() ? waiting.frames : 0][atoms][3];
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(waiting.file)))) {
            for (int frame = 0; frame < waiting.frames; frame++) {
                for (int atom = 0; atom < atoms; atom++) {
                    species[frame][atom] = in.readInt();
                }
                read(in, coordinates[frame]);
                if (labels.energies()) {
                    energies[frame] = in.readDouble();
                }
                if (labels.forces()) {
                    read(in, forces[frame]);
                }
            }
        }
        group.putDataset("species", species);
        group.putDataset("coordinates", coordinates);
        if (labels.energies()) {
            group.putDataset("energies", energies);
        }
        if (labels.forces()) {
            group.putDataset("forces", forces);
        }
    }

    private static void write(DataOutputStream stream, double[] values) throws IOException {
        for (double value : values) {
            stream.writeDouble(value);
        }
    }

    private static void read(DataInputStream in, double[][] rows) throws IOException {
        for (double[] row : rows) {
            for (int axis = 0; axis < row.length; axis++) {
                row[axis] = in.readDouble();
            }
        }
    }

    private static InputException refused(IOException e) {
        return new InputException(
                "The frames cannot be written (" + TextFiles.reason(e) + "); check the free space", e);
    }
}
