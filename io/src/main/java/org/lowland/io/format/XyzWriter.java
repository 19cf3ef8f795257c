package org.lowland.io.format;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import org.lowland.api.InputException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.file.TextFiles;
import org.lowland.io.file.WholeFile;
import org.openscience.cdk.config.Elements;

/**
 * Writes frames as extended XYZ, as ASE does: lengths and forces with eight decimals, energies with all digits. A frame
 * that holds nothing but atoms and a comment is written as plain XYZ. Confined to one thread.
 */
public final class XyzWriter implements RecordWriter<LabelledFrame> {
    private static final double SCALE = 1e8;
    private static final double LARGEST = 1e9;

    private final WholeFile file;
    private final Writer out;
    private final StringBuilder text = new StringBuilder();

    private XyzWriter(WholeFile file, Writer out) {
        this.file = file;
        this.out = out;
    }

    /**
     * Begins a file, which appears under its name with {@link #commit()}.
     *
     * @param file its name; compressed when it ends in {@code .gz}
     * @return the writer
     * @throws InputException when the folder cannot be written
     */
    public static XyzWriter create(Path file) {
        WholeFile whole = WholeFile.create(file);
        return new XyzWriter(whole, whole.writer());
    }

    /**
     * Writes to text that somebody else closes.
     *
     * @param out where the frames go
     * @return the writer
     */
    public static XyzWriter over(Writer out) {
        return new XyzWriter(null, out);
    }

    @Override
    public void write(LabelledFrame frame) {
        text.setLength(0);
        AtomicSystem system = frame.system();
        boolean plain = isPlain(frame);
        text.append(system.size()).append('\n');
        if (plain) {
            text.append(frame.comment().replace('\n', ' ').replace('\r', ' '));
        } else {
            header(frame);
        }
        text.append('\n');
        boolean masked = system.freeAtoms() < system.size();
        for (int atom = 0; atom < system.size(); atom++) {
            String symbol = Elements.ofNumber(system.atomicNumber(atom)).symbol();
            text.append(symbol).append(symbol.length() == 1 ? " " : "");
            for (int axis = 0; axis < 3; axis++) {
                decimal(system.position(atom, axis));
            }
            if (frame.evaluation().isPresent()) {
                Evaluation evaluation = frame.evaluation().get();
                for (int axis = 0; axis < 3; axis++) {
                    decimal(evaluation.force(atom, axis));
                }
            }
            if (masked) {
                text.append(system.isFixed(atom) ? " F" : " T");
            }
            for (AtomColumn column : frame.columns()) {
                for (int k = 0; k < column.width(); k++) {
                    text.append(' ').append(column.values().get(atom * column.width() + k));
                }
            }
            text.append('\n');
        }
        flush();
    }

    @Override
    public void commit() {
        if (file != null) {
            file.commit();
        }
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }

    private static boolean isPlain(LabelledFrame frame) {
        AtomicSystem system = frame.system();
        int lowest = system.electrons() % 2 == 0 ? 1 : 2;
        return frame.evaluation().isEmpty()
                && frame.info().isEmpty()
                && frame.columns().isEmpty()
                && system.cell().isEmpty()
                && system.charge() == 0
                && system.multiplicity() == lowest
                && system.freeAtoms() == system.size();
    }

    private void header(LabelledFrame frame) {
        StringBuilder line = new StringBuilder();
        AtomicSystem system = frame.system();
        system.cell().ifPresent(cell -> KeyValues.append(line, "Lattice", numbers(cell.vectors())));
        StringBuilder properties = new StringBuilder("species:S:1:pos:R:3");
        properties.append(frame.evaluation().isPresent() ? ":forces:R:3" : "");
        properties.append(system.freeAtoms() < system.size() ? ":move_mask:L:1" : "");
        for (AtomColumn column : frame.columns()) {
            properties.append(':').append(column.name()).append(':').append(column.type());
            properties.append(':').append(column.width());
        }
        KeyValues.append(line, "Properties", properties.toString());
        if (!frame.comment().isEmpty() && !frame.info().containsKey("name")) {
            KeyValues.append(line, "name", frame.comment());
        }
        for (Map.Entry<String, String> entry : frame.info().entrySet()) {
            KeyValues.append(line, entry.getKey(), entry.getValue());
        }
        frame.evaluation().ifPresent(evaluation -> {
            KeyValues.append(line, "energy", Double.toString(evaluation.energy()));
            evaluation.stress().ifPresent(stress -> KeyValues.append(line, "stress", numbers(stress)));
        });
        if (system.charge() != 0) {
            KeyValues.append(line, "charge", Integer.toString(system.charge()));
        }
        if (system.multiplicity() != 1) {
            KeyValues.append(line, "spin", Integer.toString(system.multiplicity()));
        }
        KeyValues.append(line, "pbc", system.cell().map(XyzWriter::flags).orElse("F F F"));
        text.append(line);
    }

    private static String flags(Cell cell) {
        StringBuilder flags = new StringBuilder();
        for (int k = 0; k < 3; k++) {
            flags.append(k == 0 ? "" : " ").append(cell.isPeriodic(k) ? 'T' : 'F');
        }
        return flags.toString();
    }

    private static String numbers(double[] values) {
        StringBuilder numbers = new StringBuilder();
        for (double value : values) {
            numbers.append(numbers.length() == 0 ? "" : " ").append(value);
        }
        return numbers.toString();
    }

    /** Appends a number in a column of 16 characters, eight of them decimals, as {@code %16.8f} does. */
    private void decimal(double value) {
        if (!(Math.abs(value) < LARGEST)) {
            text.append(' ').append(value);
            return;
        }
        long scaled = Math.round(Math.abs(value) * SCALE);
        String whole = Long.toString(scaled / (long) SCALE);
        String rest = Long.toString(scaled % (long) SCALE);
        boolean negative = value < 0 && scaled != 0;
        text.append(" ".repeat(Math.max(1, 7 - whole.length() - (negative ? 1 : 0))));
        text.append(negative ? "-" : "").append(whole).append('.');
        text.append("00000000", 0, 8 - rest.length()).append(rest);
    }

    private void flush() {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new InputException(
                    "The frame cannot be written (" + TextFiles.reason(e) + "); check the free space", e);
        }
    }
}
