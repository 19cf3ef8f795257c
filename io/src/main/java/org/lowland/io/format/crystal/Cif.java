package org.lowland.io.format.crystal;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.file.Output;
import org.lowland.io.format.AtomsBuilder;
import org.lowland.io.format.Block;
import org.lowland.io.format.BlockReader;
import org.lowland.io.format.Head;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.RecordAppender;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;
import org.lowland.io.format.TextAppender;
import org.lowland.io.format.cell.CoincidentAtoms;
import org.openscience.cdk.config.Elements;

/**
 * CIF of crystals, one structure for each data block. The symmetry operations of the file are applied: the cell is full,
 * each atom is there once. Where it only names a space group, a {@link SpaceGroupTable} gives the operations. Sites that are
 * occupied in part are refused, and a space group whose operations are not known, since both would give another crystal. Written is the whole cell in P 1 with ten decimals. Blocks with an
 * {@code _atom_site.Cartn_x} are mmCIF.
 */
public final class Cif {
    /** Those of a face-centred cubic group. */
    private static final int MOST_OPERATIONS = 192;

    private Cif() {}

    /**
     * Reads.
     *
     * @param name for messages
     * @param text closed with the reader
     * @return a reader of its data blocks
     */
    public static RecordReader<Structure> read(String name, BufferedReader text) {
        return new BlockReader(name, text, Cif::begins, Cif::parse);
    }

    /**
     * Writes.
     *
     * @param output where the structures go
     * @return what appends them
     */
    public static RecordAppender begin(Output output) {
        int[] count = {0};
        return new TextAppender(output, (structure, text) -> append((LabelledFrame) structure, ++count[0], text));
    }

    /**
     * Knows the format.
     *
     * @param head the beginning of a file
     * @return whether a data block begins there
     */
    public static boolean isSo(Head head) {
        return head.anyLineBegins("data_") && (head.anyLineBegins("_") || head.anyLineBegins("loop_"));
    }

    private static boolean begins(String line, List<String> block) {
        return line.toLowerCase(Locale.ROOT).startsWith("data_")
                && block.stream()
                        .anyMatch(before -> before.toLowerCase(Locale.ROOT).startsWith("data_"));
    }

    private static List<Structure> parse(Block block) {
        CifText text = CifText.of(block);
        if (!text.column("_atom_site.cartn_x").isEmpty()) {
            return MacromolecularCif.structures(text, block.remarks());
        }
        List<String> x = text.column("_atom_site_fract_x", "_atom_site.fract_x");
        if (x.isEmpty()) {
            if (text.title().isEmpty()
                    || text.title().equals("global")
                    || text.column("_cell_length_a").isEmpty()) {
                return List.of();
            }
            throw new InputException("the block '" + text.title() + "' has a cell but no atoms (_atom_site_fract_x)");
        }
        LabelledFrame frame = LabelledFrame.of(crystal(text, block.remarks()));
        return List.of(text.title().isEmpty() ? frame : frame.with("name", text.title()));
    }

    private static AtomicSystem crystal(CifText text, Consumer<String> remarks) {
        Cell cell = Cell.of(
                CellParameters.vectors(
                        parameter(text, "length_a"),
                        parameter(text, "length_b"),
                        parameter(text, "length_c"),
                        parameter(text, "angle_alpha"),
                        parameter(text, "angle_beta"),
                        parameter(text, "angle_gamma")),
                true,
                true,
                true);
        List<SymmetryOperation> operations = operations(text, cell, remarks);
        AtomsBuilder atoms = new AtomsBuilder();
        for (CifSite site : CifSite.all(text)) {
            for (double[] place : site.images(operations, cell)) {
                atoms.add(site.element(), AtomsBuilder.cartesian(cell, place));
            }
        }
        return CoincidentAtoms.once(atoms.system(Optional.of(cell)).build());
    }

    private static double parameter(CifText text, String which) {
        String name = "_cell_" + which;
        Optional<String> value = text.value(name, "_cell." + which);
        if (value.isEmpty() && which.startsWith("angle")) {
            return 90;
        }
        return CifText.number(
                value.orElseThrow(() -> new InputException(name + " is missing; a crystal needs its cell")), name);
    }

    private static List<SymmetryOperation> operations(CifText text, Cell cell, Consumer<String> remarks) {
        List<String> written = text.column(
                "_space_group_symop_operation_xyz",
                "_symmetry_equiv_pos_as_xyz",
                "_space_group_symop.operation_xyz",
                "_symmetry_equiv.pos_as_xyz");
        if (written.size() > MOST_OPERATIONS) {
            throw new InputException("there are " + written.size()
                    + " symmetry operations; no space group has more than " + MOST_OPERATIONS);
        }
        if (!written.isEmpty()) {
            List<SymmetryOperation> operations = new ArrayList<>(
                    written.stream().map(SymmetryOperation::parse).toList());
            // atoms that are given stay where they are given
            operations.sort((one, other) -> Boolean.compare(other.isIdentity(), one.isIdentity()));
            return operations;
        }
        return SpaceGroupSymbol.of(text)
                .map(symbol -> symbol.operations(SpaceGroupSymbol.library(), cell, remarks))
                .orElseGet(() -> List.of(SymmetryOperation.parse("x,y,z")));
    }

    private static void append(LabelledFrame frame, int number, StringBuilder text) {
        AtomicSystem system = frame.system();
        Cell cell = system.cell()
                .filter(given -> given.isPeriodic(0) && given.isPeriodic(1) && given.isPeriodic(2))
                .orElseThrow(() -> new InputException(
                        "CIF needs a cell that is periodic along three vectors; this structure has none"));
        String title = frame.title().replaceAll("[^\\w.-]+", "_");
        text.append("data_")
                .append(title.isEmpty() ? "structure_" + number : title)
                .append('\n');
        double[] parameters = CellParameters.of(cell);
        String[] names = {"length_a", "length_b", "length_c", "angle_alpha", "angle_beta", "angle_gamma"};
        for (int k = 0; k < 6; k++) {
            text.append(String.format(Locale.ROOT, "_cell_%-12s %.10f%n", names[k], parameters[k])
                    .replace("\r", ""));
        }
        text.append("_symmetry_space_group_name_H-M 'P 1'\n_symmetry_Int_Tables_number 1\n");
        text.append("loop_\n_symmetry_equiv_pos_as_xyz\n'x, y, z'\nloop_\n_atom_site_label\n_atom_site_type_symbol\n");
        text.append("_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n");
        double[] inverse = cell.inverse();
        for (int atom = 0; atom < system.size(); atom++) {
            String symbol = Elements.ofNumber(system.atomicNumber(atom)).symbol();
            text.append(symbol).append(atom + 1).append(' ').append(symbol);
            double[] place = AtomsBuilder.fractions(
                    inverse, system.position(atom, 0), system.position(atom, 1), system.position(atom, 2));
            for (double fraction : place) {
                text.append(String.format(Locale.ROOT, " %.10f", fraction));
            }
            text.append(" 1.0\n");
        }
        text.append('\n');
    }
}
