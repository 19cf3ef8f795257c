package org.lowland.io.format.quantum;

import java.io.BufferedReader;
import java.util.List;
import java.util.Optional;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Units;
import org.lowland.io.format.AtomsBuilder;
import org.lowland.io.format.Block;
import org.lowland.io.format.BlockReader;
import org.lowland.io.format.Head;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;

/**
 * The geometries of an ORCA output, in the order of the run, each with the last {@code FINAL SINGLE POINT ENERGY} before
 * the next one. Charge and multiplicity are those of the input's {@code * xyz} line, as the output repeats it.
 */
public final class Orca {
    private static final String COORDINATES = "CARTESIAN COORDINATES (ANGSTROEM)";
    private static final String ENERGY = "FINAL SINGLE POINT ENERGY";
    private static final String CHARGE = "Total Charge";
    private static final String MULTIPLICITY = "Multiplicity";

    private Orca() {}

    /**
     * Reads.
     *
     * @param name for messages
     * @param text closed with the reader
     * @return a reader of its geometries
     */
    public static RecordReader<Structure> read(String name, BufferedReader text) {
        return new BlockReader(name, text, (line, block) -> line.strip().equals(COORDINATES), Orca::parse);
    }

    /**
     * Knows the format.
     *
     * @param head the beginning of a file
     * @return whether the program says its name there
     */
    public static boolean isSo(Head head) {
        return head.contains("* O   R   C   A *");
    }

    private static List<Structure> parse(Block block) {
        if (!block.line(0).strip().equals(COORDINATES)) {
            return List.of();
        }
        AtomsBuilder atoms = new AtomsBuilder();
        int line = 2;
        while (line < block.size() && block.words(line).length == 4) {
            atoms.add(block.element(block.words(line)[0], line), block.numbers(line, 1, 3));
            line++;
        }
        Optional<Double> energy = Optional.empty();
        int charge = 0;
        Optional<Integer> multiplicity = Optional.empty();
        for (; line < block.size(); line++) {
            String text = block.line(line);
            String[] words = text.contains(ENERGY) || text.contains(CHARGE) || text.contains(MULTIPLICITY)
                    ? block.words(line)
                    : new String[0];
            if (text.contains(ENERGY) && words.length >= 5) {
                energy = Optional.of(block.number(words[4], line) * Units.HARTREE);
            } else if (text.strip().startsWith(CHARGE) && words.length >= 5) {
                charge = block.whole(words[4], line);
            } else if (text.strip().startsWith(MULTIPLICITY) && words.length == 4 && words[1].equals("Mult")) {
                multiplicity = Optional.of(block.whole(words[3], line));
            }
        }
        AtomicSystem.Builder system = atoms.system(Optional.empty()).charge(charge);
        multiplicity.ifPresent(system::multiplicity);
        LabelledFrame frame = LabelledFrame.of(system.build());
        return List.of(energy.isPresent() ? frame.with("energy", energy.get().toString()) : frame);
    }
}
