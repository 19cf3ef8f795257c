package org.lowland.io.build3d;

import com.actelion.research.chem.StereoMolecule;

/** Gives conformers one after the other. Confined to one thread. */
interface ConformerSource {

    /** The next conformer with all its hydrogens, or null when there are no more. */
    StereoMolecule next();
}
