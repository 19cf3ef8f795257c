package org.lowland.io.format;

import java.util.ArrayList;
import java.util.List;
import org.lowland.io.build3d.Smiles;
import org.lowland.io.file.Output;
import org.openscience.cdk.interfaces.IStereoElement;

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
            List<String> said = new ArrayList<>();
            for (IStereoElement<?, ?> element :
                    ((MoleculeRecord) structure).molecule().stereoElements()) {
                if (element.getConfigClass() == IStereoElement.Atropisomeric) {
                    said.add("SMILES holds no hindered rotation about a single bond: this stereo is left out");
                }
            }
            remarks = said;
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
