package org.lowland.io.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lowland.io.build3d.Smiles;
import org.lowland.io.file.Output;
import org.openscience.cdk.interfaces.IAtomContainer;

/** Writes molecules as one line each, with the title behind. */
final class LineNotation {
    private LineNotation() {}

    /** Canonical isomeric SMILES with a tab before the title. */
    static RecordAppender smiles(Output output) {
        return new Appender(new TextAppender(output, (structure, text) -> {
            text.append(Smiles.canonical(((MoleculeRecord) structure).molecule()));
            title(structure, text);
        }));
    }

    private static void title(Structure structure, StringBuilder text) {
        if (!structure.title().isEmpty()) {
            text.append('\t').append(structure.title().replaceAll("\\s+", " "));
        }
        text.append('\n');
    }

    /** Tells of the stereo that SMILES has no sign for. */
    private static final class Appender implements RecordAppender {
        private final TextAppender text;
        private List<String> remarks = List.of();

        Appender(TextAppender text) {
            this.text = text;
        }

        @Override
        public void append(Structure structure) {
            text.append(structure);
            List<Integer> held = stereo(((MoleculeRecord) structure).molecule());
            remarks = held.isEmpty() || held.equals(stereo(back((MoleculeRecord) structure)))
                    ? List.of()
                    : List.of("SMILES holds no hindered rotation about single bonds, and not all that there is about"
                            + " cumulenes and metals: this stereo is left out");
        }

        private static IAtomContainer back(MoleculeRecord record) {
            return Smiles.parse(Smiles.canonical(record.molecule()));
        }

        private static List<Integer> stereo(IAtomContainer molecule) {
            List<Integer> classes = new ArrayList<>();
            molecule.stereoElements().forEach(element -> classes.add(element.getConfigClass()));
            Collections.sort(classes);
            return classes;
        }

        @Override
        public List<String> remarks() {
            return remarks;
        }

        @Override
        public void finish() {
            text.finish();
        }
    }
}
