package org.lowland.io.build3d;

import com.actelion.research.calc.ThreadMaster;
import com.actelion.research.chem.StereoMolecule;
import org.openmolecules.chem.conf.gen.ConformerGenerator;
import org.openmolecules.chem.conf.so.ConformationSelfOrganizer;
import org.openmolecules.chem.conf.so.SelfOrganizedConformer;

/**
 * Conformers from random coordinates by self-organization, each relaxed with MMFF94s. A molecule with atoms that MMFF94s
 * does not know stays as it was organized.
 */
final class SelfOrganizedConformers implements ConformerSource {
    private final ConformationSelfOrganizer organizer;
    private final StereoMolecule start;
    private final long seed;
    private final int most;
    private int given;

    SelfOrganizedConformers(StereoMolecule start, long seed, int count, ThreadMaster late) {
        ConformerGenerator.addHydrogenAtoms(start);
        this.start = start;
        this.seed = seed;
        this.most = 2 * count;
        this.organizer = new ConformationSelfOrganizer(start, true);
        this.organizer.setThreadMaster(late);
    }

    @Override
    public StereoMolecule next() {
        if (given == most) {
            return null;
        }
        long mixed = (seed + given) * 0x9E3779B97F4A7C15L;
        given++;
        SelfOrganizedConformer conformer = organizer.generateOneConformer(mixed == 0 ? 1 : mixed);
        if (conformer == null) {
            return null;
        }
        StereoMolecule molecule = conformer.toMolecule(new StereoMolecule(start));
        ForceFieldRelaxation.relax(molecule);
        return molecule;
    }
}
