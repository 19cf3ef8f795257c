package org.lowland.io.store.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lowland.api.system.NeighborList;

/**
 * The fingerprint of atoms in a cell: for any two kinds of atoms the shortest distances between them, images counted,
 * about as many as 32 neighbours of each atom make, none longer than 12 Å. This goes the way of the average minimum
 * distances of D. Widdowson, M. M. Mosca, A. Pulido, A. I. Cooper and V. Kurlin, MATCH Commun. Math. Comput. Chem. 87, 529
 * (2022). It does not depend on which vectors span the lattice and where the cell begins. Where no atom moves by more
 * than d and the lattice stays, no distance of the sorted lists changes by more than 2d.
 */
final class Periodic {
    private static final double NEIGHBOURS = 32;
    private static final double LONGEST = 12;
    private static final double FIRST = 4;
    private static final double STEP = 1.25;

    /** By how much more than the atoms the distances may change. */
    static final double STRETCH = 2;

    private Periodic() {}

    static Fingerprint of(Geometry geometry) {
        Map<Integer, Integer> counts = geometry.counts();
        List<Integer> kinds = new ArrayList<>(counts.keySet());
        int[] wanted = wanted(counts, kinds, geometry.size());
        double cutoff = FIRST;
        double[][] lists = lists(geometry, kinds, cutoff);
        while (cutoff < LONGEST && !enough(lists, wanted)) {
            cutoff = Math.min(LONGEST, cutoff * STEP);
            lists = lists(geometry, kinds, cutoff);
        }
        Blocks blocks = new Blocks();
        for (int list = 0; list < lists.length; list++) {
            if (wanted[list] > 0) {
                blocks.add(shortest(lists[list], wanted[list]));
            }
        }
        return new Fingerprint(
                geometry.composition(),
                blocks.means(),
                blocks.weights(),
                marks(blocks.means(), blocks.weights()),
                STRETCH,
                STRETCH);
    }

    private static int[] wanted(Map<Integer, Integer> counts, List<Integer> kinds, int size) {
        int[] wanted = new int[kinds.size() * kinds.size()];
        for (int a = 0; a < kinds.size(); a++) {
            for (int b = a; b < kinds.size(); b++) {
                double pairs = NEIGHBOURS * counts.get(kinds.get(a)) * counts.get(kinds.get(b)) / size;
                wanted[a * kinds.size() + b] = (int) Math.max(1, Math.round(a == b ? pairs / 2 : pairs));
            }
        }
        return wanted;
    }

    private static boolean enough(double[][] lists, int[] wanted) {
        for (int list = 0; list < lists.length; list++) {
            if (lists[list].length < wanted[list]) {
                return false;
            }
        }
        return true;
    }

    private static double[][] lists(Geometry geometry, List<Integer> kinds, double cutoff) {
        NeighborList pairs = NeighborList.allImages(geometry.system(), cutoff);
        int[] list = new int[pairs.size()];
        int[] lengths = new int[kinds.size() * kinds.size()];
        for (int pair = 0; pair < list.length; pair++) {
            int a = kinds.indexOf(geometry.kinds()[pairs.first(pair)]);
            int b = kinds.indexOf(geometry.kinds()[pairs.second(pair)]);
            list[pair] = Math.min(a, b) * kinds.size() + Math.max(a, b);
            lengths[list[pair]]++;
        }
        double[][] lists = new double[lengths.length][];
        for (int k = 0; k < lists.length; k++) {
            lists[k] = new double[lengths[k]];
        }
        for (int pair = 0; pair < list.length; pair++) {
            lists[list[pair]][--lengths[list[pair]]] = Math.sqrt(pairs.squaredDistance(pair));
        }
        return lists;
    }

    /** What is farther away counts as if it were as far as is looked. */
    private static double[] shortest(double[] distances, int count) {
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        double[] shortest = Arrays.copyOf(sorted, count);
        if (sorted.length < count) {
            Arrays.fill(shortest, sorted.length, count, LONGEST);
        }
        return shortest;
    }

    /** Mean, spread and slope of all distances, none of which changes more than they do in the root mean square. */
    private static double[] marks(float[] means, int[] weights) {
        double all = Arrays.stream(weights).sum();
        double mean = 0;
        double slope = 0;
        for (int k = 0; k < means.length; k++) {
            mean += weights[k] * means[k] / all;
            slope += (k % 16 < 8 ? -1 : 1) * weights[k] * means[k] / all;
        }
        double square = 0;
        for (int k = 0; k < means.length; k++) {
            square += weights[k] * (means[k] - mean) * (means[k] - mean) / all;
        }
        return new double[] {mean, Math.sqrt(square), slope};
    }
}
