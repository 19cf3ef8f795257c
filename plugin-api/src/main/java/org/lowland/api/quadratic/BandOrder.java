package org.lowland.api.quadratic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lowland.api.coordinate.Primitive;
import org.lowland.api.system.AtomicSystem;

/**
 * The order of atoms in which those that share a coordinate are near each other, so that matrices have a narrow band
 * (E. Cuthill and J. McKee, Proc. 24th ACM Nat. Conf. 157 (1969)).
 */
final class BandOrder {
    /** Coordinates of whole fragments do not say which of their atoms are near. */
    private static final int MOST_ATOMS = 4;

    private final List<Set<Integer>> neighbours = new ArrayList<>();
    private final boolean[] placed;
    private final List<Integer> order = new ArrayList<>();

    private BandOrder(int atoms, List<Primitive> primitives) {
        this.placed = new boolean[atoms];
        for (int atom = 0; atom < atoms; atom++) {
            neighbours.add(new TreeSet<>());
        }
        for (Primitive primitive : primitives) {
            int[] members = primitive.atoms();
            for (int a = 0; a < members.length && members.length <= MOST_ATOMS; a++) {
                for (int b = 0; b < a; b++) {
                    neighbours.get(members[a]).add(members[b]);
                    neighbours.get(members[b]).add(members[a]);
                }
            }
        }
    }

    /**
     * The places of the free atoms.
     *
     * @param system the atoms
     * @param primitives their coordinates
     * @return for each atom its place among the free ones, or -1 when it is fixed
     */
    static int[] columns(AtomicSystem system, List<Primitive> primitives) {
        BandOrder band = new BandOrder(system.size(), primitives);
        for (int atom = 0; atom < system.size(); atom++) {
            if (!band.placed[atom]) {
                band.place(band.farthest(band.farthest(atom)));
            }
        }
        int[] columns = new int[system.size()];
        Arrays.fill(columns, -1);
        int next = 0;
        Collections.reverse(band.order);
        for (int atom : band.order) {
            if (!system.isFixed(atom)) {
                columns[atom] = next++;
            }
        }
        return columns;
    }

    /** An atom at the far end of the fragment. */
    private int farthest(int from) {
        List<Integer> reached = spread(from, placed.clone());
        return reached.get(reached.size() - 1);
    }

    private void place(int from) {
        order.addAll(spread(from, placed));
    }

    private List<Integer> spread(int from, boolean[] seen) {
        List<Integer> reached = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        seen[from] = true;
        while (!open.isEmpty()) {
            int atom = open.removeFirst();
            reached.add(atom);
            neighbours.get(atom).stream()
                    .filter(other -> !seen[other])
                    .sorted(Comparator.comparingInt(
                            other -> neighbours.get(other).size()))
                    .toList()
                    .forEach(other -> {
                        seen[other] = true;
                        open.addLast(other);
                    });
        }
        return reached;
    }
}
