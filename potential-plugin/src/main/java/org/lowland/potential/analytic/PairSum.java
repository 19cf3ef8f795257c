package org.lowland.potential.analytic;

import org.lowland.api.InputException;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.api.system.NeighborList;

/**
 * What a loop over pairs has summed.
 *
 * @param energy in eV
 * @param forces 3N components in eV/Å
 * @param virial xx, xy, xz, yy, yz, zz of the derivative of the energy by the strain, in eV
 * @param closest the square of the shortest distance seen, in Å²
 * @param shares of the atoms in the energy, in eV: half of a pair's, a third of a triple's
 */
record PairSum(double energy, double[] forces, double[] virial, double closest, double[] shares) {

    /** With the stress, the derivative of the energy by the strain over the volume, where space repeats. */
    Evaluation evaluation(AtomicSystem system) {
        Evaluation evaluation = Evaluation.of(energy, forces).withAtomEnergies(shares);
        return system.isPeriodic()
                ? evaluation.withStress(stress(virial, system.cell().orElseThrow()))
                : evaluation;
    }

    /** The stress of a virial of six components. */
    static double[] stress(double[] virial, Cell cell) {
        double volume = Math.abs(cell.volume());
        double xy = virial[1] / volume;
        double xz = virial[2] / volume;
        double yz = virial[4] / volume;
        return new double[] {virial[0] / volume, xy, xz, xy, virial[3] / volume, yz, xz, yz, virial[5] / volume};
    }

    /** Tells which periodic images coincide. */
    static InputException coincidence(AtomicSystem system) {
        NeighborList pairs = NeighborList.allImages(system, Domain.COINCIDENT);
        return new InputException(system.describe(pairs.first(0)) + " and a periodic image of "
                + system.describe(pairs.second(0)) + " coincide: they are less than " + Domain.COINCIDENT
                + " Å apart; remove one or correct the cell");
    }
}
