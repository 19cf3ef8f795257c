package org.lowland.io.format.molecule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the formula of an InChI claims, looked at before anything is built of it: {@code 22222CH} is eight characters, and
 * as many molecules as it says.
 */
final class InchiFormula {
    /** The atoms besides hydrogen that a standard InChI may have. */
    static final int MOST_ATOMS = 1023;

    private static final Pattern MOLECULE = Pattern.compile("(\\d*)((?:[A-Z][a-z]?\\d*)+)");
    private static final Pattern ATOMS = Pattern.compile("([A-Z][a-z]?)(\\d*)");

    private InchiFormula() {}

    /** Whether there are more atoms besides hydrogen than an InChI may have, or more molecules of hydrogen. */
    static boolean isTooLarge(String inchi) {
        String[] layers = inchi.split("/", 3);
        if (layers.length < 2) {
            return false;
        }
        double atoms = 0;
        Matcher molecule = MOLECULE.matcher(layers[1]);
        while (molecule.find()) {
            double heavy = 0;
            Matcher element = ATOMS.matcher(molecule.group(2));
            while (element.find()) {
                heavy += element.group(1).equals("H") ? 0 : count(element.group(2));
            }
            atoms += count(molecule.group(1)) * Math.max(1, heavy);
        }
        return atoms > MOST_ATOMS;
    }

    private static double count(String digits) {
        return digits.isEmpty() ? 1 : Double.parseDouble(digits);
    }
}
