package org.lowland.api;

import org.lowland.api.molecule.Identity;
import org.lowland.api.optimize.OptimizationResult;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * A molecule after an optimization.
 *
 * @param molecule a copy of the molecule that was given, at its new positions, all else as it was
 * @param result energy (eV), fmax (eV/Å), steps and what ended the run
 * @param identity whether the new geometry still is that of the same molecule
 */
public record OptimizedMolecule(IAtomContainer molecule, OptimizationResult result, Identity identity) {

    /** {@return whether the new geometry meets the force threshold} */
    public boolean converged() {
        return result.converged();
    }

    /** {@return the energy of the new geometry in eV} */
    public double energy() {
        return result.energy();
    }
}
