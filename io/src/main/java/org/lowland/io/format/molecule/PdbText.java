package org.lowland.io.format.molecule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lowland.api.InputException;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.file.Output;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.RecordAppender;
import org.lowland.io.format.Structure;
import org.lowland.io.format.TextAppender;
import org.lowland.io.format.crystal.CellParameters;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/** Writes PDB: each structure up to an {@code END}, bonds as {@code CONECT} as often as their order says. */
public final class PdbText {
    private static final int MOST = 99_999;
    private static final int TITLE_WIDTH = 70;

    private PdbText() {}

    /**
     * Writes.
     *
     * @param output where the structures go
     * @return what appends them
     */
    public static RecordAppender begin(Output output) {
        return new TextAppender(output, PdbText::append);
    }

    private static void append(Structure structure, StringBuilder text) {
        AtomicSystem system = structure instanceof LabelledFrame frame
                ? frame.system()
                : Molecules.toSystem(((MoleculeRecord) structure).molecule());
        if (system.size() > MOST) {
            throw new InputException("PDB holds at most " + MOST + " atoms; write mmCIF or .xyz");
        }
        String title = structure.title().replaceAll("\\s+", " ");
        if (!title.isEmpty()) {
            title(title, text);
        }
        system.cell().filter(Cell::isPeriodic).ifPresent(cell -> cell(cell, text));
        for (int atom = 0; atom < system.size(); atom++) {
            atom(structure, system, atom, text);
        }
        if (structure instanceof MoleculeRecord molecule) {
            bonds(molecule.molecule(), text);
        }
        text.append("END\n");
    }

    /** Cut before blanks where there are any; the continuations are numbered. */
    private static void title(String title, StringBuilder text) {
        String rest = title;
        for (int line = 1; !rest.isEmpty(); line++) {
            int cut = rest.length();
            if (cut > TITLE_WIDTH) {
                int blank = rest.lastIndexOf(' ', TITLE_WIDTH);
                cut = blank > 0 ? blank : TITLE_WIDTH;
            }
            text.append(line == 1 ? "TITLE     " : String.format(Locale.ROOT, "TITLE   %2d", line));
            text.append(rest, 0, cut).append('\n');
            rest = rest.substring(cut);
        }
    }

    private static void cell(Cell cell, StringBuilder text) {
        if (!cell.isPeriodic(0) || !cell.isPeriodic(1) || !cell.isPeriodic(2)) {
            throw new InputException("PDB holds crystals only, no slabs or chains; write .xyz");
        }
        double[] p = CellParameters.of(cell);
        text.append(String.format(
                Locale.ROOT,
                "CRYST1%9.3f%9.3f%9.3f%7.2f%7.2f%7.2f P 1           1\n",
                p[0],
                p[1],
                p[2],
                p[3],
                p[4],
                p[5]));
    }

    private static void atom(Structure structure, AtomicSystem system, int atom, StringBuilder text) {
        String symbol = Elements.ofNumber(system.atomicNumber(atom)).symbol().toUpperCase(Locale.ROOT);
        String name = symbol + (atom + 1);
        String placed = symbol.length() == 1 && name.length() < 4 ? " " + name : name;
        int charge = structure instanceof MoleculeRecord molecule
                ? charge(molecule.molecule().getAtom(atom))
                : 0;
        text.append(String.format(
                Locale.ROOT, "HETATM%5d %-4.4s UNL A   1    ", atom + 1, placed.length() > 4 ? symbol : placed));
        for (int axis = 0; axis < 3; axis++) {
            double value = system.position(atom, axis);
            if (value < -999.9995 || value >= 9999.9995) {
                throw new InputException("atom " + (atom + 1) + " lies " + value
                        + " Å from the origin, which PDB has no columns for; write .xyz");
            }
            text.append(String.format(Locale.ROOT, "%8.3f", value));
        }
        String shown = charge == 0 ? "" : Math.abs(charge) + (charge < 0 ? "-" : "+");
        text.append(String.format(Locale.ROOT, "  1.00  0.00          %2s%2s\n", symbol, shown));
    }

    private static int charge(IAtom atom) {
        int charge = atom.getFormalCharge() == null ? 0 : atom.getFormalCharge();
        if (Math.abs(charge) > 9) {
            throw new InputException(
                    "atom " + (atom.getIndex() + 1) + " has the charge " + charge + ", which PDB has no columns for");
        }
        return charge;
    }

    private static void bonds(IAtomContainer molecule, StringBuilder text) {
        for (IAtom atom : molecule.atoms()) {
            List<Integer> partners = new ArrayList<>();
            for (IBond bond : atom.bonds()) {
                int order = bond.getOrder() == null || bond.getOrder() == IBond.Order.UNSET
                        ? 1
                        : bond.getOrder().numeric();
                for (int k = 0; k < order; k++) {
                    partners.add(bond.getOther(atom).getIndex() + 1);
                }
            }
            for (int from = 0; from < partners.size(); from += 4) {
                text.append(String.format(Locale.ROOT, "CONECT%5d", atom.getIndex() + 1));
                for (int partner : partners.subList(from, Math.min(partners.size(), from + 4))) {
                    text.append(String.format(Locale.ROOT, "%5d", partner));
                }
                text.append('\n');
            }
        }
    }
}
