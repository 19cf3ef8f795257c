package org.lowland.io.format.crystal;

import java.io.BufferedReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.api.system.Units;
import org.lowland.io.file.Output;
import org.lowland.io.format.BlockReader;
import org.lowland.io.format.Head;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.RecordAppender;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;
import org.lowland.io.format.TextAppender;

/**
 * XSF of XCrySDen: molecules, polymers, slabs and crystals; forces in hartree/Å, as its documentation says. Of an
 * animation ({@code ANIMSTEPS}) every step is a structure; grids of data are passed over. What is written is one
 * structure.
 */
public final class Xsf {
    private static final List<String> KINDS = List.of("MOLECULE", "POLYMER", "SLAB", "CRYSTAL");

    private Xsf() {}

    /**
     * Reads.
     *
     * @param name for messages
     * @param text closed with the reader
     * @return a reader of its structures
     */
    public static RecordReader<Structure> read(String name, BufferedReader text) {
        XsfState state = new XsfState();
        return new BlockReader(name, text, XsfState::beginsStep, state::parse);
    }

    /**
     * Writes.
     *
     * @param output where the structure goes
     * @return what appends it
     */
    public static RecordAppender begin(Output output) {
        return new TextAppender(output, Xsf::append);
    }

    /**
     * Knows the format.
     *
     * @param head the beginning of a file
     * @return whether its first word is one of the format's
     */
    public static boolean isSo(Head head) {
        String first = head.lines().stream()
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
        return KINDS.contains(first)
                || first.equals("ATOMS")
                || first.startsWith("ANIMSTEPS")
                || first.equals("DIM-GROUP");
    }

    private static void append(Structure structure, StringBuilder text) {
        LabelledFrame frame = (LabelledFrame) structure;
        AtomicSystem system = frame.system();
        Optional<Cell> cell = system.cell().filter(Cell::isPeriodic);
        if (!frame.title().isEmpty()) {
            text.append("# ").append(frame.title().replaceAll("\\s+", " ")).append('\n');
        }
        if (cell.isPresent()) {
            text.append(KINDS.get(axes(cell.get()))).append("\nPRIMVEC\n");
            for (int vector = 0; vector < 3; vector++) {
                for (int axis = 0; axis < 3; axis++) {
                    text.append(
                            String.format(Locale.ROOT, " %16.10f", cell.get().component(vector, axis)));
                }
                text.append('\n');
            }
            text.append("PRIMCOORD\n").append(system.size()).append(" 1\n");
        } else {
            text.append("ATOMS\n");
        }
        Optional<double[]> forces = frame.forces();
        for (int atom = 0; atom < system.size(); atom++) {
            text.append(String.format(Locale.ROOT, "%4d", system.atomicNumber(atom)));
            for (int axis = 0; axis < 3; axis++) {
                text.append(String.format(Locale.ROOT, " %16.10f", system.position(atom, axis)));
            }
            for (int axis = 0; axis < 3 && forces.isPresent(); axis++) {
                text.append(String.format(Locale.ROOT, " %16.10f", forces.get()[3 * atom + axis] / Units.HARTREE));
            }
            text.append('\n');
        }
    }

    private static int axes(Cell cell) {
        int axes = 0;
        for (int vector = 0; vector < 3; vector++) {
            axes += cell.isPeriodic(vector) ? 1 : 0;
        }
        boolean inOrder = axes == 3 || axes == 2 && !cell.isPeriodic(2) || axes == 1 && cell.isPeriodic(0);
        if (!inOrder) {
            throw new InputException("XSF holds slabs periodic along a and b and polymers along a only;"
                    + " exchange the vectors of the cell, or write .xyz");
        }
        return axes;
    }
}
