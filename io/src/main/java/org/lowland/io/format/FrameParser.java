package org.lowland.io.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

/** Makes a frame of its lines. Confined to one thread: it keeps the layout of the frame before, which seldom changes. */
final class FrameParser {
    private final FieldScanner scanner = new FieldScanner();
    private String properties = "";
    private FrameLayout layout = FrameLayout.PLAIN;

    /** What the frame of a comment line is called; empty when the line does not say. */
    static String title(String comment) {
        String name = KeyValues.parse(comment, "T").get("name");
        if (name != null) {
            return name;
        }
        return isOfPairs(comment) ? "" : comment.strip();
    }

    /**
     * Reads a frame.
     *
     * @param comment the second line
     * @param lines one for each atom
     * @param commentLine the number of the comment line, for messages
     */
    LabelledFrame parse(String comment, List<String> lines, long commentLine) {
        boolean extended = isOfPairs(comment);
        Map<String, String> info = KeyValues.parse(comment, extended ? "T" : null);
        info.values().removeIf(value -> value == null);
        FrameLayout fields = layout(info.remove("Properties"));
        AtomLines atoms = new AtomLines(fields, lines.size());
        for (int atom = 0; atom < lines.size(); atom++) {
            scanner.reset(lines.get(atom));
            atoms.read(atom, scanner, commentLine + 1 + atom);
        }
        AtomicSystem.Builder builder = AtomicSystem.builder(atoms.numbers(), atoms.positions());
        cell(info).ifPresent(builder::cell);
        wholeNumber(info, "charge").ifPresent(builder::charge);
        wholeNumber(info, "spin").filter(spin -> spin != 0).ifPresent(builder::multiplicity);
        atoms.fixed().ifPresent(builder::fixed);
        Optional<Evaluation> evaluation = atoms.forces().flatMap(forces -> evaluation(info, forces));
        List<AtomColumn> columns = new ArrayList<>(atoms.columns());
        if (evaluation.isEmpty()) {
            atoms.forces().ifPresent(forces -> columns.add(AtomColumn.ofForces(forces)));
        }
        return new LabelledFrame(builder.build(), evaluation, extended ? "" : comment.strip(), info, columns);
    }

    private static boolean isOfPairs(String comment) {
        return comment.indexOf('=') >= 0
                && (KeyValues.isExtended(comment)
                        || !KeyValues.parse(comment, null).containsValue(null));
    }

    private FrameLayout layout(String given) {
        if (given == null) {
            return FrameLayout.PLAIN;
        }
        if (!given.equals(properties)) {
            layout = FrameLayout.parse(given);
            properties = given;
        }
        return layout;
    }

    private Optional<Cell> cell(Map<String, String> info) {
        double[] vectors = numbers(info, "Lattice", 9);
        boolean[] periodic = periodic(info.remove("pbc"), vectors != null);
        boolean anywhere = periodic[0] || periodic[1] || periodic[2];
        if (vectors == null || isZero(vectors)) {
            if (anywhere) {
                throw new InputException(
                        "pbc says that space repeats, but there is no Lattice; give one, or pbc=\"F F F\"");
            }
            info.remove("Lattice");
            return Optional.empty();
        }
        info.remove("Lattice");
        return Optional.of(Cell.of(vectors, periodic));
    }

    private static boolean isZero(double[] vectors) {
        for (double v : vectors) {
            if (v != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] periodic(String pbc, boolean otherwise) {
        if (pbc == null) {
            return new boolean[] {otherwise, otherwise, otherwise};
        }
        String[] words = pbc.strip().split("[\\s,]+");
        if (words.length != 1 && words.length != 3) {
            throw new InputException("pbc=\"" + pbc + "\" cannot be used; give three of T and F");
        }
        boolean[] flags = new boolean[3];
        for (int k = 0; k < 3; k++) {
            flags[k] = AtomLines.logical("pbc", words[words.length == 1 ? 0 : k]);
        }
        return flags;
    }

    private Optional<Evaluation> evaluation(Map<String, String> info, double[] forces) {
        double[] energy = numbers(info, "energy", 1);
        if (energy == null) {
            return Optional.empty();
        }
        Evaluation evaluation = Evaluation.of(energy[0], forces);
        if (!evaluation.isFinite()) {
            throw new InputException("The energy or a force is not a finite number; drop the frame or label it anew");
        }
        info.remove("energy");
        if (info.containsKey("stress") && info.get("stress").strip().split("[\\s,]+").length == 9) {
            evaluation = evaluation.withStress(numbers(info, "stress", 9));
            info.remove("stress");
        }
        return Optional.of(evaluation);
    }

    private static Optional<Integer> wholeNumber(Map<String, String> info, String key) {
        String text = info.remove(key);
        if (text == null) {
            return Optional.empty();
        }
        try {
            double value = Double.parseDouble(text);
            if (value == Math.rint(value) && Math.abs(value) < 1e6) {
                return Optional.of((int) value);
            }
        } catch (NumberFormatException e) {
            throw new InputException(key + "=" + text + " is not a whole number; correct it", e);
        }
        throw new InputException(key + "=" + text + " is not a whole number; correct it");
    }

    private double[] numbers(Map<String, String> info, String key, int count) {
        String text = info.get(key);
        if (text == null) {
            return null;
        }
        double[] values = new double[count];
        scanner.reset(text.indexOf(',') < 0 ? text : text.replace(',', ' '));
        try {
            int found = 0;
            while (scanner.next()) {
                if (found < count) {
                    values[found] = scanner.number();
                }
                found++;
            }
            if (found == count) {
                return values;
            }
        } catch (NumberFormatException e) {
            throw new InputException(key + "=\"" + text + "\" cannot be read; it needs " + count + " numbers", e);
        }
        throw new InputException(key + "=\"" + text + "\" cannot be used; it needs " + count + " numbers");
    }
}
