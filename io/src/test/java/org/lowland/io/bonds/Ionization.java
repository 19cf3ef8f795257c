package org.lowland.io.bonds;

import java.util.ArrayList;
import java.util.List;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/** Charges that molecules have in water: acids of carbon, sulfur and phosphorus give a proton, amines and amidines take one. */
final class Ionization {
    private Ionization() {}

    /** Gives all acids' protons away; where there is no acid, all amines and amidines take one. */
    static boolean apply(IAtomContainer molecule) {
        List<IAtom> acids = new ArrayList<>();
        List<IAtom> bases = new ArrayList<>();
        for (IAtom atom : molecule.atoms()) {
            if (atom.getFormalCharge() != 0) {
                continue;
            }
            if (isAcid(atom)) {
                acids.add(atom);
            } else if (isAmine(atom) || isAmidine(atom)) {
                bases.add(atom);
            }
        }
        for (IAtom acid : acids) {
            hydrogen(acid).forEach(molecule::removeAtom);
            acid.setFormalCharge(-1);
        }
        if (acids.isEmpty()) {
            for (IAtom base : bases) {
                IAtom proton = molecule.getBuilder().newAtom();
                proton.setAtomicNumber(1);
                proton.setSymbol("H");
                proton.setFormalCharge(0);
                proton.setImplicitHydrogenCount(0);
                molecule.addAtom(proton);
                molecule.addBond(base.getIndex(), molecule.getAtomCount() - 1, IBond.Order.SINGLE);
                base.setFormalCharge(1);
            }
        }
        return !acids.isEmpty() || !bases.isEmpty();
    }

    private static boolean isAcid(IAtom oxygen) {
        if (oxygen.getAtomicNumber() != 8 || hydrogen(oxygen).isEmpty() || oxygen.getBondCount() != 2) {
            return false;
        }
        for (IBond bond : oxygen.bonds()) {
            IAtom centre = bond.getOther(oxygen);
            for (IBond other : centre.bonds()) {
                if (other.getOrder() == IBond.Order.DOUBLE
                        && other.getOther(centre).getAtomicNumber() == 8) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAmine(IAtom nitrogen) {
        if (nitrogen.getAtomicNumber() != 7 || nitrogen.getBondCount() != 3) {
            return false;
        }
        for (IBond bond : nitrogen.bonds()) {
            IAtom other = bond.getOther(nitrogen);
            if (bond.getOrder() != IBond.Order.SINGLE || !isSaturatedCarbonOrHydrogen(other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSaturatedCarbonOrHydrogen(IAtom atom) {
        return atom.getAtomicNumber() == 1 || atom.getAtomicNumber() == 6 && atom.getBondCount() == 4;
    }

    private static boolean isAmidine(IAtom nitrogen) {
        if (nitrogen.getAtomicNumber() != 7 || nitrogen.getBondCount() != 2 || nitrogen.isInRing()) {
            return false;
        }
        for (IBond bond : nitrogen.bonds()) {
            IAtom carbon = bond.getOther(nitrogen);
            if (bond.getOrder() == IBond.Order.DOUBLE && carbon.getAtomicNumber() == 6) {
                int nitrogens = 0;
                for (IBond other : carbon.bonds()) {
                    nitrogens += other.getOther(carbon).getAtomicNumber() == 7 ? 1 : 0;
                }
                return nitrogens > 1;
            }
        }
        return false;
    }

    private static List<IAtom> hydrogen(IAtom atom) {
        List<IAtom> hydrogens = new ArrayList<>();
        for (IBond bond : atom.bonds()) {
            if (bond.getOther(atom).getAtomicNumber() == 1) {
                hydrogens.add(bond.getOther(atom));
            }
        }
        return hydrogens;
    }
}
