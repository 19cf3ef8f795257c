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
                add(molecule, begin, end, bond.getCovalentOrder());
            }
        }
        return molecule;
    }

    private static void add(IAtomContainer molecule, int begin, int end, int order) {
        switch (order) {
            case 2, Edge.BOND_AROMATIC_DOUBLE, Edge.BOND_PARTIAL23 -> molecule.addBond(begin, end, IBond.Order.DOUBLE);
            case 3 -> molecule.addBond(begin, end, IBond.Order.TRIPLE);
            case 4 -> molecule.addBond(begin, end, IBond.Order.QUADRUPLE);
            default -> molecule.addBond(begin, end, IBond.Order.SINGLE);
        }
    }
}
