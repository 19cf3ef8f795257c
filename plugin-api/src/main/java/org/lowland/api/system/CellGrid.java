package org.lowland.api.system;

import org.lowland.api.InputException;

/**
 * Space cut into bins along the lattice vectors (M. P. Allen and D. J. Tildesley, Computer Simulation of Liquids, 2nd
 * edition, 2017, section 5.3.2), for any cell: along a periodic axis the bins repeat, so that a bin can be its own
 * neighbour, one or many cells away; along the others they span the atoms.
 */
final class CellGrid {
    /** Rounding in fractional coordinates must not push a pair out of reach; the exact test comes last. */
    static final double SLACK = 1 + 1e-8;

    /** In a cell no wider than the cutoff, wider bins would waste most comparisons. */
    private static final int FEWEST_PERIODIC_BINS = 3;

    private static final int FARTHEST_CELL = 100_000;

    private final int atoms;
    private final boolean[] periodic = new boolean[3];
    private final int[] bins = new int[3];
    private final int[] reach = new int[3];

    /** The bin of each atom along each axis. */
    private final int[] place;

    /** The cell in which each atom lies, 0 along axes that are not periodic. */
    private final long[] home;

    CellGrid(AtomicSystem system, double cutoff) {
        this.atoms = system.size();
        this.place = new int[3 * atoms];
        this.home = new long[atoms];
        double[] heights = {1, 1, 1};
        system.cell().ifPresent(cell -> {
            for (int axis = 0; axis < 3; axis++) {
                periodic[axis] = cell.isPeriodic(axis);
                heights[axis] = cell.height(axis);
            }
        });
        double[] fractional = fractional(system);
        wrap(system, fractional);
        divide(fractional, heights, cutoff);
    }

    private double[] fractional(AtomicSystem system) {
        double[] inverse = system.cell().map(Cell::inverse).orElseGet(() -> Lattice.vectors(system));
        double[] result = new double[3 * atoms];
        for (int atom = 0; atom < atoms; atom++) {
            for (int axis = 0; axis < 3; axis++) {
                result[3 * atom + axis] = system.position(atom, 0) * inverse[axis]
                        + system.position(atom, 1) * inverse[3 + axis]
                        + system.position(atom, 2) * inverse[6 + axis];
            }
        }
        return result;
    }

    private void wrap(AtomicSystem system, double[] fractional) {
        int[] cell = new int[3];
        for (int atom = 0; atom < atoms; atom++) {
            for (int axis = 0; axis < 3; axis++) {
                double whole = periodic[axis] ? Math.floor(fractional[3 * atom + axis]) : 0;
                requireNear(system, atom, whole);
                cell[axis] = (int) whole;
                fractional[3 * atom + axis] -= whole;
            }
            home[atom] = Shift.of(cell[0], cell[1], cell[2]);
        }
    }

    /** Refuses an atom so many cells away that its position has lost its digits and its shift might overflow. */
    static void requireNear(AtomicSystem system, int atom, double cells) {
        if (Math.abs(cells) > FARTHEST_CELL) {
            throw new InputException(system.describe(atom) + " lies " + cells
                    + " cells away from the origin; move it back into the cell");
        }
    }

    private void divide(double[] fractional, double[] heights, double cutoff) {
        double[] low = new double[3];
        double[] extent = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double high = periodic[axis] ? 1 : Double.NEGATIVE_INFINITY;
            low[axis] = periodic[axis] ? 0 : Double.POSITIVE_INFINITY;
            for (int k = axis; k < fractional.length && !periodic[axis]; k += 3) {
                low[axis] = Math.min(low[axis], fractional[k]);
                high = Math.max(high, fractional[k]);
            }
            extent[axis] = high - low[axis];
            double wanted = Math.max(periodic[axis] ? FEWEST_PERIODIC_BINS : 1, extent[axis] * heights[axis] / cutoff);
            bins[axis] = (int) Math.max(1, Math.min(atoms, wanted));
        }
        limitBins();
        for (int axis = 0; axis < 3; axis++) {
            double needed = Math.ceil(cutoff * SLACK * bins[axis] / (extent[axis] * heights[axis]));
            if (periodic[axis] && needed > FARTHEST_CELL) {
                throw new InputException("A cutoff of " + cutoff + " Å is " + needed + " times the height of the cell;"
                        + " give a shorter cutoff or a larger cell");
            }
            reach[axis] = (int) (periodic[axis] ? needed : Math.min(bins[axis] - 1, needed));
            for (int k = axis; k < fractional.length; k += 3) {
                int bin = (int) ((fractional[k] - low[axis]) / extent[axis] * bins[axis]);
                place[k] = Math.min(bin, bins[axis] - 1);
            }
        }
    }

    /** Empty bins cost time and memory where the atoms are far apart. */
    private void limitBins() {
        while ((long) bins[0] * bins[1] * bins[2] > 2L * atoms + 64) {
            int longest = bins[0] >= bins[1] ? (bins[0] >= bins[2] ? 0 : 2) : (bins[1] >= bins[2] ? 1 : 2);
            bins[longest] = (bins[longest] + 1) / 2;
        }
    }

    /** The number of bins along an axis. */
    int bins(int axis) {
        return bins[axis];
    }

    /** The number of all bins. */
    int bins() {
        return bins[0] * bins[1] * bins[2];
    }

    /** The index of the bin at three places, each within the grid; along the last axis neighbours follow each other. */
    int bin(int a, int b, int c) {
        return (a * bins[1] + b) * bins[2] + c;
    }

    /** The index of the bin of an atom. */
    int bin(int atom) {
        return bin(place[3 * atom], place[3 * atom + 1], place[3 * atom + 2]);
    }

    /** The first place along an axis that an atom's cutoff reaches; beyond the grid where that repeats. */
    int low(int atom, int axis) {
        int bin = place[3 * atom + axis] - reach[axis];
        return periodic[axis] ? bin : Math.max(0, bin);
    }

    /** The last place along an axis that an atom's cutoff reaches; beyond the grid where that repeats. */
    int high(int atom, int axis) {
        int bin = place[3 * atom + axis] + reach[axis];
        return periodic[axis] ? bin : Math.min(bins[axis] - 1, bin);
    }

    /** The cell in which an atom lies, as a {@link Shift}. */
    long home(int atom) {
        return home[atom];
    }
}
