package org.lowland.io.format;

import javax.vecmath.Point2d;
import javax.vecmath.Point3d;
import org.lowland.api.InputException;
import org.openscience.cdk.aromaticity.Kekulization;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.stereo.StereoElementFactory;

/** Makes a molecule of atoms and bonds that a file gives one by one, all hydrogens among them. Confined to one thread. */
public final class MoleculeBuilder {
    private final IAtomContainer molecule =
            SilentChemObjectBuilder.getInstance().newAtomContainer();
    private boolean aromatic;

    /**
     * Adds an atom without coordinates.
     *
     * @param number its atomic number
     * @param charge its formal charge
     * @param mass its mass number; 0 when the file gives none
     * @return the atom, for what else is to be said of it
     */
    public IAtom atom(int number, int charge, int mass) {
        IAtom atom = molecule.getBuilder().newAtom();
        atom.setAtomicNumber(number);
        atom.setImplicitHydrogenCount(0);
        atom.setFormalCharge(charge);
        if (mass > 0) {
            atom.setMassNumber(mass);
        }
        molecule.addAtom(atom);
        return molecule.getAtom(molecule.getAtomCount() - 1);
    }

    /**
     * Adds an atom in space.
     *
     * @param number its atomic number
     * @param charge its formal charge
     * @param mass its mass number; 0 when the file gives none
     * @param place three coordinates in Å
     * @return the atom
     */
    public IAtom atom(int number, int charge, int mass, double... place) {
        IAtom atom = atom(number, charge, mass);
        atom.setPoint3d(new Point3d(place));
        return atom;
    }

    /**
     * Adds a bond.
     *
     * @param begin an atom, from 0
     * @param end another
     * @param order 1, 2 or 3; 4 for an aromatic bond whose order is to be found
     * @return the bond
     * @throws InputException when there are no such atoms or no such order, or they are bonded already
     */
    public IBond bond(int begin, int end, int order) {
        int atoms = molecule.getAtomCount();
        if (begin < 0 || end < 0 || begin >= atoms || end >= atoms || begin == end) {
            throw new InputException("there is a bond between the atoms " + (begin + 1) + " and " + (end + 1) + " of "
                    + atoms + "; correct it");
        }
        if (molecule.getBond(molecule.getAtom(begin), molecule.getAtom(end)) != null) {
            throw new InputException(
                    "the bond between the atoms " + (begin + 1) + " and " + (end + 1) + " is there twice; correct it");
        }
        molecule.addBond(
                begin,
                end,
                switch (order) {
                    case 1 -> IBond.Order.SINGLE;
                    case 2 -> IBond.Order.DOUBLE;
                    case 3 -> IBond.Order.TRIPLE;
                    case 4 -> IBond.Order.UNSET;
                    default -> throw new InputException("a bond has the order " + order + "; give 1, 2, 3 or aromatic");
                });
        IBond bond = molecule.getBond(molecule.getBondCount() - 1);
        if (order == 4) {
            aromatic = true;
            bond.setIsAromatic(true);
            bond.getBegin().setIsAromatic(true);
            bond.getEnd().setIsAromatic(true);
        }
        return bond;
    }

    /** {@return the molecule so far} */
    public IAtomContainer molecule() {
        return molecule;
    }

    /**
     * Finds the orders of aromatic bonds.
     *
     * @return this
     * @throws InputException when no Kekulé structure goes with the atoms
     */
    public MoleculeBuilder kekulized() {
        if (aromatic) {
            try {
                Kekulization.kekulize(molecule);
            } catch (CDKException e) {
                throw new InputException(
                        "no Kekulé structure goes with its aromatic bonds (" + e.getMessage()
                                + "); give single and double bonds",
                        e);
            }
        }
        return this;
    }

