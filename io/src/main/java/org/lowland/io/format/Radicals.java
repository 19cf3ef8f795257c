package org.lowland.io.format;

import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/** Unpaired electrons where a notation leaves valences open. */
final class Radicals {
    private Radicals() {}

    /** Adds single electrons to carbon, nitrogen, oxygen and halogens with fewer bonds than their charge goes with. */
    static void mark(IAtomContainer molecule) {
        for (IAtom atom : molecule.atoms()) {
            int valence = 0;
            for (IBond bond : atom.bonds()) {
                valence += bond.getOrder() == null ? 0 : bond.getOrder().numeric();
            }
            int open = usual(atom) - valence;
            for (int electron = 0; electron < open; electron++) {
                molecule.addSingleElectron(atom.getIndex());
            }
        }
    }

    private static int usual(IAtom atom) {
        int charge = atom.getFormalCharge() == null ? 0 : atom.getFormalCharge();
        return switch (atom.getAtomicNumber()) {
            case 1 -> charge == 0 ? 1 : 0;
            case 6 -> 4 - Math.abs(charge);
            case 7 -> 3 + charge;
            case 8 -> 2 + charge;
            case 9, 17, 35, 53 -> 1 + charge;
            default -> 0;
        };
    }
}
