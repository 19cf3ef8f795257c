package org.lowland.io.format.crystal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.api.system.Units;
import org.lowland.io.format.AtomColumn;
import org.lowland.io.format.AtomsBuilder;
import org.lowland.io.format.Block;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.Structure;

/** What an XSF file has said so far: the steps of an animation may share one cell. Confined to one thread. */
final class XsfState {
    private int axes;
    private double[] vectors;

    /** Whether a line begins the atoms of another step. */
    static boolean beginsStep(String line, List<String> block) {
        String word = line.strip();
        boolean starts = word.startsWith("ATOMS") || word.startsWith("PRIMVEC") || word.startsWith("PRIMCOORD");
        return starts && block.stream().anyMatch(before -> isOfAtoms(before.strip()));
    }

    private static boolean isOfAtoms(String line) {
        return line.startsWith("ATOMS") || line.startsWith("PRIMCOORD");
    }

    /** Reads the atoms of a step with what stands before them. */
    List<Structure> parse(Block block) {
        String title = "";
        for (int line = 0; line < block.size(); line++) {
            String text = block.line(line).strip();
            String word = text.split("\\s+", 2)[0];
            switch (word) {
                case "MOLECULE" -> axes = 0;
                case "POLYMER" -> axes = 1;
                case "SLAB" -> axes = 2;
                case "CRYSTAL" -> axes = 3;
                case "DIM-GROUP" -> axes = block.whole(block.words(line + 1)[0], line + 1);
                case "PRIMVEC" -> vectors = vectors(block, line + 1);
                case "ATOMS" -> {
                    return List.of(atoms(block, line + 1, Integer.MAX_VALUE, title));
                }
                case "PRIMCOORD" -> {
                    String[] words = block.words(line + 1);
                    int count = words.length == 0 ? 0 : block.whole(words[0], line + 1);
                    return List.of(atoms(block, line + 2, count, title));
                }
                default ->
                    title = title.isEmpty() && text.startsWith("#")
                            ? text.substring(1).strip()
                            : title;
            }
        }
        return List.of();
    }

    private static double[] vectors(Block block, int first) {
        double[] vectors = new double[9];
        for (int vector = 0; vector < 3; vector++) {
            System.arraycopy(block.numbers(first + vector, 0, 3), 0, vectors, 3 * vector, 3);
        }
        return vectors;
    }

    private Structure atoms(Block block, int first, int count, String title) {
        AtomsBuilder atoms = new AtomsBuilder();
        List<String> forces = new ArrayList<>();
        int line = first;
        while (atoms.size() < count && line < block.size() && Block.elementOrZero(symbol(block, line)) > 0) {
            atoms.add(block.element(symbol(block, line), line), block.numbers(line, 1, 3));
            if (block.words(line).length >= 7) {
                for (double force : block.numbers(line, 4, 3)) {
                    forces.add(Double.toString(force * Units.HARTREE));
                }
            }
            line++;
        }
        if (count != Integer.MAX_VALUE && atoms.size() != count) {
            throw block.broken(
                    Math.min(line, block.size() - 1), "there are " + atoms.size() + " of " + count + " atoms");
        }
        Optional<Cell> cell = axes == 0 || vectors == null
                ? Optional.empty()
                : Optional.of(Cell.of(vectors, true, axes > 1, axes > 2));
        AtomicSystem system = atoms.system(cell).build();
        LabelledFrame frame = LabelledFrame.of(system);
        if (forces.size() == 3 * system.size()) {
            frame = new LabelledFrame(
                    system, Optional.empty(), "", frame.info(), List.of(new AtomColumn("forces", 'R', 3, forces)));
        }
        return title.isEmpty() ? frame : frame.with("name", title);
    }

    private static String symbol(Block block, int line) {
        String[] words = block.words(line);
        return words.length < 4 ? "" : words[0];
    }
}
