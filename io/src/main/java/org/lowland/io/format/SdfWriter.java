package org.lowland.io.format;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import javax.vecmath.Point3d;
import org.lowland.api.InputException;
import org.lowland.io.file.TextFiles;
import org.lowland.io.file.WholeFile;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * Writes SDF records. A molecule that was read from SDF is written as the text it was read from, with its new
 * coordinates and nothing else changed; another one as V2000, or as V3000 when it is too large for that. Confined to one
 * thread.
 */
public final class SdfWriter implements RecordWriter<MoleculeRecord> {
    private final WholeFile file;
    private final Writer out;

    private final boolean modern;

    private SdfWriter(WholeFile file, Writer out, boolean modern) {
        this.file = file;
        this.out = out;
        this.modern = modern;
    }

    /**
     * Begins a file, which appears under its name with {@link #commit()}.
     *
     * @param file its name; compressed when it ends in {@code .gz}
     * @return the writer
     * @throws InputException when the folder cannot be written
     */
    public static SdfWriter create(Path file) {
        WholeFile whole = WholeFile.create(file);
        return new SdfWriter(whole, whole.writer(), false);
    }

    /**
     * Writes to text that somebody else closes.
     *
     * @param out where the records go
     * @return the writer
     */
    public static SdfWriter over(Writer out) {
        return new SdfWriter(null, out, false);
    }

    /**
     * Writes every molecule as V3000, to text that somebody else closes.
     *
     * @param out where the records go
     * @return the writer
     */
    static SdfWriter v3000(Writer out) {
        return new SdfWriter(null, out, true);
    }

    @Override
    public void write(MoleculeRecord structure) {
        StringBuilder text = new StringBuilder();
        lines(structure).forEach(line -> text.append(line).append('\n'));
        for (SdfTag tag : structure.tags()) {
            text.append(tag.header()).append('\n');
            tag.lines().forEach(line -> text.append(line).append('\n'));
            text.append('\n');
        }
        text.append("$$$$\n");
        try {
            out.append(text);
        } catch (IOException e) {
            throw new InputException(
                    "The record cannot be written (" + TextFiles.reason(e) + "); check the free space", e);
        }
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

    private List<String> lines(MoleculeRecord structure) {
        if (modern && !(structure.source().orElse(null) instanceof CtabV3000)) {
            return CtabMaker.modern(structure.title(), structure.molecule());
        }
        if (structure.source().isEmpty()) {
            return CtabMaker.lines(structure.title(), structure.molecule());
        }
        Ctab source = structure.source().get();
        if (!structure.is3d()) {
            return source.lines();
        }
        IAtomContainer molecule = structure.molecule();
        double[] positions = new double[3 * molecule.getAtomCount()];
        for (int atom = 0; atom < molecule.getAtomCount(); atom++) {
            Point3d point = molecule.getAtom(atom).getPoint3d();
            positions[3 * atom] = point.x;
            positions[3 * atom + 1] = point.y;
            positions[3 * atom + 2] = point.z;
        }
        return source.linesAt(positions);
    }
}
