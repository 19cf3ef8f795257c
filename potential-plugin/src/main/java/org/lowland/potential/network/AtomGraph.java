package org.lowland.potential.network;

import java.util.Arrays;

/**
 * One structure as a network sees it: kinds of atoms, positions, and directed pairs of neighbours. The arrays are not
 * copied; they must not be changed afterwards.
 *
 * @param species index of each atom's element in the network's list of elements
 * @param positions Å, row-major, three per atom
 * @param centers the atom at which each pair ends; every pair is there in both directions
 * @param neighbors the other atom of each pair
 * @param shifts Å, three per pair, added to the neighbour's position to give its periodic image; empty for all zero
 */
public record AtomGraph(int[] species, double[] positions, int[] centers, int[] neighbors, double[] shifts) {
    /** Checks that the lengths fit and that the indices are of atoms. */
    public AtomGraph {
        if (positions.length != 3 * species.length) {
            throw new IllegalArgumentException(
                    species.length + " atoms need " + 3 * species.length + " coordinates, not " + positions.length);
        }
        if (neighbors.length != centers.length || shifts.length != 0 && shifts.length != 3 * centers.length) {
            throw new IllegalArgumentException("pairs: " + centers.length + " centers, " + neighbors.length
                    + " neighbors, " + shifts.length + " shift components");
        }
        for (int pair = 0; pair < centers.length; pair++) {
            if (Math.min(centers[pair], neighbors[pair]) < 0
                    || Math.max(centers[pair], neighbors[pair]) >= species.length) {
                throw new IllegalArgumentException("pair " + pair + " joins atoms " + centers[pair] + " and "
                        + neighbors[pair] + " of " + species.length);
            }
        }
    }

    /**
     * A structure that is not periodic, all pairs within a distance found by trying each; for molecules.
     *
     * @param cutoff Å
     */
    public static AtomGraph of(int[] species, double[] positions, double cutoff) {
        int atoms = species.length;
        int[] centers = new int[atoms * Math.max(0, atoms - 1)];
        int[] neighbors = new int[centers.length];
        int pairs = 0;
        for (int i = 0; i < atoms; i++) {
            for (int j = 0; j < atoms; j++) {
                if (i != j && squaredDistance(positions, i, j) < cutoff * cutoff) {
                    centers[pairs] = i;
                    neighbors[pairs++] = j;
                }
            }
        }
        return new AtomGraph(
                species, positions, Arrays.copyOf(centers, pairs), Arrays.copyOf(neighbors, pairs), new double[0]);
    }

    /** The number of atoms. */
    public int atoms() {
        return species.length;
    }

    private static double squaredDistance(double[] positions, int i, int j) {
        double x = positions[3 * i] - positions[3 * j];
        double y = positions[3 * i + 1] - positions[3 * j + 1];
        double z = positions[3 * i + 2] - positions[3 * j + 2];
        return x * x + y * y + z * z;
    }
}
