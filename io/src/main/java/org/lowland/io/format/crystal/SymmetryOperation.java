package org.lowland.io.format.crystal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lowland.api.InputException;
import org.lowland.api.system.Cell;

/**
 * A symmetry operation on fractional coordinates.
 *
 * @param rotation nine numbers, row by row
 * @param translation three fractions
 */
record SymmetryOperation(double[] rotation, double[] translation) {
    /** Translations of space groups are multiples of a twenty-fourth. */
    private static final int FRACTIONS = 24;

    /** Reads {@code -y, x-y, z+1/3}. */
    static SymmetryOperation parse(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", "").split(",");
        if (parts.length != 3) {
            throw broken(text);
        }
        double[] rotation = new double[9];
        double[] translation = new double[3];
        for (int row = 0; row < 3; row++) {
            parse(parts[row], text, row, rotation, translation);
        }
        return new SymmetryOperation(rotation, translation);
    }

    private static void parse(String part, String text, int row, double[] rotation, double[] translation) {
        int at = 0;
        while (at < part.length()) {
            double sign = 1;
            if (part.charAt(at) == '+' || part.charAt(at) == '-') {
                sign = part.charAt(at) == '-' ? -1 : 1;
                at++;
            }
            int end = at;
            while (end < part.length() && "+-".indexOf(part.charAt(end)) < 0) {
                end++;
            }
            String term = part.substring(at, end);
            int axis = term.isEmpty() ? -1 : "xyz".indexOf(term.charAt(term.length() - 1));
            if (axis >= 0) {
                String factor = term.substring(0, term.length() - 1).replace("*", "");
                rotation[3 * row + axis] += sign * (factor.isEmpty() ? 1 : fraction(factor, text));
            } else {
                translation[row] += sign * fraction(term, text);
            }
            at = end;
        }
    }

    /** Where it takes a point. */
    double[] apply(double... point) {
        double[] image = translation.clone();
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                image[row] += rotation[3 * row + column] * point[column];
            }
        }
        return image;
    }

    /** Whether a lattice is the same after it, with products of its vectors off by no more than a part of the largest. */
    boolean leaves(Cell cell, double part) {
        double[] products = new double[9];
        double largest = 0;
        for (int k = 0; k < 9; k++) {
            for (int axis = 0; axis < 3; axis++) {
                products[k] += cell.component(k / 3, axis) * cell.component(k % 3, axis);
            }
            largest = Math.max(largest, products[k]);
        }
        for (int k = 0; k < 9; k++) {
            double after = 0;
            for (int pair = 0; pair < 9; pair++) {
                after += rotation[3 * (pair / 3) + k / 3] * products[pair] * rotation[3 * (pair % 3) + k % 3];
            }
            if (Math.abs(after - products[k]) > part * largest) {
                return false;
            }
        }
        return true;
    }

    /** Whether any two of some operations make up a third one of them, translations of the lattice aside. */
    static boolean isGroup(List<SymmetryOperation> operations) {
        Set<String> all = new HashSet<>();
        operations.forEach(operation -> all.add(operation.key()));
        for (SymmetryOperation first : operations) {
            for (SymmetryOperation second : operations) {
                if (!all.contains(first.after(second).key())) {
                    return false;
                }
            }
        }
        return all.size() == operations.size();
    }

    private SymmetryOperation after(SymmetryOperation first) {
        double[] product = new double[9];
        for (int k = 0; k < 9; k++) {
            for (int middle = 0; middle < 3; middle++) {
                product[k] += rotation[3 * (k / 3) + middle] * first.rotation[3 * middle + k % 3];
            }
        }
        return new SymmetryOperation(product, apply(first.translation));
    }

    /** The same for operations that differ by a translation of the lattice. */
    private String key() {
        StringBuilder key = new StringBuilder();
        for (double entry : rotation) {
            key.append(Math.round(entry)).append(' ');
        }
        for (double fraction : translation) {
            key.append(Math.floorMod(Math.round(FRACTIONS * fraction), FRACTIONS))
                    .append(' ');
        }
        return key.toString();
    }

    boolean isIdentity() {
        for (int k = 0; k < 9; k++) {
            if (rotation[k] != (k % 4 == 0 ? 1 : 0)) {
                return false;
            }
        }
        return translation[0] == 0 && translation[1] == 0 && translation[2] == 0;
    }

    private static double fraction(String term, String text) {
        String[] parts = term.split("/", -1);
        try {
            double value = Double.parseDouble(parts[0]);
            if (parts.length == 1) {
                return value;
            }
            if (parts.length == 2 && Double.parseDouble(parts[1]) != 0) {
                return value / Double.parseDouble(parts[1]);
            }
        } catch (NumberFormatException e) {
            throw new InputException(
                    "'" + text + "' is not a symmetry operation; it has to look like -x, y+1/2, -z", e);
        }
        throw broken(text);
    }

    private static InputException broken(String text) {
        return new InputException("'" + text + "' is not a symmetry operation; it has to look like -x, y+1/2, -z");
    }
}
