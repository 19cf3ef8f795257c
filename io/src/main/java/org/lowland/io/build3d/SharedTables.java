package org.lowland.io.build3d;

import com.actelion.research.chem.SmilesParser;
import com.actelion.research.chem.StereoMolecule;
import org.openmolecules.chem.conf.gen.ConformerGenerator;
import org.openmolecules.chem.conf.so.ConformationSelfOrganizer;

/**
 * Has OpenChemLib read its tables of bond lengths, torsions and force-field parameters before the first structure is
 * built. It reads them on first use without a lock, so that two threads that begin together get other structures than
 * one after the other; a class is initialized by one thread while the others wait.
 */
final class SharedTables {
    static {
        read();
    }

    private SharedTables() {}

    /** Returns when the tables are there. */
    static void await() {}

    private static void read() {
        try {
            StereoMolecule glycol = new StereoMolecule();
            new SmilesParser().parse(glycol, "OCCO");
            ConformerGenerator.addHydrogenAtoms(glycol);
            StereoMolecule built = new ConformationSelfOrganizer(glycol, true).generateOneConformerInPlace(1);
            if (built != null) {
                ForceFieldRelaxation.relax(built);
            }
        } catch (Exception e) {
            throw new IllegalStateException("OpenChemLib cannot build glycol", e);
        }
    }
}
