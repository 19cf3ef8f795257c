package org.lowland.io.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lowland.io.build3d.Smiles;
import org.lowland.io.file.Output;
import org.openscience.cdk.interfaces.IAtomContainer;

/** Writes molecules as one line each, with the title behind. */
public final class LineNotation {
    private LineNotation() {}

    /** Canonical isomeric SMILES with a tab before the title; tells of the stereo that SMILES has no sign for. */
    static RecordAppender smiles(Output output) {
        TextAppender lines = new TextAppender(output, (structure, text) -> {
            text.append(Smiles.canonical(((MoleculeRecord) structure).molecule()));
            endLine(structure, text);
        });
        return new CheckedAppender(
                lines,
                LineNotation::holdsStereo,
                "SMILES holds no hindered rotation about single bonds, and not all that there is about cumulenes and"
                        + " metals: this stereo is left out");
    }

    /**
     * Ends a line with a tab and the title, where there is one.
     *
     * @param structure whose title
     * @param text that the line stands in
     */
    public static void endLine(Structure structure, StringBuilder text) {
        if (!structure.title().isEmpty()) {
            text.append('\t').append(structure.title().replaceAll("\\s+", " "));
        }
        text.append('\n');
    }

    private static boolean holdsStereo(MoleculeRecord record) {
        List<Integer> held = stereo(record.molecule());
        return held.isEmpty() || held.equals(stereo(Smiles.parse(Smiles.canonical(record.molecule()))));
    }

    /**
     * The kinds of stereo that a molecule declares.
     *
     * @param molecule any
     * @return CDK's class of each element, in ascending order
     */
    public static List<Integer> stereo(IAtomContainer molecule) {
        List<Integer> classes = new ArrayList<>();
        molecule.stereoElements().forEach(element -> classes.add(element.getConfigClass()));
        Collections.sort(classes);
        return classes;
    }
}
