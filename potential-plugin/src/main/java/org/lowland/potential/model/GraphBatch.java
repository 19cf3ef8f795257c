package org.lowland.potential.model;

import java.util.List;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.api.system.NeighborList;
import org.lowland.potential.torch.HostTensor;

/**
 * Several structures as one graph, as the networks take it: atoms one after another, and every pair within the cutoff
 * in both directions.
 */
public final class GraphBatch {
    private final int molecules;
    private final long[] species;
    private final float[] positions;
    private final long[] moleculeOfAtom;
    private final int[] atomsBefore;
    private long[] edges;
    private float[] shifts;

    private GraphBatch(int molecules, int atoms) {
        this.molecules = molecules;
        this.species = new long[atoms];
        this.positions = new float[3 * atoms];
        this.moleculeOfAtom = new long[atoms];
        this.atomsBefore = new int[molecules + 1];
    }

    /**
     * Builds the graph.
     *
     * @param systems one or more structures
     * @param atomicNumbers in the order of the network's species index
     * @param cutoff in Å
     * @return the graph
     */
    public static GraphBatch of(List<AtomicSystem> systems, List<Integer> atomicNumbers, double cutoff) {
        int[] index = new int[119];
        for (int k = 0; k < atomicNumbers.size(); k++) {
            index[atomicNumbers.get(k)] = k;
        }
        GraphBatch batch = new GraphBatch(
                systems.size(), systems.stream().mapToInt(AtomicSystem::size).sum());
        NeighborList[] lists = new NeighborList[systems.size()];
        int pairs = 0;
        for (int m = 0; m < lists.length; m++) {
            lists[m] = NeighborList.allImages(systems.get(m), cutoff);
            pairs += lists[m].size();
            batch.addAtoms(m, systems.get(m), index);
        }
        batch.edges = new long[4 * pairs];
        batch.shifts = new float[6 * pairs];
        int edge = 0;
        for (int m = 0; m < lists.length; m++) {
            edge = batch.addEdges(edge, 2 * pairs, batch.atomsBefore[m], systems.get(m), lists[m]);
        }
        return batch;
    }

    private void addAtoms(int molecule, AtomicSystem system, int[] index) {
        int offset = atomsBefore[molecule];
        atomsBefore[molecule + 1] = offset + system.size();
        for (int i = 0; i < system.size(); i++) {
            species[offset + i] = index[system.atomicNumber(i)];
            moleculeOfAtom[offset + i] = molecule;
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * (offset + i) + axis] = (float) system.position(i, axis);
            }
        }
    }

    private int addEdges(int start, int total, int offset, AtomicSystem system, NeighborList list) {
        int edge = start;
        for (int p = 0; p < list.size(); p++) {
            edges[edge] = offset + list.first(p);
            edges[total + edge] = offset + list.second(p);
            edges[edge + 1] = offset + list.second(p);
            edges[total + edge + 1] = offset + list.first(p);
            if (system.isPeriodic()) {
                translation(system.cell().orElseThrow(), list, p, edge);
            }
            edge += 2;
        }
        return edge;
    }

    private void translation(Cell cell, NeighborList list, int pair, int edge) {
        for (int axis = 0; axis < 3; axis++) {
            double shift = 0;
            for (int vector = 0; vector < 3; vector++) {
                shift += list.shift(pair, vector) * cell.component(vector, axis);
            }
            shifts[3 * edge + axis] = (float) shift;
            shifts[3 * (edge + 1) + axis] = (float) -shift;
        }
    }

    /** {@return the number of structures} */
    public int molecules() {
        return molecules;
    }

    /** {@return the number of atoms of all structures} */
    public int atoms() {
        return species.length;
    }

    /**
     * The first atom of a structure.
     *
     * @param molecule index from 0; the number of structures for the number of all atoms
     * @return index among all atoms
     */
    public int begin(int molecule) {
        return atomsBefore[molecule];
    }

    /** {@return the arguments of every network: species, positions, edges, shifts, structure of each atom, count} */
    public List<HostTensor> tensors() {
        int n = species.length;
        int e = edges.length / 2;
        return List.of(
                HostTensor.of(species, n),
                HostTensor.of(positions, n, 3),
                HostTensor.of(edges, 2, e),
                HostTensor.of(shifts, e, 3),
                HostTensor.of(moleculeOfAtom, n),
                HostTensor.scalar(molecules));
    }
}
