package org.lowland.potential.distill.frames;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.lowland.api.coordinate.CovalentRadii;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.topology.BondGraph;

/** The bonds of a structure, and what hangs on each end of those outside rings. */
final class Skeleton {
    private final AtomicSystem system;
    private final int[][] neighbours;

    /**
     * A bond outside rings.
     *
     * @param near the end that stays
     * @param far the end that moves, with {@code side}
     * @param side the atoms on the side of {@code far}, that included: no more than half of all
     */
    record Hinge(int near, int far, int[] side) {}

    private Skeleton(AtomicSystem system, int[][] neighbours) {
        this.system = system;
        this.neighbours = neighbours;
    }

    static Skeleton of(AtomicSystem system) {
        int[] pairs = BondGraph.of(system).pairs();
        List<List<Integer>> lists = new ArrayList<>();
        for (int atom = 0; atom < system.size(); atom++) {
            lists.add(new ArrayList<>());
        }
        for (int k = 0; k < pairs.length; k += 2) {
            lists.get(pairs[k]).add(pairs[k + 1]);
            lists.get(pairs[k + 1]).add(pairs[k]);
        }
        return new Skeleton(
                system,
                lists.stream()
                        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new));
    }

    /** The atoms bonded to one; not to be changed. */
    int[] neighbours(int atom) {
        return neighbours[atom];
    }

    /** All bonds outside rings. */
    List<Hinge> hinges() {
        List<Hinge> hinges = new ArrayList<>();
        for (int i = 0; i < neighbours.length; i++) {
            for (int j : neighbours[i]) {
                if (i < j) {
                    int[] side = side(i, j);
                    if (side.length > 0) {
                        int[] other = side(j, i);
                        hinges.add(side.length <= other.length ? new Hinge(i, j, side) : new Hinge(j, i, other));
                    }
                }
            }
        }
        return hinges;
    }

    /** The atoms that are reached from {@code far} without the bond to {@code near}; none where a ring closes it. */
    private int[] side(int near, int far) {
        boolean[] seen = new boolean[neighbours.length];
        seen[far] = true;
        List<Integer> reached = new ArrayList<>(List.of(far));
        for (int k = 0; k < reached.size(); k++) {
            int atom = reached.get(k);
            for (int next : neighbours[atom]) {
                if (next == near && atom != far) {
                    return new int[0];
                }
                if (next != near && !seen[next]) {
                    seen[next] = true;
                    reached.add(next);
                }
            }
        }
        return reached.stream().mapToInt(Integer::intValue).toArray();
    }

    /** How many bonds lie between two atoms: 1, 2, 3, or 4 for all that are farther. */
    int[][] distances() {
        int[][] distances = new int[neighbours.length][neighbours.length];
        for (int start = 0; start < neighbours.length; start++) {
            Arrays.fill(distances[start], 4);
            distances[start][start] = 0;
            Deque<Integer> open = new ArrayDeque<>(List.of(start));
            while (!open.isEmpty()) {
                int atom = open.poll();
                for (int next : neighbours[atom]) {
                    if (distances[start][next] > distances[start][atom] + 1) {
                        distances[start][next] = distances[start][atom] + 1;
                        open.add(next);
                    }
                }
            }
        }
        return distances;
    }

    /** The length of a bond in sums of covalent radii. */
    double relativeLength(int i, int j) {
        double[] x = system.positions();
        return Rotations.at(x, i).distance(Rotations.at(x, j))
                / (CovalentRadii.of(system.atomicNumber(i)) + CovalentRadii.of(system.atomicNumber(j)));
    }
}