    /**
     * Ends the molecule, its stereo read from the coordinates.
     *
     * @return the molecule
     * @throws InputException when there are no atoms, or no Kekulé structure
     */
    public IAtomContainer build() {
        if (molecule.isEmpty()) {
            throw new InputException("the record holds no atoms");
        }
        kekulized();
        Point3d in3d = molecule.getAtom(0).getPoint3d();
        Point2d in2d = molecule.getAtom(0).getPoint2d();
        if (in3d != null) {
            molecule.setStereoElements(
                    StereoElementFactory.using3DCoordinates(molecule).createAll());
        } else if (in2d != null) {
            molecule.setStereoElements(
                    StereoElementFactory.using2DCoordinates(molecule).createAll());
        }
        return molecule;
    }

    /**
     * The charge that goes with the bonds of an atom, for formats that give none.
     *
     * @param atom with all its bonds in Kekulé orders
     * @return the charge that makes its shell full; 0 where there is no rule
     */
    public static int usualCharge(IAtom atom) {
        int valence = 0;
        for (IBond bond : atom.bonds()) {
            valence += bond.getOrder() == null ? 0 : bond.getOrder().numeric();
        }
        return switch (atom.getAtomicNumber()) {
            case 5 -> valence == 4 ? -1 : 0;
            case 7, 15 -> valence == 4 ? 1 : valence == 2 ? -1 : 0;
            case 8 -> valence == 1 ? -1 : valence == 3 ? 1 : 0;
            case 16, 34 -> valence == 1 ? -1 : valence == 3 ? 1 : 0;
            case 9, 17, 35, 53 -> valence == 0 ? -1 : 0;
            case 3, 11, 19, 37, 55 -> valence == 0 ? 1 : 0;
            case 12, 20, 30, 38, 56 -> valence == 0 ? 2 : 0;
            default -> 0;
        };
    }

    /**
     * Whether the bonds of an atom say that it has no charge, no unpaired electron and no hydrogens beyond those it has.
     *
     * @param atom with all its bonds in Kekulé orders
     * @return false when they go with none of its usual valences, and for metals, of which bonds say nothing
     */
    public static boolean isUncharged(IAtom atom) {
        int valence = atom.getImplicitHydrogenCount() == null ? 0 : atom.getImplicitHydrogenCount();
        for (IBond bond : atom.bonds()) {
            valence += bond.getOrder() == null ? 0 : bond.getOrder().numeric();
        }
        return switch (atom.getAtomicNumber()) {
            case 1, 9 -> valence == 1;
            case 5 -> valence == 3;
            case 6, 14 -> valence == 4;
            case 7 -> valence == 3 || valence == 5;
            case 8 -> valence == 2;
            case 15 -> valence == 3 || valence == 5;
            case 16, 34 -> valence == 2 || valence == 4 || valence == 6;
            case 17, 35, 53 -> valence % 2 == 1;
            case 3, 11, 19, 37, 55 -> valence == 1;
            case 12, 20, 38, 56 -> valence == 2;
            case 2, 10, 18 -> valence == 0;
            default -> false;
        };
    }

    /**
     * Makes a nitrogen with five bonds, two of them to one oxygen, as nitro groups are sometimes written, one with four.
     *
     * @param atom any atom, its bonds in Kekulé orders; charges are not changed
     * @return whether it was such a nitrogen
     */
    public static boolean separateNitro(IAtom atom) {
        int valence = 0;
        IBond toOxygen = null;
        for (IBond bond : atom.bonds()) {
            valence += bond.getOrder().numeric();
            IAtom other = bond.getOther(atom);
            boolean terminal = other.getAtomicNumber() == 8 && other.getBondCount() == 1;
            toOxygen = terminal && bond.getOrder() == IBond.Order.DOUBLE ? bond : toOxygen;
        }
        if (atom.getAtomicNumber() == 7 && valence == 5 && toOxygen != null) {
            toOxygen.setOrder(IBond.Order.SINGLE);
            return true;
        }
        return false;
    }
}
