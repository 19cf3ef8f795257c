package org.lowland.io.jmol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jmol.adapter.smarter.SmarterJmolAdapter;
import org.jmol.api.JmolViewer;
import org.jmol.util.Logger;
import org.jmol.viewer.Viewer;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.file.TextFiles;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;

/**
 * Has Jmol read a file and hands its models out one after the other. The whole file is in memory. Symmetry is applied,
 * each atom of a crystal comes once. Confined to one thread.
 */
final class JmolFileReader implements RecordReader<Structure> {
    private static final Pattern MADE_UP = Pattern.compile("\\d+|\\w*E(nergy)? = .*");

    /** How much more room an atom may take in a later geometry than in the first; a lost operation at least doubles it. */
    private static final double MOST_EXPANSION = 1.7;

    /** Closer than any two atoms are, in Å. */
    private static final double APART = 0.4;

    private final String name;
    private final Viewer viewer;
    private int index;
    private String title = "";
    private double first = Double.NaN;

    private JmolFileReader(String name, Viewer viewer) {
        this.name = name;
        this.viewer = viewer;
    }

    /** Reads all of a text as a type of Jmol's. */
    static JmolFileReader of(String name, BufferedReader text, String type) {
        Viewer viewer =
                (Viewer) JmolViewer.allocateViewer(null, new SmarterJmolAdapter(), "jmol", null, null, "-n -i", null);
        Logger.setLogLevel(Logger.LEVEL_FATAL);
        try (text) {
            Path copy = Files.createTempFile("lowland", ".txt");
            try {
                try (Writer out = Files.newBufferedWriter(copy)) {
                    text.transferTo(out);
                }
                String path = copy.toString().replace('\\', '/');
                String answer = String.valueOf(viewer.scriptWait("load '" + type + "::" + path + "' {1 1 1}"));
                if (viewer.ms.ac == 0) {
                    throw new InputException(name + ": Jmol finds no structure in it as " + type + reason(answer)
                            + "; check that the file is whole and of that kind");
                }
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw TextFiles.unreadable(name, e);
        }
        return new JmolFileReader(name, viewer);
    }

    @Override
    public boolean hasNext() {
        return index < viewer.ms.mc;
    }

    @Override
    public Structure next() {
        if (!hasNext()) {
            throw new NoSuchElementException(name + " has no more models");
        }
        index++;
        title = "";
        try {
            Structure structure = unnamed(JmolModel.read(viewer, index - 1).structure());
            requireWhole(structure);
            requireApart(structure);
            title = structure.title();
            return structure;
        } catch (InputException e) {
            throw new InputException(name + ", record " + index + ": " + e.getMessage(), e);
        }
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void close() {
        viewer.dispose();
    }

    /** Without the name that Jmol makes up: the number of the model, or the energy of the one before. */
    private static Structure unnamed(Structure structure) {
        if (structure instanceof LabelledFrame frame
                && MADE_UP.matcher(frame.title()).matches()) {
            return new LabelledFrame(frame.system(), frame.evaluation(), frame.comment(), Map.of(), frame.columns());
        }
        return structure;
    }

    /**
     * Refuses a crystal that is far less dense than the first one of the run. Jmol's reader of GULP leaves the symmetry of
     * the final geometry out, so that only its asymmetric unit is there.
     */
    private void requireWhole(Structure structure) {
        if (structure instanceof LabelledFrame frame && frame.system().cell().isPresent()) {
            double room = frame.system().cell().get().volume() / frame.atoms();
            if (Double.isNaN(first)) {
                first = room;
            } else if (room > MOST_EXPANSION * first) {
                throw new InputException(
                        "Jmol does not apply the symmetry to this geometry: the cell lacks atoms that the"
                                + " first one has; let the program write all atoms of the cell (in GULP: nosymmetry)");
            }
        }
    }

    /**
     * Refuses atoms that lie on each other. Jmol's reader of CASTEP puts all geometries of an optimization with a fixed cell
     * into one.
     */
    private static void requireApart(Structure structure) {
        if (structure instanceof LabelledFrame frame) {
            AtomicSystem system = frame.system();
            List<Integer> alongX = IntStream.range(0, system.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble(atom -> system.position(atom, 0)))
                    .toList();
            for (int first = 0; first < alongX.size(); first++) {
                for (int second = first + 1;
                        second < alongX.size()
                                && system.position(alongX.get(second), 0) - system.position(alongX.get(first), 0)
                                        < APART;
                        second++) {
                    requireApart(system, alongX.get(first), alongX.get(second));
                }
            }
        }
    }

    private static void requireApart(AtomicSystem system, int one, int other) {
        double square = 0;
        for (int axis = 0; axis < 3; axis++) {
            square += Math.pow(system.position(one, axis) - system.position(other, axis), 2);
        }
        if (square < APART * APART) {
            throw new InputException("the atoms " + (Math.min(one, other) + 1) + " and " + (Math.max(one, other) + 1)
                    + " lie on each other: Jmol puts the geometries of a run with a fixed cell together; give a file with"
                    + " one geometry");
        }
    }

    private static String reason(String answer) {
        return answer.lines()
                .filter(line -> line.contains("rror"))
                .findFirst()
                .map(line -> " (" + line.strip() + ")")
                .orElse("");
    }
}
