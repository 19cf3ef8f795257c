package org.lowland.io.build3d;

import com.actelion.research.calc.ThreadMaster;
import com.actelion.research.chem.StereoMolecule;
import org.openmolecules.chem.conf.gen.ConformerGenerator;
import org.openmolecules.chem.conf.gen.RigidFragmentCache;

/**
 * Conformers put together from rigid fragments at the torsion angles that crystal structures have, each relaxed with
 * MMFF94s. The generator's cache
 * of fragments is left out: with it, a result would depend on the molecules that were built before.
 */
final class TorsionConformers implements ConformerSource {
    private static final int MOST_TORSION_SETS = 4096;

    private final ConformerGenerator generator;
    private final StereoMolecule start;
    private final boolean one;
    private boolean begun;

    TorsionConformers(StereoMolecule start, long seed, int count, ThreadMaster late) {
        this.generator = new ConformerGenerator(seed, (RigidFragmentCache) null, true);
        this.generator.setThreadMaster(late);
        this.start = start;
        this.one = count == 1;
    }

    @Override
    public StereoMolecule next() {
        StereoMolecule conformer = raw();
        if (conformer != null) {
            ForceFieldRelaxation.relax(conformer);
        }
        return conformer;
    }

    private StereoMolecule raw() {
        boolean first = !begun;
        begun = true;
        if (one) {
            return first ? generator.getOneConformerAsMolecule(start) : null;
        }
        if (first
                && !generator.initializeConformers(
                        start, ConformerGenerator.STRATEGY_LIKELY_RANDOM, MOST_TORSION_SETS, false)) {
            return null;
        }
        return generator.getNextConformerAsMolecule(null);
    }
}
