package org.lowland.io.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lowland.api.InputException;
import org.openscience.cdk.config.Elements;

/** Collects the atoms' lines of one frame into arrays. */
final class AtomLines {
    private final FrameLayout layout;
    private final int[] numbers;
    private final double[] positions;
    private final double[] forces;
    private final boolean[] fixed;
    private final List<List<String>> others = new ArrayList<>();

    AtomLines(FrameLayout layout, int atoms) {
        this.layout = layout;
        this.numbers = new int[atoms];
        this.positions = new double[3 * atoms];
        this.forces = layout.find("forces").isPresent() ? new double[3 * atoms] : null;
        this.fixed = layout.find("move_mask").isPresent() ? new boolean[atoms] : null;
        layout.fields().forEach(field -> others.add(new ArrayList<>()));
    }

    void read(int atom, FieldScanner scanner, long line) {
        int index = 0;
        for (FrameLayout.Field field : layout.fields()) {
            List<String> texts = others.get(index);
            index++;
            for (int k = 0; k < field.width(); k++) {
                if (!scanner.next()) {
                    throw new InputException("line " + line + ": " + field.name() + " of atom " + (atom + 1)
                            + " is missing; the line needs " + wanted());
                }
                try {
                    store(field, atom, k, scanner, texts);
                } catch (NumberFormatException e) {
                    throw new InputException(
                            "line " + line + ": '" + scanner.text() + "' is not a number (" + field.name() + " of atom "
                                    + (atom + 1) + "); correct it",
                            e);
                } catch (InputException e) {
                    throw new InputException("line " + line + ": " + e.getMessage(), e);
                }
            }
        }
    }

    private void store(FrameLayout.Field field, int atom, int k, FieldScanner scanner, List<String> texts) {
        switch (field.name()) {
            case "species" -> numbers[atom] = atomicNumber(scanner.text());
            case "pos" -> positions[3 * atom + k] = scanner.number();
            case "forces" -> forces[3 * atom + k] = scanner.number();
            case "move_mask" -> fixed[atom] |= !logical("move_mask", scanner.text());
            default -> texts.add(scanner.text());
        }
        if (field.name().equals("Z") && layout.find("species").isEmpty()) {
            numbers[atom] = atomicNumber(scanner.text());
        }
    }

    private String wanted() {
        StringBuilder text = new StringBuilder();
        for (FrameLayout.Field field : layout.fields()) {
            text.append(text.length() == 0 ? "" : ", ")
                    .append(field.width())
                    .append(" for ")
                    .append(field.name());
        }
        return text.toString();
    }

    int[] numbers() {
        return numbers;
    }

    double[] positions() {
        return positions;
    }

    Optional<double[]> forces() {
        return Optional.ofNullable(forces);
    }

    Optional<boolean[]> fixed() {
        return Optional.ofNullable(fixed);
    }

    /** All columns that have no place of their own. */
    List<AtomColumn> columns() {
        List<AtomColumn> columns = new ArrayList<>();
        for (int k = 0; k < others.size(); k++) {
            FrameLayout.Field field = layout.fields().get(k);
            if (!others.get(k).isEmpty()) {
                columns.add(new AtomColumn(field.name(), field.type(), field.width(), others.get(k)));
            }
        }
        return columns;
    }

    static boolean logical(String what, String text) {
        return switch (text) {
            case "T", "True", "true", "TRUE", "1" -> true;
            case "F", "False", "false", "FALSE", "0" -> false;
            default -> throw new InputException("'" + text + "' in " + what + " is neither T nor F");
        };
    }

    private static int atomicNumber(String text) {
        char first = text.charAt(0);
        if (first >= '0' && first <= '9') {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= 118) {
                return number;
            }
        } else {
            int number = Elements.ofString(text).number();
            if (number > 0) {
                return number;
            }
        }
        throw new InputException("'" + text + "' is not an element; give its symbol");
    }
}
