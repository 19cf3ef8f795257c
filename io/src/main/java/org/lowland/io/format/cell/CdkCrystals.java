package org.lowland.io.format.cell;

import java.util.Optional;
import javax.vecmath.Point3d;
import javax.vecmath.Vector3d;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.format.AtomsBuilder;
import org.lowland.io.format.Block;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.ICrystal;

/** CDK's crystals as systems, and back. Stateless. */
public final class CdkCrystals {
    private CdkCrystals() {}

    /**
     * A crystal as a system, each atom once.
     *
     * @param crystal whose axes and atoms, by Cartesian or fractional coordinates, are those of a whole cell
     * @return its atoms in their order, without those that lie on others
     * @throws InputException when axes or coordinates are missing, the space group is not P 1, an atom is no element, or
     *     different atoms share a place
     */
    public static AtomicSystem toSystem(ICrystal crystal) {
        String group = crystal.getSpaceGroup();
        if (group != null && !group.isBlank() && !group.replaceAll("\\s+", "").equalsIgnoreCase("P1")) {
            throw new InputException("the crystal has the space group " + group
                    + " but no operations of it: fill its cell" + " and set P 1, or read the CIF that it comes from");
        }
        Cell cell = cell(crystal);
        AtomsBuilder atoms = new AtomsBuilder();
        int charge = 0;
        for (IAtom atom : crystal.atoms()) {
            atoms.add(element(atom), place(atom, cell));
            charge += atom.getFormalCharge() == null ? 0 : atom.getFormalCharge();
        }
        return CoincidentAtoms.once(
                atoms.system(Optional.of(cell)).charge(charge).build());
    }

    /**
     * Fills a crystal.
     *
     * @param system with a cell that is periodic along three vectors
     * @param crystal gets the axes, the space group P1 and the atoms with Cartesian and fractional coordinates; what it
     *     held before goes
     * @return the crystal
     * @throws InputException when there is no such cell, or the system is charged, for which a crystal has no place
     */
    public static ICrystal fill(AtomicSystem system, ICrystal crystal) {
        Cell cell = system.cell()
                .filter(given -> given.isPeriodic(0) && given.isPeriodic(1) && given.isPeriodic(2))
                .orElseThrow(() -> new InputException("a crystal needs a cell that is periodic along three vectors"));
        if (system.charge() != 0) {
            throw new InputException("a crystal has no place for the charge of the cell, " + system.charge());
        }
        crystal.removeAllElements();
        crystal.setA(axis(cell, 0));
        crystal.setB(axis(cell, 1));
        crystal.setC(axis(cell, 2));
        crystal.setSpaceGroup("P1");
        crystal.setZ(1);
        double[] inverse = cell.inverse();
        for (int k = 0; k < system.size(); k++) {
            IAtom atom = crystal.getBuilder()
                    .newInstance(
                            IAtom.class,
                            Elements.ofNumber(system.atomicNumber(k)).symbol());
            double[] place = {system.position(k, 0), system.position(k, 1), system.position(k, 2)};
            atom.setPoint3d(new Point3d(place));
            atom.setFractionalPoint3d(new Point3d(AtomsBuilder.fractions(inverse, place)));
            crystal.addAtom(atom);
        }
        return crystal;
    }

    private static Cell cell(ICrystal crystal) {
        Vector3d[] axes = {crystal.getA(), crystal.getB(), crystal.getC()};
        double[] vectors = new double[9];
        for (int vector = 0; vector < 3; vector++) {
            if (axes[vector] == null) {
                throw new InputException("the crystal has no axis " + "abc".charAt(vector) + "; set all three");
            }
            vectors[3 * vector] = axes[vector].x;
            vectors[3 * vector + 1] = axes[vector].y;
            vectors[3 * vector + 2] = axes[vector].z;
        }
        return Cell.of(vectors, true, true, true);
    }

    private static double[] place(IAtom atom, Cell cell) {
        Point3d point = atom.getPoint3d();
        if (point != null) {
            return new double[] {point.x, point.y, point.z};
        }
        Point3d fractions = atom.getFractionalPoint3d();
        if (fractions == null) {
            throw new InputException("atom " + (atom.getIndex() + 1) + " has no coordinates; set them");
        }
        return AtomsBuilder.cartesian(cell, fractions.x, fractions.y, fractions.z);
    }

    private static int element(IAtom atom) {
        int element = atom.getSymbol() == null ? 0 : Block.elementOrZero(atom.getSymbol());
        if (element == 0) {
            throw new InputException("atom " + (atom.getIndex() + 1) + " is no element; set its symbol");
        }
        return element;
    }

    private static Vector3d axis(Cell cell, int vector) {
        return new Vector3d(cell.component(vector, 0), cell.component(vector, 1), cell.component(vector, 2));
    }
}
