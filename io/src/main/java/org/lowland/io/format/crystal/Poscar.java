package org.lowland.io.format.crystal;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.openscience.cdk.config.Elements;

/**
 * POSCAR and CONTCAR of VASP, with or without the line of symbols, with direct or Cartesian coordinates and selective
 * dynamics: an atom with all three flags F is fixed. Written are groups of neighbouring atoms of one element, so that the
 * order of the atoms stays, with direct coordinates of 16 decimals.
 */
public final class Poscar {
    private static final int FIRST_VECTOR = 2;
    private static final int SYMBOLS = 5;

    private Poscar() {}

    /**
     * Reads.
     *
     * @param name for messages
     * @param text closed with the reader
     * @return a reader of the one structure
     */
    public static RecordReader<Structure> read(String name, BufferedReader text) {
        return new BlockReader(name, text, BlockReader.Cut.NEVER, Poscar::parse);
    }

    /**
     * Writes.
     *
     * @param output where the structure goes
     * @return what appends it
     */
    public static RecordAppender begin(Output output) {
        return new TextAppender(output, Poscar::append);
    }

    /**
     * Knows the format.
     *
     * @param head the beginning of a file
     * @return whether a scale, three vectors and counts of atoms stand there
     */
    public static boolean isSo(Head head) {
        for (int vector = 0; vector < 3; vector++) {
            if (!head.isNumbers(FIRST_VECTOR + vector, 0, 3)) {
                return false;
            }
        }
        return head.line(1).strip().matches("[-+]?[\\d.]+([eE][-+]?\\d+)?(\\s+[\\d.]+){0,2}")
                && (head.line(SYMBOLS).strip().matches("(\\d+\\s*)+")
                        || head.line(SYMBOLS + 1).strip().matches("(\\d+\\s*)+"));
    }

    private static List<Structure> parse(Block block) {
        Cell cell = cell(block);
        int line = SYMBOLS;
        String[] symbols = block.words(line);
        if (symbols.length > 0 && Character.isDigit(symbols[0].charAt(0))) {
            symbols = block.words(0);
        } else {
            line++;
        }
        String[] counts = block.words(line);
        if (symbols.length < counts.length || counts.length == 0) {
            throw block.broken(
                    line,
                    "there are " + counts.length + " counts of atoms for " + symbols.length
                            + " symbols; write the symbols into the line before the counts");
        }
        List<Integer> elements = new ArrayList<>();
        for (int kind = 0; kind < counts.length; kind++) {
            String symbol = symbols[kind].replaceAll("[_/].*", "");
            int element = block.element(symbol, line - 1);
            int count = block.whole(counts[kind], line);
            if (count < 0 || count > block.size() - elements.size()) {
                throw block.broken(line, "the record has no lines for " + count + " atoms of " + symbol);
            }
            for (int k = 0; k < count; k++) {
                elements.add(element);
            }
        }
        line++;
        boolean selective = begins(block.line(line), "s");
        line += selective ? 1 : 0;
        boolean cartesian = begins(block.line(line), "c") || begins(block.line(line), "k");
        double scale = cartesian ? scale(block) : 1;
        AtomsBuilder atoms = new AtomsBuilder();
        for (int element : elements) {
            line++;
            double[] place = block.numbers(line, 0, 3);
            if (cartesian) {
                for (int axis = 0; axis < 3; axis++) {
                    place[axis] *= scale;
                }
            } else {
                place = AtomsBuilder.cartesian(cell, place);
            }
            atoms.add(element, place, selective && isFixed(block, line));
        }
        String comment = block.line(0).strip();
        LabelledFrame frame = LabelledFrame.of(atoms.system(Optional.of(cell)).build());
        return List.of(comment.isEmpty() ? frame : frame.with("name", comment));
    }

    private static boolean isFixed(Block block, int line) {
        String[] words = block.words(line);
        int fixed = 0;
        for (int k = 3; k < Math.min(6, words.length); k++) {
            fixed += words[k].toUpperCase(Locale.ROOT).replace(".", "").startsWith("F") ? 1 : 0;
        }
        if (fixed == 1 || fixed == 2) {
            throw block.broken(line, "an atom that may move along some axes only cannot be kept; fix all or none");
        }
        return fixed == 3;
    }

    private static boolean begins(String line, String letter) {
        return line.strip().toLowerCase(Locale.ROOT).startsWith(letter);
    }

    private static double scale(Block block) {
        double scale = block.numbers(1, 0, 1)[0];
        if (scale > 0) {
            return scale;
        }
        double volume = Cell.of(vectors(block), true, true, true).volume();
        return Math.cbrt(-scale / volume);
    }

    private static Cell cell(Block block) {
        if (block.words(1).length != 1) {
            throw block.broken(1, "one factor for the lattice belongs here");
        }
        double[] vectors = vectors(block);
        double scale = scale(block);
        if (scale == 0) {
            throw block.broken(1, "the factor for the lattice is 0");
        }
        for (int k = 0; k < 9; k++) {
            vectors[k] *= scale;
        }
        return Cell.of(vectors, true, true, true);
    }

    private static double[] vectors(Block block) {
        double[] vectors = new double[9];
        for (int vector = 0; vector < 3; vector++) {
            System.arraycopy(block.numbers(FIRST_VECTOR + vector, 0, 3), 0, vectors, 3 * vector, 3);
        }
        return vectors;
    }

    private static void append(Structure structure, StringBuilder text) {
        AtomicSystem system = ((LabelledFrame) structure).system();
        Cell cell = system.cell()
                .filter(given -> given.isPeriodic(0) && given.isPeriodic(1) && given.isPeriodic(2))
                .orElseThrow(() -> new InputException(
                        "POSCAR needs a cell that is periodic along three vectors; this structure has none"));
        String title = structure.title().replaceAll("\\s+", " ");
        text.append(title.isEmpty() ? "structure" : title).append("\n1.0\n");
        for (int vector = 0; vector < 3; vector++) {
            for (int axis = 0; axis < 3; axis++) {
                text.append(String.format(Locale.ROOT, " %21.16f", cell.component(vector, axis)));
            }
            text.append('\n');
        }
        groups(system, text);
        boolean selective = system.freeAtoms() < system.size();
        text.append(selective ? "Selective dynamics\nDirect\n" : "Direct\n");
        double[] inverse = cell.inverse();
        for (int atom = 0; atom < system.size(); atom++) {
            double[] place = AtomsBuilder.fractions(
                    inverse, system.position(atom, 0), system.position(atom, 1), system.position(atom, 2));
            for (double fraction : place) {
                text.append(String.format(Locale.ROOT, " %19.16f", fraction));
            }
            String flag = system.isFixed(atom) ? " F" : " T";
            text.append(selective ? flag.repeat(3) : "").append('\n');
        }
    }

    private static void groups(AtomicSystem system, StringBuilder text) {
        Map<Integer, int[]> groups = new LinkedHashMap<>();
        int group = 0;
        for (int atom = 0; atom < system.size(); atom++) {
            if (atom > 0 && system.atomicNumber(atom) != system.atomicNumber(atom - 1)) {
                group++;
            }
            groups.computeIfAbsent(group, k -> new int[2])[1]++;
            groups.get(group)[0] = system.atomicNumber(atom);
        }
        for (int[] one : groups.values()) {
            text.append(' ').append(Elements.ofNumber(one[0]).symbol());
        }
        text.append('\n');
        for (int[] one : groups.values()) {
            text.append(' ').append(one[1]);
        }
        text.append('\n');
    }
}
