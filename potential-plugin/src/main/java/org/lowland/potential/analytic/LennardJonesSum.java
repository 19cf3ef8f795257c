package org.lowland.potential.analytic;

import org.lowland.api.InputException;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.api.system.NeighborList;

/** Sums pair energies, forces and the virial of one system. Used once. */
final class LennardJonesSum {
    private final AtomicSystem system;
    private final int[] species;
    private final LennardJonesTable table;
    private final double[] forces;
    private final double[] virial = new double[9];
    private double energy;

    LennardJonesSum(AtomicSystem system, int[] species, LennardJonesTable table) {
        this.system = system;
        this.species = species;
        this.table = table;
        this.forces = new double[3 * system.size()];
    }

    /** Every pair of atoms in free space. */
    Evaluation overAllPairs() {
        double[] at = system.positions();
        int size = system.size();
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                add(i, j, at[3 * j] - at[3 * i], at[3 * j + 1] - at[3 * i + 1], at[3 * j + 2] - at[3 * i + 2]);
            }
        }
        return Evaluation.of(energy, forces);
    }

    /** The pairs of a list; with the stress where space repeats. */
    Evaluation over(NeighborList pairs) {
        for (int p = 0; p < pairs.size(); p++) {
            add(pairs.first(p), pairs.second(p), pairs.x(p), pairs.y(p), pairs.z(p));
        }
        Evaluation evaluation = Evaluation.of(energy, forces);
        return system.isPeriodic() ? evaluation.withStress(stress(system.cell().orElseThrow())) : evaluation;
    }

    private void add(int i, int j, double x, double y, double z) {
        double squared = x * x + y * y + z * z;
        int entry = table.entry(species[i], species[j]);
        if (!table.reaches(entry, squared)) {
            return;
        }
        if (squared < Domain.COINCIDENT * Domain.COINCIDENT) {
            throw new InputException(system.describe(i) + " and a periodic image of " + system.describe(j)
                    + " coincide: they are less than " + Domain.COINCIDENT
                    + " Å apart; remove one or correct the cell");
        }
        energy += table.energy(entry, squared);
        double slope = table.slopeOverDistance(entry, squared);
        double fx = slope * x;
        double fy = slope * y;
        double fz = slope * z;
        forces[3 * i] += fx;
        forces[3 * i + 1] += fy;
        forces[3 * i + 2] += fz;
        forces[3 * j] -= fx;
        forces[3 * j + 1] -= fy;
        forces[3 * j + 2] -= fz;
        virial[0] += fx * x;
        virial[1] += fx * y;
        virial[2] += fx * z;
        virial[4] += fy * y;
        virial[5] += fy * z;
        virial[8] += fz * z;
    }

    /** The derivative of the energy by the strain, over the volume. */
    private double[] stress(Cell cell) {
        virial[3] = virial[1];
        virial[6] = virial[2];
        virial[7] = virial[5];
        double volume = Math.abs(cell.volume());
        double[] stress = new double[9];
        for (int k = 0; k < 9; k++) {
            stress[k] = virial[k] / volume;
        }
        return stress;
    }
}
