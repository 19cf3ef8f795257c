package org.lowland.potential.analytic;

import org.lowland.api.InputException;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.api.system.NeighborList;

/** Sums the pair energies, the forces and the virial of one system. Used once. */
final class LennardJonesSum {
    private final AtomicSystem system;
    private final int[] species;
    private final LennardJonesTable table;
    private final double[] forces;
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
                double x = at[3 * j] - at[3 * i];
                double y = at[3 * j + 1] - at[3 * i + 1];
                double z = at[3 * j + 2] - at[3 * i + 2];
                push(i, j, x, y, z, slopeOverDistance(i, j, x * x + y * y + z * z));
            }
        }
        return Evaluation.of(energy, forces);
    }

    /** The pairs of a list; with the stress where space repeats. */
    Evaluation over(NeighborList pairs) {
        double[] virial = new double[9];
        for (int p = 0; p < pairs.size(); p++) {
            double x = pairs.x(p);
            double y = pairs.y(p);
            double z = pairs.z(p);
            double slope = slopeOverDistance(pairs.first(p), pairs.second(p), x * x + y * y + z * z);
            push(pairs.first(p), pairs.second(p), x, y, z, slope);
            virial[0] += slope * x * x;
            virial[1] += slope * x * y;
            virial[2] += slope * x * z;
            virial[4] += slope * y * y;
            virial[5] += slope * y * z;
            virial[8] += slope * z * z;
        }
        Evaluation evaluation = Evaluation.of(energy, forces);
        return system.isPeriodic()
                ? evaluation.withStress(stress(virial, system.cell().orElseThrow()))
                : evaluation;
    }

    /** Adds the energy of a pair and gives u′(r) / r in eV/Å². */
    private double slopeOverDistance(int i, int j, double squared) {
        int entry = table.entry(species[i], species[j]);
        if (!table.reaches(entry, squared)) {
            return 0;
        }
        if (squared < Domain.COINCIDENT * Domain.COINCIDENT) {
            throw new InputException(system.describe(i) + " and a periodic image of " + system.describe(j)
                    + " coincide: they are less than " + Domain.COINCIDENT
                    + " Å apart; remove one or correct the cell");
        }
        double inverse = 1 / squared;
        double inverseSixth = inverse * inverse * inverse;
        energy += table.energy(entry, inverseSixth);
        double slope = table.virial(entry, inverseSixth) * inverse;
        double shift = table.slopeAtCutoff(entry);
        if (shift == 0) {
            return slope;
        }
        double distance = Math.sqrt(squared);
        energy -= shift * (distance - table.cutoff(entry));
        return slope - shift / distance;
    }

    private void push(int i, int j, double x, double y, double z, double slope) {
        forces[3 * i] += slope * x;
        forces[3 * i + 1] += slope * y;
        forces[3 * i + 2] += slope * z;
        forces[3 * j] -= slope * x;
        forces[3 * j + 1] -= slope * y;
        forces[3 * j + 2] -= slope * z;
    }

    /** The derivative of the energy by the strain, over the volume. */
    private static double[] stress(double[] virial, Cell cell) {
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
