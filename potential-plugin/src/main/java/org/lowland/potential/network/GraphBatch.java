package org.lowland.potential.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.TorchInputs;

/**
 * Structures of any sizes side by side, as the arguments of a network's methods: species (N), positions (N, 3), table
 * of neighbours (N, K), shifts (N, K, 3), structure of each atom (N), number of structures. K is the largest number of
 * neighbours in the batch, at least one.
 */
public final class GraphBatch {
    /** The place of the positions among the arguments. */
    public static final int POSITIONS = 1;

    /** The place of the shifts among the arguments. */
    public static final int SHIFTS = 3;

    private static final int NEIGHBORS = 2;
    private static final int STRUCTURE = 4;

    private final HostTensor.Type type;
    private final List<HostTensor> tensors;
    private final int[] sizes;
    private final int atoms;

    private GraphBatch(HostTensor.Type type, List<HostTensor> tensors, int[] sizes, int atoms) {
        this.type = type;
        this.tensors = tensors;
        this.sizes = sizes;
        this.atoms = atoms;
    }

    /**
     * Puts structures side by side.
     *
     * @param graphs at least one, each of at least one atom
     * @param cutoff of the network, Å; pairs farther apart are allowed and count nothing
     * @param type of positions and shifts, the network's own
     */
    public static GraphBatch of(List<AtomGraph> graphs, double cutoff, HostTensor.Type type) {
        int[] sizes = graphs.stream().mapToInt(AtomGraph::atoms).toArray();
        if (sizes.length == 0 || Arrays.stream(sizes).anyMatch(size -> size == 0)) {
            throw new IllegalArgumentException("a batch needs at least one structure, each with at least one atom");
        }
        int atoms = Arrays.stream(sizes).sum();
        int width = graphs.stream().mapToInt(GraphBatch::largestRow).max().orElse(1);
        long[] species = new long[atoms];
        double[] positions = new double[3 * atoms];
        long[] neighbors = new long[atoms * width];
        double[] shifts = new double[3 * atoms * width];
        long[] structure = new long[atoms];
        int offset = 0;
        for (int g = 0; g < sizes.length; g++) {
            AtomGraph graph = graphs.get(g);
            for (int i = 0; i < sizes[g]; i++) {
                species[offset + i] = graph.species()[i];
                structure[offset + i] = g;
            }
            System.arraycopy(graph.positions(), 0, positions, 3 * offset, 3 * sizes[g]);
            fillRows(graph, offset, width, 2 * cutoff, neighbors, shifts);
            offset += sizes[g];
        }
        return new GraphBatch(
                type,
                List.of(
                        HostTensor.of(species, atoms),
                        HostTensor.real(type, positions, atoms, 3),
                        HostTensor.of(neighbors, atoms, width),
                        HostTensor.real(type, shifts, atoms, width, 3),
                        HostTensor.of(structure, atoms),
                        HostTensor.scalar(sizes.length)),
                sizes,
                atoms);
    }

    private static int largestRow(AtomGraph graph) {
        int[] counts = new int[graph.atoms()];
        for (int center : graph.centers()) {
            counts[center]++;
        }
        return Math.max(1, Arrays.stream(counts).max().orElse(1));
    }

    private static void fillRows(
            AtomGraph graph, int offset, int width, double beyond, long[] neighbors, double[] shifts) {
        int[] filled = new int[graph.atoms()];
        for (int pair = 0; pair < graph.centers().length; pair++) {
            int center = graph.centers()[pair];
            int slot = (offset + center) * width + filled[center]++;
            neighbors[slot] = offset + graph.neighbors()[pair];
            if (graph.shifts().length > 0) {
                System.arraycopy(graph.shifts(), 3 * pair, shifts, 3 * slot, 3);
            }
        }
        for (int i = 0; i < filled.length; i++) {
            for (int k = filled[i]; k < width; k++) {
                int slot = (offset + i) * width + k;
                neighbors[slot] = offset + i;
                shifts[3 * slot] = beyond;
            }
        }
    }

    /** The arguments of {@code energy}, {@code forward} and {@code train_ef}. */
    public TorchInputs inputs() {
        return new TorchInputs(tensors);
    }

    /**
     * The arguments of {@code loss} and {@code loss_mse} when this batch is a whole step: both terms are means.
     *
     * @param energies reference energies, eV, one per structure
     * @param forces reference forces, eV/Å, three per atom
     * @param weights of the two terms, and how energy errors scale with size
     */
    public TorchInputs lossInputs(double[] energies, double[] forces, LossWeights weights) {
        return lossInputs(energies, forces, weights, sizes.length, atoms);
    }

    /**
     * The same for a part of a step: the terms are divided by the numbers of structures and atoms in the whole step, so
     * that gradients of the parts add up to that of the whole. On a CPU, parts of about 200 atoms are the fastest: their
     * tensors stay in the cache.
     */
    public TorchInputs lossInputs(
            double[] energies, double[] forces, LossWeights weights, int structuresInStep, int atomsInStep) {
        double[] scales = new double[sizes.length];
        for (int g = 0; g < sizes.length; g++) {
            scales[g] = Math.pow(sizes[g], -weights.sizeExponent());
        }
        List<HostTensor> all = new ArrayList<>(tensors);
        all.add(HostTensor.real(type, energies, sizes.length));
        all.add(HostTensor.real(type, forces, atoms, 3));
        all.add(HostTensor.real(type, scales, sizes.length));
        all.add(HostTensor.real(type, new double[] {weights.energy() / structuresInStep}));
        all.add(HostTensor.real(type, new double[] {weights.force() / atomsInStep}));
        return new TorchInputs(all);
    }

    /**
     * The derivative of the energy by a strain.
     *
     * @param byShifts gradient of the energy by the shifts, as many numbers as there are
     * @return nine components for each structure
     */
    public double[] virials(double[] byShifts) {
        double[] positions = tensors.get(POSITIONS).toDoubles();
        double[] shifts = tensors.get(SHIFTS).toDoubles();
        long[] neighbors = tensors.get(NEIGHBORS).longs();
        long[] structure = tensors.get(STRUCTURE).longs();
        int width = neighbors.length / atoms;
        double[] virials = new double[9 * sizes.length];
        for (int slot = 0; slot < neighbors.length; slot++) {
            int center = slot / width;
            int neighbor = (int) neighbors[slot];
            for (int k = 0; k < 9; k++) {
                int axis = k / 3;
                double r = positions[3 * neighbor + axis] - positions[3 * center + axis] + shifts[3 * slot + axis];
                virials[9 * (int) structure[center] + k] += r * byShifts[3 * slot + k % 3];
            }
        }
        return virials;
    }

    /** The number of structures. */
    public int structures() {
        return sizes.length;
    }

    /** The number of atoms in all structures together. */
    public int atoms() {
        return atoms;
    }

    /** The number of atoms in each structure, in order. */
    public int[] sizes() {
        return sizes.clone();
    }
}
