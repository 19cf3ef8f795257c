package org.lowland.io.format;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.lowland.api.InputException;
import org.lowland.io.file.Output;
import org.lowland.io.file.WholeFile;

/**
 * Writes records of any kind to a file of any format; records of the other kind are converted, and what the format cannot
 * carry is told for each record.
 */
public final class StructureWriter implements RecordWriter<Structure> {
    private final Output output;
    private final StructureFormat format;
    private final RecordAppender appender;
    private final Consumer<String> lost;
    private int written;

    private StructureWriter(Output output, StructureFormat format, Consumer<String> lost) {
        this.output = output;
        this.format = format;
        this.lost = lost;
        this.appender = format.writing().orElseThrow().begin(output);
    }

    /**
     * Begins a file, which appears under its name with {@link #commit()}.
     *
     * @param file its name; compressed when it ends in {@code .gz}
     * @param format what to write
     * @param lost told, once for each kind, what the format cannot hold; it may throw to refuse that
     * @return the writer
     * @throws InputException when the format cannot be written, or the folder
     */
    public static StructureWriter create(Path file, StructureFormat format, Consumer<String> lost) {
        format.requireWritable(file.toString());
        Set<String> said = new HashSet<>();
        Consumer<String> once = what -> {
            if (!said.contains(what)) {
                lost.accept(what);
                said.add(what);
            }
        };
        return over(WholeFile.create(file), format, once);
    }

    /**
     * Begins content.
     *
     * @param output where it goes, which this closes
     * @param format what to write
     * @param lost told for each structure what the format cannot hold; it may throw to refuse that
     * @return the writer
     * @throws InputException when the format cannot be written
     */
    public static StructureWriter over(Output output, StructureFormat format, Consumer<String> lost) {
        try {
            format.requireWritable("the output");
            return new StructureWriter(output, format, lost);
        } catch (RuntimeException e) {
            output.close();
            throw e;
        }
    }

    @Override
    public void write(Structure structure) {
        if (written > 0 && !format.carries(Feature.SEVERAL)) {
            throw new InputException(format.name() + " holds one structure; write the others to files of their own, or"
                    + " all to .xyz");
        }
        Structure fitting = fitting(structure);
        Holdings.sentences(structure, format).forEach(lost);
        appender.append(fitting);
        appender.remarks().forEach(lost);
        written++;
    }

    private Structure fitting(Structure structure) {
        if (format.isOfMolecules() && structure instanceof LabelledFrame frame) {
            return Conversion.toMolecule(frame, lost);
        }
        return format.isOfAtoms() && structure instanceof MoleculeRecord molecule
                ? Conversion.toFrame(molecule)
                : structure;
    }

    @Override
    public void commit() {
        appender.finish();
        output.commit();
    }

    @Override
    public void close() {
        output.close();
    }
}
