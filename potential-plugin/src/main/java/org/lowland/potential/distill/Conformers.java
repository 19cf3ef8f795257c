package org.lowland.potential.distill;

import com.actelion.research.chem.SmilesParser;
import com.actelion.research.chem.StereoMolecule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lowland.api.system.AtomicSystem;
import org.openmolecules.chem.conf.gen.ConformerGenerator;
import org.openmolecules.chem.conf.so.ConformationSelfOrganizer;

/**
 * First structures of molecules by OpenChemLib's self-organization: distances, planes, stereo centres and torsions are
 * put right one after another until none is violated. Rough but fast, thirty times faster than its systematic
 * generator, and the teacher relaxes the structures anyway.
 */
final class Conformers {
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(10);

    private Conformers() {}

    /**
     * Several conformers, not necessarily different; none where the generator gives up.
     *
     * @param smiles of the molecule
     * @param count how many are wanted
     * @param seed of the generator
     * @return the structures, hydrogens included
     */
    static List<AtomicSystem> generate(String smiles, int count, long seed) {
        StereoMolecule molecule = new StereoMolecule();
        try {
            new SmilesParser().parse(molecule, smiles);
        } catch (Exception unreadable) {
            return List.of();
        }
        ConformerGenerator.addHydrogenAtoms(molecule);
        ConformationSelfOrganizer organizer = new ConformationSelfOrganizer(molecule, false);
        organizer.setStopTime(System.currentTimeMillis() + PATIENCE);
        List<AtomicSystem> structures = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            StereoMolecule conformer = organizer.generateOneConformerInPlace(seed * count + k);
            if (conformer != null) {
                structures.add(toSystem(conformer));
            }
        }
        return structures;
    }

    private static AtomicSystem toSystem(StereoMolecule molecule) {
        int n = molecule.getAllAtoms();
        int[] numbers = new int[n];
        double[] positions = new double[3 * n];
        for (int i = 0; i < n; i++) {
            numbers[i] = molecule.getAtomicNo(i);
            positions[3 * i] = molecule.getAtomX(i);
            positions[3 * i + 1] = molecule.getAtomY(i);
            positions[3 * i + 2] = molecule.getAtomZ(i);
        }
        return AtomicSystem.of(numbers, positions);
    }
}
