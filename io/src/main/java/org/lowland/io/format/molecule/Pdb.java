package org.lowland.io.format.molecule;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lowland.api.InputException;
import org.lowland.api.system.Cell;
import org.lowland.io.format.AtomsBuilder;
import org.lowland.io.format.Block;
import org.lowland.io.format.BlockReader;
import org.lowland.io.format.Head;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeBuilder;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;
import org.lowland.io.format.crystal.CellParameters;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IBond;

/**
 * PDB, read. Every model is a structure, as is what stands before each {@code END}; of alternate locations the first
 * counts. {@code CONECT} gives bonds, twice or thrice for double and triple ones; where these leave no atom short of its
 * valence the structure is a molecule, else bare atoms, whose bonds are found from the geometry where they are needed. The
 * cell is kept where the space group is P 1.
 */
public final class Pdb {
    private Pdb() {}

    /**
     * Reads.
     *
     * @param name for messages
     * @param text closed with the reader
     * @return a reader of its models
     */
    public static RecordReader<Structure> read(String name, BufferedReader text) {
        return new BlockReader(
                name, text, (line, block) -> block.get(block.size() - 1).strip().equals("END"), Pdb::parse);
    }

    /**
     * Knows the format.
     *
     * @param head the beginning of a file
     * @return whether one of its records stands there
     */
    public static boolean isSo(Head head) {
        return head.lines().stream()
                .anyMatch(line -> line.matches("(ATOM  |HETATM)[ \\d]{5} .{17,}")
                        || line.matches("HEADER    .{40,}")
                        || line.startsWith("CRYST1 "));
    }

    private static List<Structure> parse(Block block) {
        List<List<PdbAtom>> models = new ArrayList<>(List.of(new ArrayList<>()));
        Set<String> seen = new HashSet<>();
        Map<Long, Integer> bonds = new HashMap<>();
        StringBuilder title = new StringBuilder();
        Optional<Cell> cell = Optional.empty();
        for (int line = 0; line < block.size(); line++) {
            String text = block.line(line);
            String kind =
                    text.length() < 6 ? text.strip() : text.substring(0, 6).strip();
            switch (kind) {
                case "ATOM", "HETATM" -> {
                    PdbAtom atom = PdbAtom.parse(block, line);
                    if (atom.alternate() == ' ' || seen.add(models.size() + atom.site())) {
                        models.get(models.size() - 1).add(atom);
                    } else {
                        block.remarks().accept("of alternate locations the first is taken: the others are left out");
                    }
                }
                case "MODEL" -> {
                    if (!models.get(models.size() - 1).isEmpty()) {
                        models.add(new ArrayList<>());
                    }
                }
                case "TITLE" ->
                    title.append(text.length() > 10 ? text.substring(10).stripTrailing() : "");
                case "CRYST1" -> cell = cell(block, line);
                case "CONECT" -> connect(block, line, bonds);
                default -> {
                    // what else is known of proteins is not kept
                }
            }
        }
        List<Structure> structures = new ArrayList<>();
        for (List<PdbAtom> atoms : models) {
            if (!atoms.isEmpty()) {
                structures.add(structure(block, title.toString().strip(), atoms, bonds, cell));
            }
        }
        return structures;
    }

    private static void connect(Block block, int line, Map<Long, Integer> bonds) {
        String text = block.line(line);
        List<Integer> serials = new ArrayList<>();
        for (int from = 6; from < Math.min(31, text.length()); from += 5) {
            String field =
                    text.substring(from, Math.min(text.length(), from + 5)).strip();
            if (!field.isEmpty()) {
                serials.add(block.whole(field, line));
            }
        }
        for (int k = 1; k < serials.size(); k++) {
            bonds.merge(pair(serials.get(0), serials.get(k)), 1, Integer::sum);
        }
    }

    private static long pair(int from, int to) {
        return ((long) from << 32) | (to & 0xffffffffL);
    }

