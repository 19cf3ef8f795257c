package org.lowland.api.molecule;

import java.util.HashMap;
import java.util.Map;
import javax.vecmath.Point3d;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;

/**
 * The one way from CDK's molecules to numbers and back. Stateless; no method changes the molecules that it is given.
 * CDK's molecules are not thread-safe, so one molecule must not be changed elsewhere meanwhile.
 */
public final class Molecules {
    private Molecules() {}

    /**
     * A molecule as numbers, with what it says of itself: see {@link #toSystem(IAtomContainer, SystemOptions)}.
     *
     * @param molecule with 3D coordinates (Å) and all hydrogens as atoms
     * @return its atoms in the same order
     * @throws InputException as {@link #toSystem(IAtomContainer, SystemOptions)}
     */
    public static AtomicSystem toSystem(IAtomContainer molecule) {
        return toSystem(molecule, SystemOptions.none());
    }

    /**
     * A molecule as numbers. The net charge is the sum of the formal charges; declared radicals are taken as high spin
     * (n unpaired electrons give the multiplicity n + 1), else the multiplicity is the lowest possible. Bonds become
     * pairs of indices.
     *
     * @param molecule with 3D coordinates (Å) and all hydrogens as atoms
     * @param options a charge or multiplicity other than those, the atoms that must not move, and constraints
     * @return its atoms in the same order
     * @throws InputException naming the atom when it has no 3D coordinates or one that is not a finite number, has
     *     implicit hydrogens, or is no element; when the multiplicity does not go with the number of electrons, an atom
     *     to be fixed is not there, or a constraint cannot be held
     */
    public static AtomicSystem toSystem(IAtomContainer molecule, SystemOptions options) {
        return new SystemReader(molecule).read(options);
    }

    /**
     * A copy of a molecule at other positions. Atom order, isotopes, bonds and their orders, charges, stereo elements
     * and properties are those of the original.
     *
     * @param original the molecule, which is not changed
     * @param moved the same atoms in the same order, elsewhere (Å)
     * @return the copy
     * @throws InputException when the atoms are not the same
     */
    public static IAtomContainer withPositions(IAtomContainer original, AtomicSystem moved) {
        requireSameAtoms(original, moved);
        IAtomContainer copy = copy(original);
        for (int atom = 0; atom < moved.size(); atom++) {
            copy.getAtom(atom)
                    .setPoint3d(new Point3d(moved.position(atom, 0), moved.position(atom, 1), moved.position(atom, 2)));
        }
        return copy;
    }

    /**
     * Atoms as a molecule, with the connectivity that {@link #identity} reads from a geometry without bonds: a single
     * bond between any two non-metals closer than 1.2 times the sum of their covalent radii.
     *
     * @param system atoms in free space
     * @return a new molecule with the atoms in their order, 3D coordinates, no implicit hydrogens and no charges
     */
    public static IAtomContainer connected(AtomicSystem system) {
        IAtomContainer molecule = SilentChemObjectBuilder.getInstance().newAtomContainer();
        for (int k = 0; k < system.size(); k++) {
            IAtom atom = molecule.getBuilder().newAtom();
            atom.setAtomicNumber(system.atomicNumber(k));
            atom.setImplicitHydrogenCount(0);
            atom.setFormalCharge(0);
            atom.setPoint3d(new Point3d(system.position(k, 0), system.position(k, 1), system.position(k, 2)));
            molecule.addAtom(atom);
        }
        new Connectivity(system.atomicNumbers(), new int[0], system.positions()).addTo(molecule);
        return molecule;
    }

    /**
     * Whether a geometry still is that of the molecule it was made from, judged from distances and angles alone.
     *
     * <p>Bonds: only those between non-metals count. Every one of {@code before} must be shorter than 1.3 times the sum of
     * the covalent radii, and no other two atoms closer than 1.15 times it (1.05 times when they share a neighbour, for
     * strained rings); what lies between, such as a short hydrogen bond, is no change. Where {@code before} declares no
     * bonds at all, they are those of its geometry: atoms closer than 1.2 times the sum.
     *
     * <p>Stereo: tetrahedral centres, double bonds, allenes and cumulenes that {@code before} declares or in which CDK
     * recognizes a stereo centre; where no bonds are declared, tetrahedral centres only. Each must keep the configuration that the geometry of {@code before} shows or, where
     * that is flat, the declared one. A three-coordinate nitrogen inverts freely and does not count.
     *
     * @param before the molecule with its 3D coordinates
     * @param after the same atoms in the same order with other 3D coordinates
     * @return KEPT, BONDS_CHANGED, or STEREO_CHANGED when the bonds are kept
     * @throws InputException when the atoms are not the same or an atom has no 3D coordinates
     */
    public static Identity identity(IAtomContainer before, IAtomContainer after) {
        SystemReader start = new SystemReader(before);
        SystemReader end = new SystemReader(after);
        double[] from = start.positions();
        double[] to = end.positions();
        requireSameAtoms(before, AtomicSystem.of(end.atomicNumbers(), to));
        Connectivity connectivity = new Connectivity(start.atomicNumbers(), start.bonds(), from);
        if (!connectivity.isKept(to)) {
            return Identity.BONDS_CHANGED;
        }
        IAtomContainer molecule = copy(before);
        if (molecule.getBondCount() == 0) {
            connectivity.addTo(molecule);
        }
        return new Configuration(molecule, from).isKept(to) ? Identity.KEPT : Identity.STEREO_CHANGED;
    }

    /**
     * Whether a molecule carries opposite formal charges that do not sit on bonded atoms: a zwitterion or a salt, whose
     * electrostatics a potential fitted to uncharged groups has not seen. Charges that a bond compensates (nitro groups,
     * N-oxides, azides, ylides) do not count.
     *
     * @param molecule with formal charges
     * @return true when both signs are left after bonded charges have cancelled
     */
    public static boolean isZwitterion(IAtomContainer molecule) {
        Map<IAtom, Integer> left = new HashMap<>();
        for (IAtom atom : molecule.atoms()) {
            left.put(atom, SystemReader.formalCharge(atom));
        }
        for (IBond bond : molecule.bonds()) {
            int begin = left.get(bond.getBegin());
            int end = left.get(bond.getEnd());
            if (begin * end < 0) {
                int cancelled = Integer.signum(begin) * Math.min(Math.abs(begin), Math.abs(end));
                left.put(bond.getBegin(), begin - cancelled);
                left.put(bond.getEnd(), end + cancelled);
            }
        }
        return left.values().stream().anyMatch(q -> q > 0)
                && left.values().stream().anyMatch(q -> q < 0);
    }

    private static IAtomContainer copy(IAtomContainer molecule) {
        try {
            return molecule.clone();
        } catch (CloneNotSupportedException e) {
            throw new InputException("The molecule cannot be copied: " + e.getMessage(), e);
        }
    }

    private static void requireSameAtoms(IAtomContainer molecule, AtomicSystem system) {
        if (molecule.getAtomCount() != system.size()) {
            throw new InputException("The molecule has " + molecule.getAtomCount() + " atoms, the other structure "
                    + system.size() + "; give the same atoms in the same order");
        }
        int[] numbers = new SystemReader(molecule).atomicNumbers();
        for (int atom = 0; atom < numbers.length; atom++) {
            if (numbers[atom] != system.atomicNumber(atom)) {
                throw new InputException(system.describe(atom) + " is "
                        + molecule.getAtom(atom).getSymbol()
                        + " in the molecule; give the same atoms in the same order");
            }
        }
    }
}
