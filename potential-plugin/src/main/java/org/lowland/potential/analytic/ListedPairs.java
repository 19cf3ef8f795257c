package org.lowland.potential.analytic;

import org.lowland.api.system.NeighborList;

/** Sums the pairs of a neighbour list: the way for many atoms and for several images of one. Used once. */
final class ListedPairs {
    private final NeighborList pairs;
    private final int[] species;
    private final MieTable table;
    private final PairRow row;
    private final int[] seconds;
    private final double[] forces;
    private final double[] shares;
    private final double[] virial = new double[6];
    private double energy;
    private double closest = Double.POSITIVE_INFINITY;

    ListedPairs(NeighborList pairs, int[] species, MieTable table) {
        this.pairs = pairs;
        this.species = species;
        this.table = table;
        int longest = 0;
        for (int atom = 0; atom < species.length; atom++) {
            longest = Math.max(longest, pairs.end(atom) - pairs.begin(atom));
        }
        this.row = new PairRow(longest);
        this.seconds = new int[longest];
        this.forces = new double[3 * species.length];
        this.shares = new double[species.length];
    }

    PairSum sum() {
        for (int first = 0; first < species.length; first++) {
            int size = 0;
            for (int other = 0; other < table.species(); other++) {
                int from = size;
                size = gather(first, other, size);
                if (size > from) {
                    table.evaluate(species[first], other, row, from, size);
                }
            }
            add(first, size);
        }
        return new PairSum(energy, forces, virial, closest, shares);
    }

    /** Puts the pairs of an atom with all of one species behind those that are in the row already. */
    private int gather(int first, int other, int from) {
        int size = from;
        for (int pair = pairs.begin(first); pair < pairs.end(first); pair++) {
            int second = pairs.second(pair);
            if (species[second] == other) {
                seconds[size] = second;
                row.x[size] = pairs.x(pair);
                row.y[size] = pairs.y(pair);
                row.z[size] = pairs.z(pair);
                row.squared[size++] = pairs.squaredDistance(pair);
            }
        }
        return size;
    }

    private void add(int first, int size) {
        double pullX = 0;
        double pullY = 0;
        double pullZ = 0;
        for (int k = 0; k < size; k++) {
            double x = row.slope[k] * row.x[k];
            double y = row.slope[k] * row.y[k];
            double z = row.slope[k] * row.z[k];
            energy += row.energy[k];
            shares[first] += row.energy[k] / 2;
            shares[seconds[k]] += row.energy[k] / 2;
            closest = Math.min(closest, row.squared[k]);
            forces[3 * seconds[k]] -= x;
            forces[3 * seconds[k] + 1] -= y;
            forces[3 * seconds[k] + 2] -= z;
            pullX += x;
            pullY += y;
            pullZ += z;
            virial[0] += x * row.x[k];
            virial[1] += x * row.y[k];
            virial[2] += x * row.z[k];
            virial[3] += y * row.y[k];
            virial[4] += y * row.z[k];
            virial[5] += z * row.z[k];
        }
        forces[3 * first] += pullX;
        forces[3 * first + 1] += pullY;
        forces[3 * first + 2] += pullZ;
    }
}
