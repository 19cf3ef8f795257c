package org.lowland.api.topology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.lowland.api.coordinate.CovalentRadii;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.NeighborList;

/** Which atoms are bonded: as the system says, or as its distances say where it does not. Immutable. */
public final class BondGraph {
    /** Atoms closer than this many sums of covalent radii are bonded. */
    private static final double BONDED = 1.3;

    private final int[][] neighbours;

    private BondGraph(int[][] neighbours) {
        this.neighbours = neighbours;
    }

    /**
     * The bonds of a system.
     *
     * @param system the atoms
     * @return its graph
     */
    public static BondGraph of(AtomicSystem system) {
        int[] declared = system.bonds();
        List<List<Integer>> lists = new ArrayList<>();
        for (int atom = 0; atom < system.size(); atom++) {
            lists.add(new ArrayList<>());
        }
        int[] pairs = declared.length > 0 ? declared : byDistance(system);
        for (int k = 0; k < pairs.length; k += 2) {
            if (pairs[k] != pairs[k + 1] && !lists.get(pairs[k]).contains(pairs[k + 1])) {
                lists.get(pairs[k]).add(pairs[k + 1]);
                lists.get(pairs[k + 1]).add(pairs[k]);
            }
        }
        int[][] neighbours = lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).sorted().toArray())
                .toArray(int[][]::new);
        return new BondGraph(neighbours);
    }

    private static int[] byDistance(AtomicSystem system) {
        double largest = 0;
        for (int atom = 0; atom < system.size(); atom++) {
            largest = Math.max(largest, CovalentRadii.of(system.atomicNumber(atom)));
        }
        NeighborList close = NeighborList.minimumImage(system, 2 * BONDED * largest);
        List<Integer> pairs = new ArrayList<>();
        for (int p = 0; p < close.size(); p++) {
            int i = close.first(p);
            int j = close.second(p);
            double limit =
                    BONDED * (CovalentRadii.of(system.atomicNumber(i)) + CovalentRadii.of(system.atomicNumber(j)));
            if (close.squaredDistance(p) < limit * limit) {
                pairs.add(i);
                pairs.add(j);
            }
        }
        return pairs.stream().mapToInt(Integer::intValue).toArray();
    }

    int size() {
        return neighbours.length;
    }

    /** The atoms bonded to one, in ascending order; not to be changed. */
    int[] neighbours(int atom) {
        return neighbours[atom];
    }

    /** The number of bonds. */
    int bonds() {
        return Arrays.stream(neighbours).mapToInt(n -> n.length).sum() / 2;
    }

    /** {@return the bonds as pairs of atom indices, the smaller one first} */
    public int[] pairs() {
        IntStream.Builder pairs = IntStream.builder();
        for (int atom = 0; atom < size(); atom++) {
            for (int neighbour : neighbours[atom]) {
                if (atom < neighbour) {
                    pairs.add(atom).add(neighbour);
                }
            }
        }
        return pairs.build().toArray();
    }

    /** The connected fragments, each in ascending order. */
    List<int[]> fragments() {
        boolean[] seen = new boolean[size()];
        List<int[]> fragments = new ArrayList<>();
        for (int atom = 0; atom < size(); atom++) {
            if (!seen[atom]) {
                fragments.add(reachable(atom, seen));
            }
        }
        return fragments;
    }

    private int[] reachable(int atom, boolean[] seen) {
        List<Integer> members = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(atom));
        seen[atom] = true;
        while (!open.isEmpty()) {
            int next = open.pop();
            members.add(next);
            for (int neighbour : neighbours[next]) {
                if (!seen[neighbour]) {
                    seen[neighbour] = true;
                    open.push(neighbour);
                }
            }
        }
        return members.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
