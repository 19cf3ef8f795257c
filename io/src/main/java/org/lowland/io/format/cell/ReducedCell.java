package org.lowland.io.format.cell;

import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.format.AtomsBuilder;

/**
 * The Niggli-reduced cell of a lattice: of all its primitive cells the one with the shortest edges, chosen so that the
 * same lattice always gives the same lengths and angles. The steps are those of I. Křivý and B. Gruber, Acta Cryst. A32,
 * 297 (1976), compared within a tolerance as R. W. Grosse-Kunstleve, N. K. Sauter and P. D. Adams, Acta Cryst. A60, 1
 * (2004), advise.
 */
public final class ReducedCell {
    private static final double TOLERANCE = 1e-5;
    private static final int MOST_STEPS = 10_000;

    private final double epsilon;
    private final double[] vectors;

    /** Squared lengths of the vectors, and twice their products: A, B, C, ξ, η, ζ. */
    private final double[] form = new double[6];

    private ReducedCell(double[] vectors, double volume) {
        this.vectors = vectors;
        this.epsilon = TOLERANCE * Math.cbrt(volume * volume);
    }

    /**
     * Reduces a cell.
     *
     * @param cell periodic along three vectors
     * @return a right-handed cell of the same lattice
     * @throws InputException when the cell is not periodic along three vectors, or too flat to be reduced
     */
    public static Cell of(Cell cell) {
        for (int vector = 0; vector < 3; vector++) {
            if (!cell.isPeriodic(vector)) {
                throw new InputException("only a cell that is periodic along three vectors can be reduced");
            }
        }
        ReducedCell reduced = new ReducedCell(cell.vectors(), Math.abs(cell.volume()));
        if (cell.volume() < 0) {
            reduced.change(-1, 0, 0, 0, -1, 0, 0, 0, -1);
        }
        reduced.measure();
        int steps = 0;
        while (reduced.step()) {
            if (++steps > MOST_STEPS) {
                throw new InputException("the cell cannot be reduced; it is too flat");
            }
        }
        return Cell.of(reduced.vectors, true, true, true);
    }

    /**
     * The same crystal in its reduced cell, all atoms within it.
     *
     * @param system with a cell that is periodic along three vectors
     * @return the same atoms in the same order
     * @throws InputException as {@link #of(Cell)}
     */
    public static AtomicSystem of(AtomicSystem system) {
        Cell cell = of(system.cell().orElseThrow(() -> new InputException("there is no cell that could be reduced")));
        return within(system, cell);
    }

    /** The atoms in another cell of a lattice that theirs is part of, each moved into it. */
    static AtomicSystem within(AtomicSystem system, Cell cell) {
        double[] inverse = cell.inverse();
        double[] positions = new double[3 * system.size()];
        for (int atom = 0; atom < system.size(); atom++) {
            double[] place = AtomsBuilder.fractions(
                    inverse, system.position(atom, 0), system.position(atom, 1), system.position(atom, 2));
            for (int axis = 0; axis < 3; axis++) {
                // What lies on a face within rounding belongs to the lower one.
                place[axis] -= Math.floor(place[axis] + 1e-9);
            }
            System.arraycopy(AtomsBuilder.cartesian(cell, place), 0, positions, 3 * atom, 3);
        }
        return system.withPositions(positions).toBuilder().cell(cell).build();
    }

    /** One step; whether there is another. */
    private boolean step() {
        if (above(form[0], form[1]) || same(form[0], form[1]) && above(Math.abs(form[3]), Math.abs(form[4]))) {
            change(0, -1, 0, -1, 0, 0, 0, 0, -1);
        }
        if (above(form[1], form[2]) || same(form[1], form[2]) && above(Math.abs(form[4]), Math.abs(form[5]))) {
            change(-1, 0, 0, 0, 0, -1, 0, -1, 0);
            return true;
        }
        signs();
        if (above(Math.abs(form[3]), form[1])
                || same(form[3], form[1]) && above(form[5], 2 * form[4])
                || same(form[3], -form[1]) && above(0, form[5])) {
            change(1, 0, 0, 0, 1, 0, 0, -sign(form[3]), 1);
            return true;
        }
        if (above(Math.abs(form[4]), form[0])
                || same(form[4], form[0]) && above(form[5], 2 * form[3])
                || same(form[4], -form[0]) && above(0, form[5])) {
            change(1, 0, 0, 0, 1, 0, -sign(form[4]), 0, 1);
            return true;
        }
        if (above(Math.abs(form[5]), form[0])
                || same(form[5], form[0]) && above(form[4], 2 * form[3])
                || same(form[5], -form[0]) && above(0, form[4])) {
            change(1, 0, 0, -sign(form[5]), 1, 0, 0, 0, 1);
            return true;
        }
        double sum = form[3] + form[4] + form[5] + form[0] + form[1];
        if (above(0, sum) || same(sum, 0) && above(2 * (form[0] + form[4]) + form[5], 0)) {
            change(1, 0, 0, 0, 1, 0, 1, 1, 1);
            return true;
        }
        return false;
    }

    /** Makes all three angles acute, or none. */
    private void signs() {
        int positive = 0;
        int zero = 0;
        for (int k = 3; k < 6; k++) {
            positive += above(form[k], 0) ? 1 : 0;
            zero += same(form[k], 0) ? 1 : 0;
        }
        boolean acute = zero == 0 && positive % 2 == 1;
        int[] flips = {1, 1, 1};
        int free = -1;
        for (int k = 0; k < 3; k++) {
            double value = form[3 + k];
            if (acute ? above(0, value) : above(value, 0)) {
                flips[k] = -1;
            } else if (same(value, 0)) {
                free = k;
            }
        }
        if (flips[0] * flips[1] * flips[2] < 0) {
            if (free < 0) {
                throw new IllegalStateException("the signs of three products cannot be made equal");
            }
            flips[free] = -1;
        }
        change(flips[0], 0, 0, 0, flips[1], 0, 0, 0, flips[2]);
    }

    /** Takes combinations of the vectors: each three numbers make a new one. */
    private void change(int... rows) {
        double[] old = vectors.clone();
        for (int vector = 0; vector < 3; vector++) {
            for (int axis = 0; axis < 3; axis++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += rows[3 * vector + k] * old[3 * k + axis];
                }
                vectors[3 * vector + axis] = sum;
            }
        }
        measure();
    }

    private void measure() {
        for (int k = 0; k < 3; k++) {
            form[k] = product(k, k);
        }
        form[3] = 2 * product(1, 2);
        form[4] = 2 * product(0, 2);
        form[5] = 2 * product(0, 1);
    }

    private double product(int one, int other) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            sum += vectors[3 * one + axis] * vectors[3 * other + axis];
        }
        return sum;
    }

    private boolean above(double one, double other) {
        return one > other + epsilon;
    }

    private boolean same(double one, double other) {
        return Math.abs(one - other) <= epsilon;
    }

    private static int sign(double value) {
        return value > 0 ? 1 : -1;
    }
}
