package org.lowland.potential.analytic;

import java.util.Arrays;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

/**
 * Sums every atom with every other, each with the nearest image of it: for few atoms faster than any list of neighbours,
 * because a row of pairs is one run of vector instructions. Atoms are taken species by species, so that a run has one
 * set of constants. Used once.
 */
final class DensePairs {
    /** Beyond some hundreds of atoms most pairs are out of reach, and a list of the others is shorter. */
    private static final int MOST_ATOMS = 400;

    private final int atoms;
    private final int[] order;
    private final int[] begin;
    private final MieTable table;
    private final PairRow row;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final double[] edge = new double[3];
    private final double[] perEdge = new double[3];
    private final double[] energy;
    private final double[] energyOfFirst;
    private final double[] forceX;
    private final double[] forceY;
    private final double[] forceZ;
    private final double[][] virial;
    private final double[] closest;

    /** The pairs of a system that they {@link #suit}. */
    DensePairs(AtomicSystem system, int[] species, MieTable table) {
        this.atoms = system.size();
        this.table = table;
        this.begin = new int[table.species() + 1];
        this.order = bySpecies(species, begin);
        this.row = new PairRow(atoms);
        this.x = new double[atoms];
        this.y = new double[atoms];
        this.z = new double[atoms];
        this.energy = new double[atoms];
        this.energyOfFirst = new double[atoms];
        this.forceX = new double[atoms];
        this.forceY = new double[atoms];
        this.forceZ = new double[atoms];
        this.virial = new double[system.isPeriodic() ? 6 : 0][atoms];
        this.closest = new double[atoms];
        Arrays.fill(closest, Double.POSITIVE_INFINITY);
        for (int slot = 0; slot < atoms; slot++) {
            x[slot] = system.position(order[slot], 0);
            y[slot] = system.position(order[slot], 1);
            z[slot] = system.position(order[slot], 2);
        }
        system.cell().ifPresent(this::repeat);
    }

    /**
     * Whether the nearest image is all that interacts and is found axis by axis: in free space, and in boxes whose edges
     * lie along x, y, z.
     */
    static boolean suit(AtomicSystem system, double cutoff, Images images) {
        if (!system.isPeriodic()) {
            return system.size() <= MOST_ATOMS || Double.isInfinite(cutoff);
        }
        Cell cell = system.cell().orElseThrow();
        for (int vector = 0; vector < 3; vector++) {
            for (int axis = 0; axis < 3; axis++) {
                if (vector != axis && cell.component(vector, axis) != 0) {
                    return false;
                }
            }
            boolean wide = !cell.isPeriodic(vector) || Math.abs(cell.component(vector, vector)) >= 2 * cutoff;
            if (!wide && images == Images.ALL) {
                return false;
            }
        }
        return system.size() <= MOST_ATOMS;
    }

    /** The atoms of each species, one species after the other, and where each begins. */
    private static int[] bySpecies(int[] species, int[] begin) {
        for (int each : species) {
            begin[each + 1]++;
        }
        for (int each = 1; each < begin.length; each++) {
            begin[each] += begin[each - 1];
        }
        int[] next = begin.clone();
        int[] order = new int[species.length];
        for (int atom = 0; atom < species.length; atom++) {
            order[next[species[atom]]++] = atom;
        }
        return order;
    }

    private void repeat(Cell cell) {
        for (int axis = 0; axis < 3; axis++) {
            if (cell.isPeriodic(axis)) {
                edge[axis] = cell.component(axis, axis);
                perEdge[axis] = 1 / edge[axis];
            }
        }
    }

