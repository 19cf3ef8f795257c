package org.lowland.io.dataset;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Units;
import org.lowland.io.file.Output;
import org.lowland.io.file.TextFiles;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.RecordAppender;
import org.lowland.io.format.Structure;

/**
 * Writes frames of the same atoms as arrays: {@code nuclear_charges} (N), {@code coords} (M, N, 3), {@code energies} (M),
 * {@code forces} (M, N, 3), little-endian float64. The arrays grow in temporary files, whatever the number of frames.
 */
final class NumpyAppender implements RecordAppender {
    private final Output output;
    private final Path[] parts = new Path[3];
    private final OutputStream[] streams = new OutputStream[3];
    private int[] elements;
    private ArrayLabels labels;
    private long frames;

    NumpyAppender(Output output) {
        this.output = output;
    }

    @Override
    public void append(Structure structure) {
        LabelledFrame frame = (LabelledFrame) structure;
        AtomicSystem system = frame.system();
        if (elements == null) {
            labels = ArrayLabels.of(frame);
        } else if (!Arrays.equals(elements, system.atomicNumbers())) {
            throw new InputException(
                    "NPZ holds frames of the same atoms in the same order; this structure has others:" + " write .xyz");
        }
        labels.require("NPZ", frame);
        try {
            if (elements == null) {
                begin();
                elements = system.atomicNumbers();
            }
            write(0, system.positions());
            double unit = Units.KCAL_PER_MOL_PER_EV;
            if (labels.energies()) {
                write(1, frame.energy().orElseThrow() * unit);
            }
            if (labels.forces()) {
                write(2, SampleMaker.scaled(frame.forces().orElseThrow(), unit));
            }
            frames++;
        } catch (IOException e) {
            throw refused(e);
        }
    }

    @Override
    public void finish() {
        if (elements == null) {
            return;
        }
        try {
            ZipOutputStream zip = new ZipOutputStream(output.bytes());
            int atoms = elements.length;
            entry(zip, "nuclear_charges", "(" + atoms + ",)", "<i8");
            ByteBuffer numbers = ByteBuffer.allocate(8 * atoms).order(ByteOrder.LITTLE_ENDIAN);
            Arrays.stream(elements).forEach(number -> numbers.putLong(number));
            zip.write(numbers.array());
            array(zip, "coords", "(" + frames + ", " + atoms + ", 3)", 0);
            if (labels.energies()) {
                array(zip, "energies", "(" + frames + ",)", 1);
            }
            if (labels.forces()) {
                array(zip, "forces", "(" + frames + ", " + atoms + ", 3)", 2);
            }
            zip.finish();
            zip.flush();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private void begin() throws IOException {
        for (int k = 0; k < 3; k++) {
            parts[k] = Files.createTempFile("lowland", ".array");
            parts[k].toFile().deleteOnExit();
            streams[k] = new BufferedOutputStream(Files.newOutputStream(parts[k]));
        }
    }

    private void write(int part, double... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putDouble(value);
        }
        streams[part].write(bytes.array());
    }

    private void array(ZipOutputStream zip, String name, String shape, int part) throws IOException {
        entry(zip, name, shape, "<f8");
        streams[part].close();
        Files.copy(parts[part], zip);
        Files.delete(parts[part]);
    }

    /** The header of an array, as the description of the format has it: padded to a multiple of 64 bytes. */
    private static void entry(ZipOutputStream zip, String name, String shape, String type) throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        int padding = 63 - (10 + text.length()) % 64;
        byte[] header = (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        DataOutputStream out = new DataOutputStream(zip);
        out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        out.writeByte(header.length & 0xff);
        out.writeByte(header.length >> 8);
        out.write(header);
        out.flush();
    }

    private static InputException refused(IOException e) {
        return new InputException(
                "The arrays cannot be written (" + TextFiles.reason(e) + "); check the free space", e);
    }
}
