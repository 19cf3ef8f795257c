package org.lowland.io.format.molecule;

import java.io.BufferedReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lowland.api.InputException;
import org.lowland.io.format.Block;
import org.lowland.io.format.BlockReader;
import org.lowland.io.format.Head;
import org.lowland.io.format.MoleculeBuilder;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IBond;

/**
 * MOL2 of Tripos, read. The format has partial charges of atoms only: where all of them are whole numbers and one is not 0
 * they are taken as formal charges, else formal charges follow from the bonds (ammonium, carboxylates, nitro groups,
 * simple ions).
 */
public final class Mol2 {
    private static final String SECTION = "@<TRIPOS>";

    private Mol2() {}

    /**
     * Reads.
     *
     * @param name for messages
     * @param text closed with the reader
     * @return a reader of its molecules
     */
    public static RecordReader<Structure> read(String name, BufferedReader text) {
        return new BlockReader(name, text, Mol2::begins, Mol2::parse);
    }

    /**
     * Knows the format.
     *
     * @param head the beginning of a file
     * @return whether one of its sections begins there
     */
    public static boolean isSo(Head head) {
        return head.anyLineBegins("@<tripos>molecule");
    }

    private static boolean begins(String line, List<String> block) {
        return line.startsWith(SECTION + "MOLECULE") && block.stream().anyMatch(before -> before.startsWith(SECTION));
    }

    private static List<Structure> parse(Block block) {
        Map<String, Integer> sections = new HashMap<>();
        for (int line = 0; line < block.size(); line++) {
            if (block.line(line).startsWith(SECTION)) {
                sections.putIfAbsent(
                        block.line(line).substring(SECTION.length()).strip(), line);
            }
        }
        if (!sections.containsKey("MOLECULE")) {
            return List.of();
        }
        int head = sections.get("MOLECULE");
        String title = block.line(head + 1).strip();
        String[] counts = block.words(head + 2);
        if (counts.length == 0) {
            throw block.broken(head + 2, "the counts of atoms and bonds are missing");
        }
        int atoms = block.whole(counts[0], head + 2);
        int bonds = counts.length > 1 ? block.whole(counts[1], head + 2) : 0;
        if (atoms < 1 || bonds < 0 || (long) atoms + bonds > block.size()) {
            throw block.broken(head + 2, "the record has no lines for " + atoms + " atoms and " + bonds + " bonds");
        }
        MoleculeBuilder builder = new MoleculeBuilder();
        Map<String, Integer> places = new HashMap<>();
        double[] charges = atoms(block, section(sections, "ATOM"), atoms, builder, places);
        if (bonds > 0) {
            bonds(block, section(sections, "BOND"), bonds, builder, places);
        }
        kekulize(builder);
        if (charge(builder, charges)) {
            block.remarks().accept("the partial charges of the atoms are left out");
        }
        return List.of(MoleculeRecord.of(title.equals("*****") ? "" : title, builder.build()));
    }

    /** Where no neutral Kekulé structure goes with aromatic bonds, a nitrogen with three neighbours is positive. */
    private static void kekulize(MoleculeBuilder builder) {
        try {
            builder.kekulized();
        } catch (InputException e) {
            for (IAtom atom : builder.molecule().atoms()) {
                if (atom.getAtomicNumber() == 7 && atom.isAromatic() && atom.getBondCount() == 3) {
                    atom.setFormalCharge(1);
                    try {
                        builder.kekulized();
                        return;
                    } catch (InputException other) {
                        // the charge is not on this one
                        atom.setFormalCharge(0);
                    }
                }
            }
            throw e;
        }
    }

    private static int section(Map<String, Integer> sections, String name) {
        Integer line = sections.get(name);
        if (line == null) {
            throw new InputException("the section " + SECTION + name + " is missing; the record was cut off");
        }
        return line + 1;
    }

    private static double[] atoms(
            Block block, int first, int count, MoleculeBuilder builder, Map<String, Integer> places) {
        double[] charges = new double[count];
        for (int atom = 0; atom < count; atom++) {
            int line = first + atom;
            String[] words = block.words(line);
            if (words.length < 6) {
                throw block.broken(line, "an atom needs its number, name, three coordinates and type");
            }
            double[] place = block.numbers(line, 2, 3);
            String type = words[5].replaceAll("\\..*", "");
            places.put(words[0], atom);
            builder.atom(block.element(type, line), 0, 0, place).setProperty(Mol2.class, words[5]);
            charges[atom] = words.length > 8 ? block.number(words[8], line) : 0;
        }
        return charges;
    }

    private static void bonds(Block block, int first, int count, MoleculeBuilder builder, Map<String, Integer> places) {
        for (int bond = 0; bond < count; bond++) {
            int line = first + bond;
            String[] words = block.words(line);
            if (words.length < 4 || !places.containsKey(words[1]) || !places.containsKey(words[2])) {
                throw block.broken(line, "a bond needs its number, two atoms that are there and its type");
            }
            int order =
                    switch (words[3].toLowerCase(Locale.ROOT)) {
                        case "1", "am", "un", "du" -> 1;
                        case "2" -> 2;
                        case "3" -> 3;
                        case "ar" -> 4;
                        case "nc" -> 0;
                        default -> throw block.broken(line, "'" + words[3] + "' is not a type of bonds");
                    };
            if (order > 0) {
                builder.bond(places.get(words[1]), places.get(words[2]), order);
            }
        }
        builder.molecule().atoms().forEach(Mol2::settleCarboxylate);
    }

    /** Carboxylates and phosphates have aromatic bonds to their O.co2 by convention: one becomes double. */
    private static void settleCarboxylate(IAtom centre) {
        boolean doubled = centre.getBondCount() > 0 && hasDouble(centre);
        for (IBond bond : centre.bonds()) {
            IAtom other = bond.getOther(centre);
            if (bond.getOrder() == IBond.Order.UNSET && "O.co2".equals(other.getProperty(Mol2.class))) {
                bond.setOrder(doubled ? IBond.Order.SINGLE : IBond.Order.DOUBLE);
                bond.setIsAromatic(false);
                other.setIsAromatic(false);
                doubled = true;
            }
        }
        boolean still = false;
        for (IBond bond : centre.bonds()) {
            still |= bond.isAromatic();
        }
        centre.setIsAromatic(still);
    }

    private static boolean hasDouble(IAtom atom) {
        for (IBond bond : atom.bonds()) {
            if (bond.getOrder() == IBond.Order.DOUBLE) {
                return true;
            }
        }
        return false;
    }

    /** Gives formal charges; whether the given ones are partial. */
    private static boolean charge(MoleculeBuilder builder, double[] given) {
        boolean formal = false;
        boolean whole = true;
        for (double charge : given) {
            formal |= Math.rint(charge) != 0;
            whole &= Math.abs(charge - Math.rint(charge)) < 1e-6;
        }
        for (IAtom atom : builder.molecule().atoms()) {
            MoleculeBuilder.separateNitro(atom);
        }
        for (IAtom atom : builder.molecule().atoms()) {
            atom.setFormalCharge(
                    formal && whole ? (int) Math.rint(given[atom.getIndex()]) : MoleculeBuilder.usualCharge(atom));
            atom.removeProperty(Mol2.class);
        }
        return !whole;
    }
}
