package org.lowland.io.build3d;

import com.actelion.research.chem.Molecule;
import com.actelion.research.chem.StereoMolecule;
import com.actelion.research.chem.forcefield.mmff.BadAtomTypeException;
import com.actelion.research.chem.forcefield.mmff.BadRingAromException;
import com.actelion.research.chem.forcefield.mmff.ForceFieldMMFF94;

/** Takes the strain and the clashes out of a generated structure with MMFF94s. */
final class ForceFieldRelaxation {
    private ForceFieldRelaxation() {}

    /** Moves the atoms to the nearest minimum; a molecule with atoms that MMFF94s does not know stays as it is. */
    static void relax(StereoMolecule molecule) {
        ForceFieldMMFF94.initialize(ForceFieldMMFF94.MMFF94SPLUS);
        molecule.ensureHelperArrays(Molecule.cHelperCIP);
        try {
            new ForceFieldMMFF94(molecule, ForceFieldMMFF94.MMFF94SPLUS).minimise();
        } catch (BadAtomTypeException | BadRingAromException e) {
            return;
        }
    }
}
