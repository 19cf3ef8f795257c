package org.lowland.io.build3d;

import org.lowland.api.InputException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/** Makes molecules without 3D coordinates ready for {@link ConformerBuilder}. */
public final class Flat {
    private Flat() {}

    /**
     * Adds the hydrogens that a drawing leaves out.
     *
     * @param molecule with Kekulé bonds; not changed
     * @return a copy with all hydrogens as atoms behind the others, stereo as drawn
     * @throws InputException when bonds have no Kekulé orders or an atom is no element, so that hydrogens cannot be
     *     counted
     */
    public static IAtomContainer complete(IAtomContainer molecule) {
        for (IBond bond : molecule.bonds()) {
            if (bond.getOrder() == null || bond.getOrder() == IBond.Order.UNSET) {
                throw new InputException("bond " + (bond.getIndex() + 1)
                        + " is marked aromatic in a structure without 3D coordinates, so hydrogens cannot be counted;"
                        + " write single and double bonds");
            }
        }
        for (IAtom atom : molecule.atoms()) {
            if (atom.getAtomicNumber() == null || atom.getAtomicNumber() < 1) {
                throw new InputException(
                        "atom " + (atom.getIndex() + 1) + " is not a chemical element; replace it by a real atom");
            }
        }
        try {
            IAtomContainer copy = molecule.clone();
            AtomContainerManipulator.convertImplicitToExplicitHydrogens(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new InputException("The molecule cannot be copied: " + e.getMessage(), e);
        }
    }
}
