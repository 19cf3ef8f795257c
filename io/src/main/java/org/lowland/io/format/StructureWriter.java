package org.lowland.io.format;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.lowland.api.InputException;

/** Writes records of any kind to a file of any format; records of the other kind are converted. */
public final class StructureWriter implements RecordWriter<Structure> {
    private final SdfWriter sdf;
    private final XyzWriter xyz;
    private final Consumer<String> lost;

    private StructureWriter(SdfWriter sdf, XyzWriter xyz, Consumer<String> lost) {
        this.sdf = sdf;
        this.xyz = xyz;
        this.lost = lost;
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
        Set<String> said = new HashSet<>();
        Consumer<String> once = what -> {
            if (!said.contains(what)) {
                lost.accept(what);
                said.add(what);
            }
        };
        return switch (format) {
            case SDF -> new StructureWriter(SdfWriter.create(file), null, once);
            case XYZ -> new StructureWriter(null, XyzWriter.create(file), once);
            case SMILES ->
                throw new InputException(
                        file + ": SMILES is read, not written, because it holds no coordinates; write .sdf or .xyz");
        };
    }

    @Override
    public void write(Structure structure) {
        if (sdf != null) {
            sdf.write(
                    structure instanceof LabelledFrame frame
                            ? Conversion.toMolecule(frame, lost)
                            : (MoleculeRecord) structure);
        } else {
            xyz.write(
                    structure instanceof MoleculeRecord molecule
                            ? Conversion.toFrame(molecule, lost)
                            : (LabelledFrame) structure);
        }
    }

    @Override
    public void commit() {
        if (sdf != null) {
            sdf.commit();
        } else {
            xyz.commit();
        }
    }

    @Override
    public void close() {
        if (sdf != null) {
            sdf.close();
        } else {
            xyz.close();
        }
    }
}