    PairSum sum() {
        int species = 0;
        for (int slot = 0; slot + 1 < atoms; slot++) {
            while (slot >= begin[species + 1]) {
                species++;
            }
            separate(x, x[slot], edge[0], perEdge[0], row.x, slot + 1, atoms);
            separate(y, y[slot], edge[1], perEdge[1], row.y, slot + 1, atoms);
            separate(z, z[slot], edge[2], perEdge[2], row.z, slot + 1, atoms);
            square(row.x, row.y, row.z, row.squared, closest, slot + 1, atoms);
            for (int other = species; other < table.species(); other++) {
                int from = Math.max(slot + 1, begin[other]);
                if (from < begin[other + 1]) {
                    table.evaluate(species, other, row, from, begin[other + 1]);
                }
            }
            add(row.energy, energy, slot + 1, atoms);
            energyOfFirst[slot] = total(row.energy, slot + 1, atoms);
            if (virial.length > 0) {
                strain(slot + 1);
            }
            forceX[slot] += push(row.slope, row.x, forceX, slot + 1, atoms);
            forceY[slot] += push(row.slope, row.y, forceY, slot + 1, atoms);
            forceZ[slot] += push(row.slope, row.z, forceZ, slot + 1, atoms);
        }
        double nearest = Arrays.stream(closest).min().orElse(Double.POSITIVE_INFINITY);
        return new PairSum(total(energy, 0, atoms), forces(), virials(), nearest, shares());
    }

    private double[] shares() {
        double[] shares = new double[atoms];
        for (int slot = 0; slot < atoms; slot++) {
            shares[order[slot]] = (energy[slot] + energyOfFirst[slot]) / 2;
        }
        return shares;
    }

    /** From one atom to the nearest image of each other. */
    private static void separate(
            double[] at, double origin, double edge, double perEdge, double[] separation, int from, int to) {
        for (int k = from; k < to; k++) {
            double d = at[k] - origin;
            separation[k] = d - edge * Math.floor(d * perEdge + 0.5);
        }
    }

    private static void square(
            double[] x, double[] y, double[] z, double[] squared, double[] closest, int from, int to) {
        for (int k = from; k < to; k++) {
            double s = x[k] * x[k] + y[k] * y[k] + z[k] * z[k];
            squared[k] = s;
            closest[k] = Math.min(closest[k], s);
        }
    }

    private static void add(double[] some, double[] sum, int from, int to) {
        for (int k = from; k < to; k++) {
            sum[k] += some[k];
        }
    }

    /** Takes the pull of one atom from the others and gives its sum, along one axis; the separation is used up. */
    private static double push(double[] slope, double[] separation, double[] force, int from, int to) {
        for (int k = from; k < to; k++) {
            separation[k] *= slope[k];
            force[k] -= separation[k];
        }
        return total(separation, from, to);
    }

    private void strain(int from) {
        strain(row.slope, row.x, row.x, virial[0], from, atoms);
        strain(row.slope, row.x, row.y, virial[1], from, atoms);
        strain(row.slope, row.x, row.z, virial[2], from, atoms);
        strain(row.slope, row.y, row.y, virial[3], from, atoms);
        strain(row.slope, row.y, row.z, virial[4], from, atoms);
        strain(row.slope, row.z, row.z, virial[5], from, atoms);
    }

    private static void strain(double[] slope, double[] one, double[] other, double[] sum, int from, int to) {
        for (int k = from; k < to; k++) {
            sum[k] += slope[k] * one[k] * other[k];
        }
    }

    private double[] forces() {
        double[] forces = new double[3 * atoms];
        for (int slot = 0; slot < atoms; slot++) {
            forces[3 * order[slot]] = forceX[slot];
            forces[3 * order[slot] + 1] = forceY[slot];
            forces[3 * order[slot] + 2] = forceZ[slot];
        }
        return forces;
    }

    private double[] virials() {
        double[] sums = new double[virial.length];
        for (int k = 0; k < sums.length; k++) {
            sums[k] = total(virial[k], 0, atoms);
        }
        return sums;
    }

    /** In four sums side by side, which do not wait for one another. */
    private static double total(double[] values, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int k = from;
        for (; k + 3 < to; k += 4) {
            a += values[k];
            b += values[k + 1];
            c += values[k + 2];
            d += values[k + 3];
        }
        for (; k < to; k++) {
            a += values[k];
        }
        return (a + b) + (c + d);
    }
}
