package org.lowland.potential.torchscript;

import java.util.List;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.NeighborList;

/** The pairs of some structures within the cutoff, each in both directions. */
final class Edges {
    final int count;
    /** The first atoms of all edges, then the second ones. */
    final long[] index;
    /** Three for each edge: lattice vectors that are added to the second atom. */
    final double[] cellShifts;
    /** The same in Å. */
    final double[] shifts;

    Edges(List<AtomicSystem> systems, double cutoff) {
        List<NeighborList> lists = systems.stream()
                .map(system -> NeighborList.allImages(system, cutoff))
                .toList();
        count = 2 * lists.stream().mapToInt(NeighborList::size).sum();
        index = new long[2 * count];
        cellShifts = new double[3 * count];
        shifts = new double[3 * count];
        int edge = 0;
        int offset = 0;
        for (int s = 0; s < lists.size(); s++) {
            AtomicSystem system = systems.get(s);
            NeighborList pairs = lists.get(s);
            double[] lattice = CellValues.lattice(system);
            for (int pair = 0; pair < pairs.size(); pair++) {
                add(edge++, offset + pairs.first(pair), offset + pairs.second(pair), pairs, pair, 1, lattice);
                add(edge++, offset + pairs.second(pair), offset + pairs.first(pair), pairs, pair, -1, lattice);
            }
            offset += system.size();
        }
    }

    private void add(int edge, int from, int to, NeighborList pairs, int pair, int sign, double[] lattice) {
        index[edge] = from;
        index[count + edge] = to;
        for (int vector = 0; vector < 3; vector++) {
            int steps = sign * pairs.shift(pair, vector);
            cellShifts[3 * edge + vector] = steps;
            for (int axis = 0; axis < 3; axis++) {
                shifts[3 * edge + axis] += steps * lattice[3 * vector + axis];
            }
        }
    }
}
