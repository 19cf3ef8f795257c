package org.lowland.io.format;

import org.lowland.io.build3d.Smiles;
import org.lowland.io.file.Output;

/** Writes molecules as one line each, with the title behind. */
final class LineNotation {
    private LineNotation() {}

    /** Canonical isomeric SMILES with a tab before the title. */
    static RecordAppender smiles(Output output) {
        return new TextAppender(output, (structure, text) -> {
            text.append(Smiles.canonical(((MoleculeRecord) structure).molecule()));
            title(structure, text);
        });
    }

    static void title(Structure structure, StringBuilder text) {
        if (!structure.title().isEmpty()) {
            text.append('\t').append(structure.title().replaceAll("\\s+", " "));
        }
        text.append('\n');
    }
}
