package org.lowland.potential.model;

import java.util.List;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.api.system.NeighborList;
import org.lowland.potential.network.AtomGraph;

/** Atomic systems as the graphs that networks take. */
public final class Graphs {
    private Graphs() {}

    /**
     * The graph of a system, every pair within the cutoff in both directions.
     *
     * @param system of elements that are in the list
     * @param atomicNumbers the network's elements in their order
     * @param cutoff in Å
     * @return the graph
     */
    public static AtomGraph of(AtomicSystem system, List<Integer> atomicNumbers, double cutoff) {
        NeighborList pairs = NeighborList.allImages(system, cutoff);
        int[] species = new int[system.size()];
        for (int i = 0; i < species.length; i++) {
            species[i] = atomicNumbers.indexOf(system.atomicNumber(i));
        }
        int[] centers = new int[2 * pairs.size()];
        int[] neighbors = new int[2 * pairs.size()];
        double[] shifts = new double[system.isPeriodic() ? 3 * centers.length : 0];
        for (int p = 0; p < pairs.size(); p++) {
            centers[2 * p] = pairs.first(p);
            neighbors[2 * p] = pairs.second(p);
            centers[2 * p + 1] = pairs.second(p);
            neighbors[2 * p + 1] = pairs.first(p);
            if (system.isPeriodic()) {
                translate(system.cell().orElseThrow(), pairs, p, shifts);
            }
        }
        return new AtomGraph(species, system.positions(), centers, neighbors, shifts);
    }

    private static void translate(Cell cell, NeighborList pairs, int pair, double[] shifts) {
        for (int axis = 0; axis < 3; axis++) {
            double shift = 0;
            for (int vector = 0; vector < 3; vector++) {
                shift += pairs.shift(pair, vector) * cell.component(vector, axis);
            }
            shifts[6 * pair + axis] = shift;
            shifts[6 * pair + 3 + axis] = -shift;
        }
    }
}
