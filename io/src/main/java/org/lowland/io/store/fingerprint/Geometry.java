package org.lowland.io.store.fingerprint;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lowland.api.InputException;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.Structure;
import org.openscience.cdk.interfaces.IAtom;

/**
 * Atoms in space, as far as they count for being the same structure: what kinds they are of, where they lie, how space
 * repeats, charge and spin. Bonds do not count, which are drawn in many ways. The arrays are not to be changed.
 *
 * @param system the atoms
 * @param kinds for each atom what it may be exchanged with: its element, and its isotope where that is given
 */
record Geometry(AtomicSystem system, int[] kinds) {
    private static final int ISOTOPE = 1000;

    /** The atoms of a record; empty where they are flat or hydrogens are left out. */
    static Optional<Geometry> of(Structure structure) {
        if (structure instanceof LabelledFrame frame) {
            return frame.atoms() == 0
                    ? Optional.empty()
                    : Optional.of(new Geometry(frame.system(), frame.system().atomicNumbers()));
        }
        MoleculeRecord molecule = (MoleculeRecord) structure;
        if (molecule.atoms() == 0 || !molecule.is3d()) {
            return Optional.empty();
        }
        try {
            AtomicSystem system = Molecules.toSystem(molecule.molecule());
            int[] kinds = system.atomicNumbers();
            for (IAtom atom : molecule.molecule().atoms()) {
                kinds[atom.getIndex()] += atom.getMassNumber() == null ? 0 : ISOTOPE * atom.getMassNumber();
            }
            return Optional.of(new Geometry(system, kinds));
        } catch (InputException e) {
            // hydrogens that are not atoms have no places
            return Optional.empty();
        }
    }

    int size() {
        return kinds.length;
    }

    /** How many atoms there are of each kind, by kind. */
    Map<Integer, Integer> counts() {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int kind : kinds) {
            counts.merge(kind, 1, Integer::sum);
        }
        return counts;
    }

    /** What must be equal before distances are looked at. */
    String composition() {
        StringBuilder periodic = new StringBuilder();
        system.cell().ifPresent(cell -> {
            int axes = 0;
            for (int vector = 0; vector < 3; vector++) {
                axes += cell.isPeriodic(vector) ? 1 : 0;
            }
            periodic.append(axes);
        });
        return counts() + " " + system.charge() + " " + system.multiplicity() + " " + periodic;
    }
}
