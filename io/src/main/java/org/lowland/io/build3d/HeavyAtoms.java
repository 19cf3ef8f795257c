package org.lowland.io.build3d;

import com.actelion.research.chem.StereoMolecule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.vecmath.Point3d;
import org.lowland.api.InputException;
import org.openscience.cdk.CDKConstants;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/**
 * The bridge to OpenChemLib: a SMILES in which every atom that is not an ordinary hydrogen carries its index plus one as
 * an atom map number, and the way back from OpenChemLib's atoms, which it reorders, to ours.
 */
record HeavyAtoms(String smiles, boolean[] mapped) {
    private static final String INDEX = "org.lowland.index";

    static HeavyAtoms of(IAtomContainer molecule) throws CDKException, CloneNotSupportedException {
        IAtomContainer copy = molecule.clone();
        for (IAtom atom : copy.atoms()) {
            atom.setPoint2d(null);
            atom.setPoint3d(null);
            atom.removeProperty(CDKConstants.ATOM_ATOM_MAPPING);
            atom.setProperty(INDEX, atom.getIndex());
        }
        boolean[] mapped = new boolean[molecule.getAtomCount()];
        IAtomContainer heavy = AtomContainerManipulator.suppressHydrogens(copy);
        for (IAtom atom : heavy.atoms()) {
            int index = atom.getProperty(INDEX, Integer.class);
            mapped[index] = true;
            atom.setProperty(CDKConstants.ATOM_ATOM_MAPPING, index + 1);
        }
        return new HeavyAtoms(new SmilesGenerator(SmiFlavor.Isomeric | SmiFlavor.AtomAtomMap).create(heavy), mapped);
    }

    /** A copy of the molecule at the coordinates of OpenChemLib's. */
    IAtomContainer place(IAtomContainer molecule, StereoMolecule built) throws CloneNotSupportedException {
        IAtomContainer placed = molecule.clone();
        List<Deque<Integer>> hydrogens = new ArrayList<>();
        int[] theirs = new int[mapped.length];
        mapHeavy(built, theirs, hydrogens);
        for (IAtom atom : placed.atoms()) {
            int index = atom.getIndex();
            int source;
            if (mapped[index]) {
                source = theirs[index] - 1;
            } else {
                int parent =
                        placed.getConnectedBondsList(atom).get(0).getOther(atom).getIndex();
                source = hydrogens.get(parent).isEmpty()
                        ? -1
                        : hydrogens.get(parent).remove();
            }
            if (source < 0) {
                throw new InputException(
                        "OpenChemLib sees other hydrogens than the molecule has at atom " + (index + 1));
            }
            atom.setPoint2d(null);
            atom.setPoint3d(new Point3d(built.getAtomX(source), built.getAtomY(source), built.getAtomZ(source)));
        }
        return placed;
    }

    private void mapHeavy(StereoMolecule built, int[] theirs, List<Deque<Integer>> hydrogens) {
        built.ensureHelperArrays(com.actelion.research.chem.Molecule.cHelperNeighbours);
        if (built.getAllAtoms() != mapped.length) {
            throw new InputException(
                    "OpenChemLib gives the molecule " + built.getAllAtoms() + " atoms instead of " + mapped.length);
        }
        for (int k = 0; k < mapped.length; k++) {
            hydrogens.add(new ArrayDeque<>());
        }
        for (int atom = 0; atom < built.getAllAtoms(); atom++) {
            int number = built.getAtomMapNo(atom);
            if (number > 0) {
                theirs[number - 1] = atom + 1;
                for (int k = 0; k < built.getAllConnAtoms(atom); k++) {
                    int neighbour = built.getConnAtom(atom, k);
                    if (built.getAtomMapNo(neighbour) == 0) {
                        hydrogens.get(number - 1).add(neighbour);
                    }
                }
            }
        }
    }
}