    private static Optional<Cell> cell(Block block, int line) {
        String text = String.format(Locale.ROOT, "%-70s", block.line(line));
        double[] given = new double[6];
        for (int k = 0; k < 6; k++) {
            String field = k < 3 ? text.substring(6 + 9 * k, 15 + 9 * k) : text.substring(12 + 7 * k, 19 + 7 * k);
            given[k] = block.number(field.strip(), line);
        }
        String group = text.substring(55, 66).replace(" ", "");
        boolean isDummy = given[0] <= 1 && given[1] <= 1 && given[2] <= 1;
        if (isDummy) {
            return Optional.empty();
        }
        if (!group.isEmpty() && !group.equals("P1")) {
            block.remarks()
                    .accept("the space group is " + group + ", and the atoms alone do not fill its cell: the cell is"
                            + " left out");
            return Optional.empty();
        }
        double[] vectors = CellParameters.vectors(given[0], given[1], given[2], given[3], given[4], given[5]);
        return Optional.of(Cell.of(vectors, true, true, true));
    }

    private static Structure structure(
            Block block, String title, List<PdbAtom> atoms, Map<Long, Integer> bonds, Optional<Cell> cell) {
        Optional<MoleculeRecord> molecule = bonds.isEmpty() && !isCharged(atoms) || cell.isPresent()
                ? Optional.empty()
                : molecule(title, atoms, bonds);
        if (molecule.isPresent()) {
            return molecule.get();
        }
        if (!bonds.isEmpty()) {
            block.remarks()
                    .accept(
                            cell.isPresent()
                                    ? "a crystal is taken as bare atoms: CONECT is left out"
                                    : "CONECT leaves an atom short of its valence, as that of proteins does: it is left"
                                            + " out, and bonds are to be found from the geometry");
        }
        AtomsBuilder bare = new AtomsBuilder();
        int charge = 0;
        for (PdbAtom atom : atoms) {
            bare.add(atom.element(), atom.place());
            charge += atom.charge();
        }
        LabelledFrame frame = LabelledFrame.of(bare.system(cell).charge(charge).build());
        return title.isEmpty() ? frame : frame.with("name", title);
    }

    private static boolean isCharged(List<PdbAtom> atoms) {
        return atoms.stream().anyMatch(atom -> atom.charge() != 0);
    }

    /** Nothing where an atom has other bonds than its charge goes with: bonds or orders are left out then. */
    private static Optional<MoleculeRecord> molecule(String title, List<PdbAtom> atoms, Map<Long, Integer> bonds) {
        MoleculeBuilder builder = new MoleculeBuilder();
        Map<Integer, Integer> places = new HashMap<>();
        for (PdbAtom atom : atoms) {
            places.put(atom.serial(), builder.molecule().getAtomCount());
            builder.atom(atom.element(), atom.charge(), 0, atom.place());
        }
        for (Map.Entry<Long, Integer> bond : bonds.entrySet()) {
            int from = (int) (bond.getKey() >> 32);
            int to = (int) (long) bond.getKey();
            boolean counted = from > to && bonds.containsKey(pair(to, from));
            if (!counted && places.containsKey(from) && places.containsKey(to)) {
                int order = Math.max(bond.getValue(), bonds.getOrDefault(pair(to, from), 0));
                if (order > 3) {
                    throw new InputException("the bond between the atoms " + from + " and " + to + " is there " + order
                            + " times; CONECT gives at most triple bonds");
                }
                builder.bond(places.get(from), places.get(to), order);
            }
        }
        for (IAtom atom : builder.molecule().atoms()) {
            if (!isComplete(atom)) {
                return Optional.empty();
            }
        }
        return Optional.of(MoleculeRecord.of(title, builder.build()));
    }

    private static boolean isComplete(IAtom atom) {
        int valence = 0;
        for (IBond bond : atom.bonds()) {
            valence += bond.getOrder().numeric();
        }
        return switch (atom.getAtomicNumber()) {
            case 1 -> valence == (atom.getFormalCharge() == 0 ? 1 : 0);
            case 6 -> valence == 4 - Math.abs(atom.getFormalCharge());
            case 7 -> valence == 3 + atom.getFormalCharge();
            case 8 -> valence == 2 + atom.getFormalCharge();
            case 9 -> valence == 1 + atom.getFormalCharge();
            default -> atom.getBondCount() > 0 || atom.getFormalCharge() != 0;
        };
    }
}
