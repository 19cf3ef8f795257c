package org.lowland.io.format;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.vecmath.Point3d;
import org.lowland.api.InputException;
import org.lowland.io.file.Limits;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.io.DefaultChemObjectReader;
import org.openscience.cdk.isomorphism.matchers.IQueryAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;

/** What both versions of the connection table have in common. */
final class CtabText {
    static final String END = "M  END";
    private static final int HEADER = 4;

    private CtabText() {}

    /** Reads the connection table at the beginning of a record; throws an InputException that names the line. */
    static Ctab parse(List<String> record, long firstLine, Limits limits) {
        if (record.size() < HEADER) {
            throw new InputException(
                    "the record ends in its header; a molecule has a header of three lines and a line of" + " counts");
        }
        String counts = record.get(HEADER - 1);
        if (counts.contains("V3000")) {
            return CtabV3000.parse(record, firstLine, limits);
        }
        Ctab table = CtabV2000.parse(record, firstLine);
        limits.requireAtoms(table.atoms());
        return table;
    }

    /** The second line with the mark that the coordinates are meant in space. */
    static String marked3d(String line) {
        StringBuilder text = new StringBuilder(line);
        while (text.length() < 22) {
            text.append(' ');
        }
        return text.replace(20, 22, "3D").toString();
    }

    /** A coordinate of an atom; throws an InputException that names the atom. */
    static double coordinate(String text, int axis, int atom, String symbol, long line) {
        String what = "the " + "xyz".charAt(axis) + " coordinate of atom " + (atom + 1)
                + (isElement(symbol) ? " (" + symbol + ")" : "");
        double value;
        try {
            value = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            String shown = text.strip();
            if (shown.equalsIgnoreCase("nan")
                    || shown.toLowerCase(java.util.Locale.ROOT).endsWith("inf")) {
                value = Double.NaN;
            } else {
                throw new InputException(
                        "line " + line + ": " + what + " is '" + shown + "', not a number; correct it", e);
            }
        }
        if (!Double.isFinite(value)) {
            throw new InputException(
                    "line " + line + ": " + what + " is " + text.strip() + ", not a finite number; correct it");
        }
        return value;
    }

    /** Has CDK read the text, and puts the coordinates in as they stand there. */
    static IAtomContainer molecule(DefaultChemObjectReader reader, Ctab table) {
        IAtomContainer molecule = read(reader, table);
        if (molecule instanceof IQueryAtomContainer) {
            throw new InputException("it holds query atoms or bonds, so it is a pattern; give a molecule");
        }
        if (molecule.getAtomCount() != table.atoms()) {
            throw new InputException("it holds " + molecule.getAtomCount() + " atoms where its counts line says "
                    + table.atoms() + "; correct it");
        }
        if (table.is3d()) {
            double[] positions = table.positions();
            for (int atom = 0; atom < table.atoms(); atom++) {
                molecule.getAtom(atom).setPoint2d(null);
                molecule.getAtom(atom)
                        .setPoint3d(new Point3d(positions[3 * atom], positions[3 * atom + 1], positions[3 * atom + 2]));
            }
        }
        return molecule;
    }

    private static IAtomContainer read(DefaultChemObjectReader reader, Ctab table) {
        String text = String.join("\n", table.lines()) + "\n";
        try (reader) {
            reader.setReader(new StringReader(text));
            IAtomContainer molecule =
                    reader.read(SilentChemObjectBuilder.getInstance().newAtomContainer());
            if (molecule != null) {
                return molecule;
            }
        } catch (CDKException | IOException | RuntimeException e) {
            // CDK's readers meet some kinds of damage with unchecked exceptions
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new InputException("CDK cannot read it (" + reason + "); correct it", e);
        }
        throw new InputException("CDK finds no molecule in it; correct it");
    }

    private static boolean isElement(String symbol) {
        return symbol.equals("D") || symbol.equals("T") || Elements.ofString(symbol) != Elements.Unknown;
    }
}
