package org.lowland.io.jmol;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jmol.modelset.Atom;
import org.lowland.api.system.Cell;

/**
 * How many unit cells a crystal was loaded with, {@code load x.cif {2 2 1}}. Jmol notes for every atom by which symmetry
 * operations and in which cells it came about, such as {@code 3555,17655}: operation 3 in the cell 555, operation 17 in the
 * one after it along a. These notes stay as they are when atoms are moved or deleted.
 */
final class CellRange {
    private static final Pattern PLACE = Pattern.compile("\\d+?(\\d)(\\d)(\\d)(?:,|$)");
    private static final int ORIGIN = 5;

    /** How far an atom on the face of a cell may have been moved, as a fraction of the cell. */
    private static final double ON_FACE = 0.05;

    private CellRange() {}

    /** Whether Jmol has applied the symmetry of the crystal to make this atom. */
    static boolean isPlaced(Atom atom) {
        return !places(atom).isEmpty();
    }

    /** The number of cells along a, b and c. */
    static int[] of(List<Atom> atoms, Cell unit) {
        double[] inverse = unit.inverse();
        int[] cells = new int[3];
        for (int vector = 0; vector < 3; vector++) {
            cells[vector] = along(atoms, inverse, vector);
        }
        return cells;
    }

    /**
     * Of one direction. With {@code packed}, the last cell holds nothing but the far faces of the ones before, which
     * repeat the near faces.
     */
    private static int along(List<Atom> atoms, double[] inverse, int vector) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        List<Atom> inLast = new ArrayList<>();
        for (Atom atom : atoms) {
            for (int cell : lowest(atom, vector)) {
                first = Math.min(first, cell);
                if (cell > last) {
                    last = cell;
                    inLast.clear();
                }
                if (cell == last) {
                    inLast.add(atom);
                }
            }
        }
        if (inLast.isEmpty()) {
            return 1;
        }
        int face = last - ORIGIN;
        long onFace = inLast.stream()
                .filter(atom -> Math.abs(fraction(atom, inverse, vector) - face) < ON_FACE)
                .count();
        boolean packed = last > first && 2 * onFace > inLast.size();
        return last - first + (packed ? 0 : 1);
    }

    /** The first of the cells along a direction in which an atom came about; nothing for an atom added later. */
    private static List<Integer> lowest(Atom atom, int vector) {
        Matcher place = PLACE.matcher(places(atom));
        int lowest = Integer.MAX_VALUE;
        while (place.find()) {
            lowest = Math.min(lowest, Integer.parseInt(place.group(vector + 1)));
        }
        return lowest == Integer.MAX_VALUE ? List.of() : List.of(lowest);
    }

    private static double fraction(Atom atom, double[] inverse, int vector) {
        double[] here = new double[3];
        Precision.read(atom, here, 0);
        return here[0] * inverse[vector] + here[1] * inverse[3 + vector] + here[2] * inverse[6 + vector];
    }

    /** Jmol's note, which only its scripts can read; empty when there is none. */
    private static String places(Atom atom) {
        if (atom.atomSymmetry == null || atom.atomSymmetry.isEmpty()) {
            return "";
        }
        try {
            Method list = Atom.class.getDeclaredMethod("getSymmetryOperatorList", boolean.class);
            list.setAccessible(true);
            return String.valueOf(list.invoke(atom, true));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
