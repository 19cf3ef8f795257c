package org.lowland.io.format.quantum;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lowland.io.format.Block;
import org.lowland.io.format.BlockReader;
import org.lowland.io.format.Head;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;

/**
 * The geometries of a Gaussian output with charge, multiplicity, energies and forces. The program writes a geometry as it
 * was given (input orientation) and turned into the axes of its symmetry (standard orientation); the first one is taken
 * where both are there, since forces belong to it. The energy is that of the SCF, and of what is computed after it: MP2
 * to MP4, double hybrids, coupled cluster, excited states. Confined to one thread.
 */
public final class Gaussian {
    private static final Pattern ORIENTATION = Pattern.compile("\\s*(Input|Z-Matrix|Standard) orientation:\\s*");
    private static final Pattern ELECTRONS = Pattern.compile(" Charge =\\s*(-?\\d+) Multiplicity =\\s*(\\d+)"
            + "\\s*(?:in supermolecule.*|for \\w+\\s+level calculation on real .*)?");
    private static final Pattern ENERGY = Pattern.compile("(?:^ SCF Done:\\s+E\\(\\S+\\)|\\bEUMP[23]|\\bUMP4\\(\\w+\\)"
            + "|^ E2\\([^)]+\\).*E\\([^)]+\\)|\\b(?:CCSD|QCISD)\\(T\\)|\\bE\\(CORR\\)|Total Energy, E\\([^)]+\\)"
            + "|ONIOM: extrapolated energy|Counterpoise corrected energy)"
            + "\\s*=\\s*(-?\\d*\\.\\d+(?:[DdEe][-+]?\\d+)?)");
    private static final String FORCES = "Forces (Hartrees/Bohr)";
    private static final String GHOSTS = "ghost and dummy atoms are left out";
    private static final int HEADING = 5;
    private static final int HEADING_OF_FORCES = 3;

    private final Steps steps = new Steps();
    private int charge;
    private Optional<Integer> multiplicity = Optional.empty();

    private Gaussian() {}

    /**
     * Reads.
     *
     * @param name for messages
     * @param text closed with the reader
     * @return a reader of its geometries
     */
    public static RecordReader<Structure> read(String name, BufferedReader text) {
        return new BlockReader(name, text, Gaussian::begins, new Gaussian()::parse);
    }

    /**
     * Knows the format.
     *
     * @param head the beginning of a file
     * @return whether the program says its name there
     */
    public static boolean isSo(Head head) {
        return head.contains("Entering Gaussian System") || head.contains("Gaussian, Inc.");
    }

    /** A geometry begins a block when those before it have an energy. */
    private static boolean begins(String line, List<String> block) {
        return line.contains("orientation:")
                && ORIENTATION.matcher(line).matches()
                && block.stream().anyMatch(before -> before.startsWith(" SCF Done:"));
    }

    private List<Structure> parse(Block block) {
        List<Step> found = new ArrayList<>();
        boolean asGiven = false;
        for (int line = 0; line < block.size(); line++) {
            String text = block.line(line);
            Matcher orientation = ORIENTATION.matcher(text);
            Matcher electrons = ELECTRONS.matcher(text);
            Step step = found.isEmpty() ? null : found.get(found.size() - 1);
            if (text.contains("orientation:") && orientation.matches()) {
                boolean turned = orientation.group(1).equals("Standard");
                if (!turned || !asGiven || step.hasEnergy()) {
                    found.add(geometry(block, line + HEADING));
                    asGiven = !turned;
                }
            } else if (text.startsWith(" Charge =") && electrons.matches()) {
                charge = block.whole(electrons.group(1), line);
                multiplicity = Optional.of(block.whole(electrons.group(2), line));
            } else if (step != null && text.contains(FORCES)) {
                forces(block, line + HEADING_OF_FORCES, step, asGiven);
            } else if (step != null && text.indexOf('=') >= 0) {
                Matcher energy = ENERGY.matcher(text);
                if (energy.find()) {
                    step.energy(block.number(energy.group(1), line));
                }
            }
        }
        return steps.once(found);
    }

    private Step geometry(Block block, int first) {
        Step step = new Step();
        for (int line = first; !isRule(block, line); line++) {
            String[] words = block.words(line);
            if (words.length < 5) {
                throw block.broken(line, "an atom has its number, element and three coordinates");
            }
            if (isGhost(words[1])) {
                block.remarks().accept(GHOSTS);
            } else {
                step.add(block.element(words[1], line), block.numbers(line, words.length - 3, 3));
            }
        }
        step.electrons(charge, multiplicity);
        return step;
    }

    private static void forces(Block block, int first, Step step, boolean asGiven) {
        if (!asGiven) {
            block.remarks()
                    .accept("forces are left out where the input orientation, to which they belong, is not there");
            return;
        }
        List<double[]> rows = new ArrayList<>();
        for (int line = first; !isRule(block, line); line++) {
            String[] words = block.words(line);
            if (words.length == 5 && !isGhost(words[1])) {
                rows.add(block.numbers(line, 2, 3));
            }
        }
        step.forces(rows.stream().flatMapToDouble(Arrays::stream).toArray(), 1);
    }

    private static boolean isRule(Block block, int line) {
        return block.line(line).strip().startsWith("------");
    }

    /** Dummies and the basis functions of atoms that are not there. */
    private static boolean isGhost(String element) {
        return element.equals("0") || element.startsWith("-");
    }
}
