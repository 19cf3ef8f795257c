package org.lowland.jmol.verb;

import java.util.Locale;
import javajs.util.BS;
import org.jmol.util.Escape;
import org.lowland.api.potential.Evaluation;
import org.lowland.io.jmol.JmolModel;

/** Jmol's script for vectors on atoms. Images of atoms across the boundary of a crystal get those of the atoms. */
final class Arrows {
    private Arrows() {}

    /** Atoms as an expression of Jmol's scripts. */
    static String atoms(BS atoms) {
        return "{" + Escape.eBS(atoms) + "}";
    }

    /** Commands that look at the selection, with these atoms selected; afterwards the selection is as before. */
    static String select(String atoms, String commands) {
        return "save selection lowland; select " + atoms + "; " + commands + " restore selection lowland;";
    }

    /** The length of the longest force, in eV/Å. */
    static double longest(Evaluation evaluation, int atoms) {
        double longest = 0;
        for (int atom = 0; atom < atoms; atom++) {
            longest = Math.max(longest, length(evaluation, atom));
        }
        return longest;
    }

    /** Makes the forces the vibration vectors of the atoms, and their lengths the property {@code property_force}. */
    static void assign(StringBuilder script, JmolModel model, Evaluation evaluation) {
        BS all = model.everything();
        StringBuilder vectors = new StringBuilder();
        StringBuilder lengths = new StringBuilder();
        for (int atom = all.nextSetBit(0); atom >= 0; atom = all.nextSetBit(atom + 1)) {
            int place = model.place(atom).orElseThrow();
            String separator = vectors.length() == 0 ? "" : ",";
            vectors.append(String.format(
                    Locale.ROOT,
                    "%s{%.6f %.6f %.6f}",
                    separator,
                    evaluation.force(place, 0),
                    evaluation.force(place, 1),
                    evaluation.force(place, 2)));
            lengths.append(String.format(Locale.ROOT, "%s%.6f", separator, length(evaluation, place)));
        }
        String atoms = atoms(all);
        script.append(atoms + ".vxyz = [" + vectors + "]; " + atoms + ".property_force = [" + lengths + "]; ");
    }

    private static double length(Evaluation evaluation, int place) {
        return Math.sqrt(evaluation.force(place, 0) * evaluation.force(place, 0)
                + evaluation.force(place, 1) * evaluation.force(place, 1)
                + evaluation.force(place, 2) * evaluation.force(place, 2));
    }
}
