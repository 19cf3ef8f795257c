package org.lowland.io.bonds;

import org.lowland.api.InputException;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.stereo.StereoElementFactory;

/**
 * Makes molecules of bare atoms. Atoms closer than 1.2 times the sum of their covalent radii are bonded; what each then
 * lacks to its valence is paired up with its neighbours by a maximum matching, so that Kekulé structures, cumulenes and
 * triple bonds come out. Charge-separated groups (ammonium, nitro, N-oxides, azides, diazo, isocyanides) are known by
 * their connectivity; the net charge says what becomes of valences that stay open: anions or cations on hetero atoms, or
 * radicals. It reads metals as ions, and nothing but geometry: tautomers and resonance forms are as good as any.
 */
public final class BondPerception {
    private BondPerception() {}

    /**
     * Finds bonds, orders and charges.
     *
     * @param system atoms in free space, all hydrogens included
     * @return a molecule with Kekulé bonds, formal charges that add up to the charge of the system, single electrons for
     *     open valences, and the stereo of the geometry
     * @throws InputException when an atom has more neighbours than any of its valences allows, or the charges cannot be
     *     made to add up
     */
    public static IAtomContainer perceive(AtomicSystem system) {
        return find(system).molecule();
    }

    /**
     * A molecule and how it came about.
     *
     * @param molecule as {@link #perceive} gives it
     * @param separated whether charges of both signs were put where electrons would else stay unpaired, as in sydnones
     */
    record Found(IAtomContainer molecule, boolean separated) {}

    /** The same as {@link #perceive}, with a word about how it came about. */
    static Found find(AtomicSystem system) {
        IAtomContainer molecule = Molecules.connected(system);
        Valences valences = new Valences(molecule);
        BondOrders orders = new BondOrders(molecule, valences);
        orders.assign(system.charge());
        boolean separated = system.multiplicity() <= 2 && orders.separateCharges();
        for (IAtom atom : molecule.atoms()) {
            int index = atom.getIndex();
            atom.setFormalCharge(valences.charge(index));
            for (int k = 0; k < orders.open(index); k++) {
                molecule.addSingleElectron(index);
            }
        }
        for (IBond bond : molecule.bonds()) {
            bond.setOrder(
                    switch (orders.order(bond.getIndex())) {
                        case 1 -> IBond.Order.SINGLE;
                        case 2 -> IBond.Order.DOUBLE;
                        case 3 -> IBond.Order.TRIPLE;
                        default ->
                            throw new InputException("The bond between atoms "
                                    + (bond.getBegin().getIndex() + 1) + " and "
                                    + (bond.getEnd().getIndex() + 1)
                                    + " comes out quadruple; give the bonds, as SDF does");
                    });
        }
        requireCharge(molecule, system.charge());
        molecule.setStereoElements(
                StereoElementFactory.using3DCoordinates(molecule).createAll());
        return new Found(molecule, separated);
    }

    private static void requireCharge(IAtomContainer molecule, int charge) {
        int sum = 0;
        for (IAtom atom : molecule.atoms()) {
            sum += atom.getFormalCharge();
        }
        if (sum != charge) {
            throw new InputException("the bonds found in the geometry go with a net charge of " + sum + ", not "
                    + charge + "; give the charge (--charge), or the bonds, as SDF does");
        }
    }

    static String describe(IAtom atom) {
        return "atom " + (atom.getIndex() + 1) + " ("
                + Elements.ofNumber(atom.getAtomicNumber()).symbol() + ")";
    }
}
