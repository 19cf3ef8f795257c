package org.lowland.io.format.molecule;

import java.util.Locale;
import javax.vecmath.Point3d;
import org.lowland.api.InputException;
import org.lowland.io.file.Output;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.RecordAppender;
import org.lowland.io.format.Structure;
import org.lowland.io.format.TextAppender;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/** Writes MOL2: Kekulé bonds, the types of Tripos, formal charges as the charges of the user. */
public final class Mol2Text {
    private Mol2Text() {}

    /**
     * Writes.
     *
     * @param output where the molecules go
     * @return what appends them
     */
    public static RecordAppender begin(Output output) {
        return new TextAppender(output, Mol2Text::append);
    }

    private static void append(Structure structure, StringBuilder text) {
        IAtomContainer molecule = ((MoleculeRecord) structure).molecule();
        String title = structure.title().replaceAll("\\s+", " ").strip();
        text.append("@<TRIPOS>MOLECULE\n")
                .append(title.isEmpty() ? "*****" : title)
                .append('\n');
        text.append(' ').append(molecule.getAtomCount()).append(' ').append(molecule.getBondCount());
        text.append(" 1 0 0\nSMALL\n").append(isCharged(molecule) ? "USER_CHARGES" : "NO_CHARGES");
        text.append("\n\n@<TRIPOS>ATOM\n");
        for (IAtom atom : molecule.atoms()) {
            Point3d place = atom.getPoint3d();
            if (place == null) {
                throw new InputException(
                        "Atom " + (atom.getIndex() + 1) + " has no 3D coordinates, which MOL2 needs; write .smi");
            }
            int number = atom.getIndex() + 1;
            int charge = atom.getFormalCharge() == null ? 0 : atom.getFormalCharge();
            text.append(String.format(
                            Locale.ROOT,
                            "%7d %-6s %12.6f %12.6f %12.6f %-6s 1 UNL1 %9.4f%n",
                            number,
                            atom.getSymbol() + number,
                            place.x,
                            place.y,
                            place.z,
                            type(atom),
                            (double) charge)
                    .replace("\r", ""));
        }
        // Open Babel reads no molecule without this section
        text.append("@<TRIPOS>BOND\n");
        for (IBond bond : molecule.bonds()) {
            int begin = bond.getBegin().getIndex() + 1;
            int end = bond.getEnd().getIndex() + 1;
            text.append(String.format(Locale.ROOT, "%6d %5d %5d %s\n", bond.getIndex() + 1, begin, end, order(bond)));
        }
        text.append('\n');
    }

    private static boolean isCharged(IAtomContainer molecule) {
        for (IAtom atom : molecule.atoms()) {
            if (atom.getFormalCharge() != null && atom.getFormalCharge() != 0) {
                return true;
            }
        }
        return false;
    }

    private static String order(IBond bond) {
        if (bond.getOrder() == IBond.Order.UNSET && bond.isAromatic()) {
            return "ar";
        }
        int order = bond.getOrder() == null ? 0 : bond.getOrder().numeric();
        if (order < 1 || order > 3) {
            throw new InputException("Bond " + (bond.getIndex() + 1) + " has the order " + bond.getOrder()
                    + ", which MOL2 does not know; give 1, 2 or 3");
        }
        return String.valueOf(order);
    }

    private static String type(IAtom atom) {
        int neighbours = atom.getBondCount();
        int most = 1;
        for (IBond bond : atom.bonds()) {
            most = Math.max(most, bond.getOrder() == null ? 1 : bond.getOrder().numeric());
        }
        String hybrid = most == 3 ? ".1" : most == 2 ? ".2" : ".3";
        return switch (atom.getAtomicNumber()) {
            case 6 -> "C" + (most == 2 && doubles(atom) > 1 ? ".1" : hybrid);
            case 7 -> neighbours == 4 ? "N.4" : "N" + hybrid;
            case 8 -> "O" + hybrid;
            case 15 -> "P.3";
            case 16 -> sulphur(atom, hybrid);
            default -> atom.getSymbol();
        };
    }

    private static String sulphur(IAtom atom, String hybrid) {
        int oxygens = 0;
        for (IBond bond : atom.bonds()) {
            boolean terminal = bond.getOther(atom).getAtomicNumber() == 8 && bond.getOrder() == IBond.Order.DOUBLE;
            oxygens += terminal ? 1 : 0;
        }
        return oxygens == 1 ? "S.o" : oxygens == 2 ? "S.o2" : "S" + hybrid;
    }

    private static int doubles(IAtom atom) {
        int doubles = 0;
        for (IBond bond : atom.bonds()) {
            doubles += bond.getOrder() == IBond.Order.DOUBLE ? 1 : 0;
        }
        return doubles;
    }
}
