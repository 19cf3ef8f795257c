package org.lowland.io.format.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.format.AtomsBuilder;

/**
 * The smallest cell of a crystal: the translations that take every atom to one of its element span the lattice of it,
 * whose Niggli-reduced cell is taken. Fixed atoms, charges and labels do not count for whether atoms are alike. The work
 * is of the order of the square of the number of atoms of the rarest element times the number of atoms.
 */
public final class PrimitiveCell {
    private static final int MOST_ATOMS = 5000;

    private PrimitiveCell() {}

    /**
     * Finds the smallest cell.
     *
     * @param system with a cell that is periodic along three vectors, uncharged
     * @param tolerance how far an atom may lie from the image of another, in Å, {@code 0.05} for most files
     * @return the atoms of one cell, in their order; all atoms in the reduced cell where there is no smaller one
     * @throws InputException when the cell is not periodic along three vectors, charged, or very large
     */
    public static AtomicSystem of(AtomicSystem system, double tolerance) {
        Cell cell = system.cell()
                .filter(given -> given.isPeriodic(0) && given.isPeriodic(1) && given.isPeriodic(2))
                .orElseThrow(
                        () -> new InputException("a primitive cell needs one that is periodic along three vectors"));
        if (system.charge() != 0) {
            throw new InputException(
                    "the charge " + system.charge() + " of a cell cannot be shared among smaller ones");
        }
        if (system.size() > MOST_ATOMS) {
            throw new InputException("the primitive cell is looked for in cells of at most " + MOST_ATOMS + " atoms");
        }
        List<double[]> translations = translations(system, cell, tolerance);
        int cells = translations.size() + 1;
        Cell smaller = ReducedCell.of(cells == 1 ? cell : spanned(translations, cell, cells));
        AtomicSystem all = ReducedCell.within(system, smaller);
        return cells == 1 ? all : oneOfEach(all, system.size() / cells, tolerance);
    }

    /** The translations within the cell, in Å, other than that by nothing. */
    private static List<double[]> translations(AtomicSystem system, Cell cell, double tolerance) {
        double[] inverse = cell.inverse();
        List<Integer> rarest = rarest(system);
        List<double[]> found = new ArrayList<>();
        for (int other : rarest.subList(1, rarest.size())) {
            double[] step = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                step[axis] = system.position(other, axis) - system.position(rarest.get(0), axis);
            }
            if (isSymmetry(system, cell, inverse, step, tolerance)) {
                found.add(step);
            }
        }
        return found;
    }

    private static List<Integer> rarest(AtomicSystem system) {
        Map<Integer, List<Integer>> elements = new HashMap<>();
        for (int atom = 0; atom < system.size(); atom++) {
            elements.computeIfAbsent(system.atomicNumber(atom), k -> new ArrayList<>())
                    .add(atom);
        }
        return elements.values().stream()
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private static boolean isSymmetry(
            AtomicSystem system, Cell cell, double[] inverse, double[] step, double tolerance) {
        for (int atom = 0; atom < system.size(); atom++) {
            boolean met = false;
            for (int image = 0; image < system.size() && !met; image++) {
                met = system.atomicNumber(atom) == system.atomicNumber(image)
                        && isNear(system, cell, inverse, atom, step, image, tolerance);
            }
            if (!met) {
                return false;
            }
        }
        return true;
    }

    /** Whether an atom, moved by a step, lies on another one or an image of that. */
    private static boolean isNear(
            AtomicSystem system, Cell cell, double[] inverse, int atom, double[] step, int image, double tolerance) {
        double[] fractions = AtomsBuilder.fractions(
                inverse,
                system.position(atom, 0) + step[0] - system.position(image, 0),
                system.position(atom, 1) + step[1] - system.position(image, 1),
                system.position(atom, 2) + step[2] - system.position(image, 2));
        for (int axis = 0; axis < 3; axis++) {
            fractions[axis] -= Math.rint(fractions[axis]);
        }
        double[] apart = AtomsBuilder.cartesian(cell, fractions);
        return apart[0] * apart[0] + apart[1] * apart[1] + apart[2] * apart[2] < tolerance * tolerance;
    }

    /** A cell of the lattice of some translations and the vectors of a cell. */
    private static Cell spanned(List<double[]> translations, Cell cell, int cells) {
        double volume = Math.abs(cell.volume()) / cells;
        double[] inverse = cell.inverse();
        List<double[]> steps = new ArrayList<>();
        for (double[] step : translations) {
            double[] fractions = AtomsBuilder.fractions(inverse, step);
            for (int axis = 0; axis < 3; axis++) {
                // All fractions are multiples of one over the number of cells.
                fractions[axis] = Math.rint(fractions[axis] * cells) / cells;
                fractions[axis] -= Math.floor(fractions[axis]);
            }
            steps.add(AtomsBuilder.cartesian(cell, fractions));
        }
        double[] vectors = cell.vectors();
        Basis basis = new Basis(vectors);
        steps.forEach(basis::add);
        Cell spanned = Cell.of(basis.vectors(), true, true, true);
        if (Math.abs(Math.abs(spanned.volume()) - volume) > 1e-3 * volume) {
            throw new InputException("the translations of the crystal do not form a lattice within the tolerance;"
                    + " give a smaller one");
        }
        return spanned;
    }

    private static AtomicSystem oneOfEach(AtomicSystem system, int expected, double tolerance) {
        Cell cell = system.cell().orElseThrow();
        double[] inverse = cell.inverse();
        List<Integer> kept = new ArrayList<>();
        double[] nothing = new double[3];
        for (int atom = 0; atom < system.size(); atom++) {
            int candidate = atom;
            boolean known = kept.stream()
                    .anyMatch(other -> system.atomicNumber(candidate) == system.atomicNumber(other)
                            && isNear(system, cell, inverse, candidate, nothing, other, 2 * tolerance));
            if (!known) {
                kept.add(atom);
            }
        }
        if (kept.size() != expected) {
            throw new InputException(
                    "the atoms of the crystal cannot be told apart within the tolerance; give a smaller" + " one");
        }
        return CoincidentAtoms.chosen(system, kept);
    }
}
