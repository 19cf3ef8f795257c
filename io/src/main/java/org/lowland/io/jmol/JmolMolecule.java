package org.lowland.io.jmol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.vecmath.Point3d;
import org.jmol.modelset.Atom;
import org.jmol.modelset.Bond;
import org.jmol.modelset.ModelSet;
import org.jmol.util.Edge;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;

/** Makes molecules of CDK from atoms and bonds of Jmol. */
final class JmolMolecule {
    private static final int COVALENT_ORDER = 7;

    private JmolMolecule() {}

    static IAtomContainer of(ModelSet models, List<Atom> atoms) {
        IAtomContainer molecule = SilentChemObjectBuilder.getInstance().newAtomContainer();
        Map<Integer, Integer> places = new HashMap<>();
        double[] here = new double[3];
        for (Atom atom : atoms) {
            places.put(atom.i, molecule.getAtomCount());
            IAtom made = molecule.getBuilder().newAtom();
            made.setAtomicNumber(atom.getElementNumber());
            made.setImplicitHydrogenCount(0);
            made.setFormalCharge(atom.getFormalCharge());
            if (atom.getIsotopeNumber() > 0) {
                made.setMassNumber(atom.getIsotopeNumber());
            }
            Precision.readTyped(atom, here, 0);
            made.setPoint3d(new Point3d(here));
            molecule.addAtom(made);
        }
        for (int k = 0; k < models.bondCount; k++) {
            Bond bond = models.bo[k];
            Integer begin = places.get(bond.atom1.i);
            Integer end = places.get(bond.atom2.i);
            if (begin != null && end != null && bond.getCovalentOrder() != 0) {
                add(molecule, begin, end, bond);
            }
        }
        return molecule;
    }

    /** Jmol writes Kekulé structures where it can; an aromatic bond of no known order stays one. */
    private static void add(IAtomContainer molecule, int begin, int end, Bond bond) {
        boolean aromatic = (bond.order & Edge.BOND_AROMATIC_MASK) != 0;
        IBond.Order order = bond.order == Edge.BOND_AROMATIC ? IBond.Order.UNSET : order(bond.order & COVALENT_ORDER);
        molecule.addBond(begin, end, order);
        molecule.getBond(molecule.getBondCount() - 1).setIsAromatic(aromatic);
        if (aromatic) {
            molecule.getAtom(begin).setIsAromatic(true);
            molecule.getAtom(end).setIsAromatic(true);
        }
    }

    /** A partial double bond counts as the higher of its two orders, as in Jmol's own minimizer. */
    private static IBond.Order order(int order) {
        return switch (order) {
            case 2 -> IBond.Order.DOUBLE;
            case 3 -> IBond.Order.TRIPLE;
            case 4 -> IBond.Order.QUADRUPLE;
            case 5 -> IBond.Order.QUINTUPLE;
            case 6 -> IBond.Order.SEXTUPLE;
            default -> IBond.Order.SINGLE;
        };
    }
}
