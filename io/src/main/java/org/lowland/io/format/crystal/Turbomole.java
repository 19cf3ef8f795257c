package org.lowland.io.format.crystal;

import java.io.BufferedReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.api.system.Units;
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
 * The {@code coord} files of Turbomole and xtb: {@code $coord} in Bohr, in Å ({@code angs}) or as fractions
 * ({@code frac}), with {@code $periodic}, {@code $lattice} and {@code $cell}, {@code $charge} under {@code $eht} or on its
 * own. Written in Bohr with 14 decimals.
 */
public final class Turbomole {
    private Turbomole() {}

    /**
     * Reads.
     *
     * @param name for messages
     * @param text closed with the reader
     * @return a reader of the one structure
     */
    public static RecordReader<Structure> read(String name, BufferedReader text) {
        return new BlockReader(name, text, BlockReader.Cut.NEVER, Turbomole::parse);
    }

    /**
     * Writes.
     *
     * @param output where the structure goes
     * @return what appends it
     */
    public static RecordAppender begin(Output output) {
        return new TextAppender(output, Turbomole::append);
    }

    /**
     * Knows the format.
     *
     * @param head the beginning of a file
     * @return whether a group of coordinates begins there
     */
    public static boolean isSo(Head head) {
        return head.firstLine().startsWith("$") && head.anyLineBegins("$coord");
    }

    private static List<Structure> parse(Block block) {
        int coordinates = -1;
        int periodic = 0;
        int charge = 0;
        double[] vectors = null;
        for (int line = 0; line < block.size(); line++) {
            String text = block.line(line).strip().toLowerCase(Locale.ROOT);
            String[] words = block.words(line);
            if (text.startsWith("$coord")) {
                coordinates = line;
            } else if (text.startsWith("$periodic")) {
                periodic = block.whole(words.length > 1 ? words[1] : "", line);
            } else if (text.startsWith("$lattice")) {
                vectors = lattice(block, line, unit(text));
            } else if (text.startsWith("$cell")) {
                vectors = parameters(block, line, unit(text));
            } else if (text.startsWith("$charge")) {
                charge = block.whole(block.words(line + 1)[0], line + 1);
            } else if (text.startsWith("$eht") && text.contains("charge=")) {
                charge = block.whole(text.replaceAll(".*charge=\\s*([-+]?\\d+).*", "$1"), line);
            }
        }
        if (coordinates < 0) {
            throw new InputException("there is no group $coord; a coord file has one");
        }
        if (periodic < 0 || periodic > 3 || periodic > 0 && vectors == null) {
            throw new InputException("$periodic " + periodic + " needs a $lattice or $cell");
        }
        Optional<Cell> cell =
                periodic == 0 ? Optional.empty() : Optional.of(Cell.of(vectors, true, periodic > 1, periodic > 2));
        AtomsBuilder atoms = atoms(block, coordinates, cell);
        return List.of(LabelledFrame.of(atoms.system(cell).charge(charge).build()));
    }

    private static AtomsBuilder atoms(Block block, int head, Optional<Cell> cell) {
        String kind = block.line(head).toLowerCase(Locale.ROOT);
        boolean fractions = kind.contains("frac");
        if (fractions && cell.isEmpty()) {
            throw block.broken(head, "fractions need $periodic and a cell");
        }
        AtomsBuilder atoms = new AtomsBuilder();
        for (int line = head + 1;
                line < block.size() && !block.line(line).strip().startsWith("$");
                line++) {
            String[] words = block.words(line);
            if (words.length == 0) {
                continue;
            }
            if (words.length < 4) {
                throw block.broken(line, "three coordinates and a symbol belong here");
            }
            double[] given = block.numbers(line, 0, 3);
            double unit = fractions ? 1 : unit(kind);
            double[] place = Arrays.stream(given).map(value -> value * unit).toArray();
            boolean fixed = words.length > 4 && words[4].equalsIgnoreCase("f");
            atoms.add(
                    block.element(words[3], line),
                    fractions ? AtomsBuilder.cartesian(cell.orElseThrow(), place) : place,
                    fixed);
        }
        return atoms;
    }

    private static double unit(String head) {
        return head.contains("angs") ? 1 : Units.BOHR;
    }

    private static double[] lattice(Block block, int head, double unit) {
        double[] vectors = new double[9];
        for (int vector = 0; vector < 3; vector++) {
            String[] words = block.words(head + 1 + vector);
            if (words.length > 0 && words[0].startsWith("$") || words.length == 0) {
                vectors[4 * vector] = 1;
                continue;
            }
            double[] given = block.numbers(head + 1 + vector, 0, Math.min(3, words.length));
            for (int axis = 0; axis < given.length; axis++) {
                vectors[3 * vector + axis] = given[axis] * unit;
            }
        }
        return vectors;
    }

    private static double[] parameters(Block block, int head, double unit) {
        double[] given = block.numbers(head + 1, 0, 6);
        return CellParameters.vectors(given[0] * unit, given[1] * unit, given[2] * unit, given[3], given[4], given[5]);
    }

    private static void append(Structure structure, StringBuilder text) {
        AtomicSystem system = ((LabelledFrame) structure).system();
        text.append("$coord\n");
        for (int atom = 0; atom < system.size(); atom++) {
            for (int axis = 0; axis < 3; axis++) {
                text.append(String.format(Locale.ROOT, " %20.14f", system.position(atom, axis) / Units.BOHR));
            }
            String symbol = Elements.ofNumber(system.atomicNumber(atom)).symbol();
            text.append("  ").append(symbol.toLowerCase(Locale.ROOT)).append(system.isFixed(atom) ? " f\n" : "\n");
        }
        if (system.isPeriodic()) {
            Cell cell = system.cell().orElseThrow();
            int axes = 0;
            for (int vector = 0; vector < 3; vector++) {
                axes += cell.isPeriodic(vector) ? 1 : 0;
                if (cell.isPeriodic(vector) && axes != vector + 1) {
                    throw new InputException("coord holds slabs periodic along a and b and polymers along a only;"
                            + " exchange the vectors of the cell, or write .xyz");
                }
            }
            text.append("$periodic ").append(axes).append("\n$lattice bohr\n");
            for (int vector = 0; vector < 3; vector++) {
                for (int axis = 0; axis < 3; axis++) {
                    double value = cell.component(vector, axis) / Units.BOHR;
                    text.append(String.format(Locale.ROOT, " %20.14f", value));
                }
                text.append('\n');
            }
        }
        if (system.charge() != 0) {
            text.append("$eht charge=").append(system.charge()).append('\n');
        }
        text.append("$end\n");
    }
}
