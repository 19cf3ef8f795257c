package org.lowland.io.format.quantum;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lowland.api.system.Units;
import org.lowland.io.format.Block;
import org.lowland.io.format.BlockReader;
import org.lowland.io.format.Head;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;

/**
 * The geometries of an NWChem output with charge, multiplicity, energies and forces. The energy is the last that is told of
 * a geometry, from SCF to coupled cluster. In an optimization the line that begins with {@code @} ends what belongs to a
 * geometry: the energies after it are those of a search along a line, whose geometries are not written. Confined to one
 * thread.
 */
public final class NwChem {
    private static final String COORDINATES = "Output coordinates in ";
    private static final String NUMBER = "(-?\\d+\\.\\d+)";
    private static final Pattern ENERGY = Pattern.compile(
            "\\s*(?:Total (?:DFT|SCF|MP2|CCSD|CCSD\\(T\\)) energy\\s*[:=]?|(?:MBPT|CC)\\S* total energy / hartree\\s*=)\\s*"
                    + NUMBER + ".*");
    private static final Pattern STEP = Pattern.compile("@\\s+\\d+\\s+" + NUMBER + ".*");
    private static final Pattern CHARGE = Pattern.compile("\\s*[Cc]harge\\s*[:=]\\s*(-?\\d+)(?:\\.0*)?\\s*");
    private static final Pattern MULTIPLICITY = Pattern.compile("\\s*Spin multiplicity\\s*:\\s*(\\d+)\\s*");
    private static final Pattern OPEN_SHELLS = Pattern.compile("\\s*open shells\\s*=\\s*(\\d+)\\s*");
    private static final String GRADIENTS = "ENERGY GRADIENTS";
    private static final int HEADING = 4;

    /** Beyond this, in Hartree, the energy of a step is another one than that told before with more digits. */
    private static final double ROUNDED = 1e-6;

    private final Steps steps = new Steps();
    private int charge;
    private Optional<Integer> multiplicity = Optional.empty();

    private NwChem() {}

    /**
     * Reads.
     *
     * @param name for messages
     * @param text closed with the reader
     * @return a reader of its geometries
     */
    public static RecordReader<Structure> read(String name, BufferedReader text) {
        return new BlockReader(name, text, NwChem::begins, new NwChem()::parse);
    }

    /**
     * Knows the format.
     *
     * @param head the beginning of a file
     * @return whether the program says its name there
     */
    public static boolean isSo(Head head) {
        return head.contains("Northwest Computational Chemistry Package") || head.contains("(NWChem)");
    }

    /** A geometry begins a block when those before it have an energy. */
    private static boolean begins(String line, List<String> block) {
        return line.contains(COORDINATES) && block.stream().anyMatch(NwChem::tellsEnergy);
    }

    private static boolean tellsEnergy(String line) {
        return line.contains("energy") && ENERGY.matcher(line).matches()
                || line.startsWith("@") && STEP.matcher(line).matches();
    }

    private List<Structure> parse(Block block) {
        List<Step> found = new ArrayList<>();
        boolean ended = false;
        double energy = Double.NaN;
        for (int line = 0; line < block.size(); line++) {
            String text = block.line(line);
            if (text.contains(COORDINATES)) {
                found.add(geometry(block, line));
                ended = false;
            } else if (!ended && !found.isEmpty()) {
                Step step = found.get(found.size() - 1);
                electrons(block, line);
                if (text.contains(GRADIENTS)) {
                    step.forces(gradients(block, line + HEADING), -1);
                } else if (tellsEnergy(text)) {
                    ended = text.startsWith("@");
                    double value = energy(block, line);
                    energy = ended && Math.abs(value - energy) < ROUNDED ? energy : value;
                    step.energy(energy);
                }
            }
        }
        found.forEach(step -> step.electrons(charge, multiplicity));
        return steps.once(found);
    }

    private static double energy(Block block, int line) {
        String text = block.line(line);
        Matcher told = (text.startsWith("@") ? STEP : ENERGY).matcher(text);
        return told.matches() ? block.number(told.group(1), line) : Double.NaN;
    }

    private void electrons(Block block, int line) {
        Matcher net = CHARGE.matcher(block.line(line));
        Matcher spin = MULTIPLICITY.matcher(block.line(line));
        Matcher open = OPEN_SHELLS.matcher(block.line(line));
        if (net.matches()) {
            charge = block.whole(net.group(1), line);
        } else if (spin.matches()) {
            multiplicity = Optional.of(block.whole(spin.group(1), line));
        } else if (open.matches()) {
            multiplicity = Optional.of(block.whole(open.group(1), line) + 1);
        }
    }

    /** The element is told by the nuclear charge: tags are free words. */
    private static Step geometry(Block block, int heading) {
        double unit = block.line(heading).contains("angstroms") ? 1 : Units.BOHR;
        Step step = new Step();
        for (int line = heading + HEADING; line < block.size() && block.words(line).length >= 6; line++) {
            double[] place = block.numbers(line, 3, 3);
            for (int axis = 0; axis < 3; axis++) {
                place[axis] *= unit;
            }
            String[] words = block.words(line);
            if (words[1].toLowerCase(Locale.ROOT).startsWith("bq")) {
                block.remarks().accept("ghost atoms (bq) are left out");
            } else {
                step.add(block.element(words[2].replaceFirst("\\.0*$", ""), line), place);
            }
        }
        return step;
    }

    private static double[] gradients(Block block, int first) {
        List<double[]> rows = new ArrayList<>();
        for (int line = first; line < block.size() && block.words(line).length == 8; line++) {
            if (!block.words(line)[1].toLowerCase(Locale.ROOT).startsWith("bq")) {
                rows.add(block.numbers(line, 5, 3));
            }
        }
        return rows.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
