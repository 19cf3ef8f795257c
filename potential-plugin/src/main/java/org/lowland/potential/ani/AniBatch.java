package org.lowland.potential.ani;

import java.util.Arrays;
import java.util.List;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.TorchInputs;
import org.lowland.potential.torch.TorchOutputs;

/**
 * Systems of any sizes as the flat tensors that the script of {@link AniScript} reads, and the way back from its
 * results. Atoms are numbered by element first, across the systems, so that each element's networks read one block of
 * rows.
 */
final class AniBatch {
    /** The position in {@code sizes} from which the atoms of each slot are counted. */
    static final int FIRST_COUNT = 4;

    private final List<AtomicSystem> systems;
    private final int[][] ranks;
    private final int atoms;
    private final TorchInputs inputs;

    AniBatch(AniDescriptor descriptor, AniLayout layout, List<AtomicSystem> systems, HostTensor.Type precision) {
        this.systems = systems;
        this.ranks = new int[systems.size()][];
        this.atoms = systems.stream().mapToInt(AtomicSystem::size).sum();
        int[] slotOf = layout.slots();
        int[] counts = new int[layout.size()];
        int mask = 0;
        for (AtomicSystem system : systems) {
            for (int atom = 0; atom < system.size(); atom++) {
                int slot = slotOf[system.atomicNumber(atom)];
                counts[slot]++;
                mask |= 1 << slot;
            }
        }
        AniColumns columns = AniColumns.of(mask, layout.size(), descriptor);
        AniNeighbours neighbours = new AniNeighbours(descriptor, columns.present());
        int[] next = new int[layout.size()];
        for (int slot = 1; slot < next.length; slot++) {
            next[slot] = next[slot - 1] + counts[slot - 1];
        }
        double[] xyz = new double[3 * atoms];
        long[] owner = new long[atoms];
        for (int s = 0; s < systems.size(); s++) {
            AtomicSystem system = systems.get(s);
            double[] x = centred(system);
            int[] blocks = new int[system.size()];
            int[] rank = new int[system.size()];
            for (int atom = 0; atom < rank.length; atom++) {
                int slot = slotOf[system.atomicNumber(atom)];
                blocks[atom] = columns.compact()[slot];
                rank[atom] = next[slot]++;
                owner[rank[atom]] = s;
                for (int axis = 0; axis < 3; axis++) {
                    xyz[axis * atoms + rank[atom]] = x[3 * atom + axis];
                }
            }
            ranks[s] = rank;
            neighbours.add(x, blocks, rank);
        }
        long[] sizes = new long[FIRST_COUNT + counts.length];
        sizes[0] = systems.size();
        sizes[1] = columns.present();
        sizes[2] = neighbours.near();
        sizes[3] = columns.leading() ? 1 : 0;
        for (int slot = 0; slot < counts.length; slot++) {
            sizes[FIRST_COUNT + slot] = counts[slot];
        }
        inputs = TorchInputs.of(
                HostTensor.real(precision, xyz, xyz.length),
                HostTensor.of(sizes, sizes.length),
                HostTensor.of(owner, atoms),
                neighbours.pairs(),
                neighbours.triples(),
                neighbours.weights(precision),
                neighbours.pieces(),
                HostTensor.of(columns.rows(), columns.rows().length),
                HostTensor.of(columns.columns(), columns.columns().length));
    }

    /** Single precision resolves distances best near the origin. */
    private static double[] centred(AtomicSystem system) {
        double[] x = system.positions();
        for (int axis = 0; axis < 3; axis++) {
            double mean = 0;
            for (int k = axis; k < x.length; k += 3) {
                mean += x[k] / system.size();
            }
            for (int k = axis; k < x.length; k += 3) {
                x[k] -= mean;
            }
        }
        return x;
    }

    /** The arguments of the script's {@code forward}. */
    TorchInputs inputs() {
        return inputs;
    }

    /**
     * The energies of one system from each network, in Hartree without self energies.
     *
     * @param outputs what the script returned
     * @param system index in the batch
     */
    double[] energies(TorchOutputs outputs, int system) {
        double[] all = outputs.get(0).doubles();
        double[] energies = new double[all.length / systems.size()];
        Arrays.setAll(energies, member -> all[member * systems.size() + system]);
        return energies;
    }

    /**
     * The forces on the atoms of one system in eV/Å.
     *
     * @param outputs what the script returned
     * @param system index in the batch
     */
    double[] forces(TorchOutputs outputs, int system) {
        double[] all = outputs.get(1).toDoubles();
        int[] rank = ranks[system];
        double[] forces = new double[3 * rank.length];
        for (int k = 0; k < forces.length; k++) {
            forces[k] = all[k % 3 * atoms + rank[k / 3]];
        }
        return forces;
    }
}
