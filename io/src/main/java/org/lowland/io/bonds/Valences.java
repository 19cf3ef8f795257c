package org.lowland.io.bonds;

import java.util.List;
import java.util.Map;
import org.lowland.api.InputException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;

/** What every atom of a molecule with single bonds still lacks to a valence, and the charge that goes with it. */
final class Valences {
    /** Neutral valences by atomic number, the smallest first. */
    private static final Map<Integer, List<Integer>> NEUTRAL = Map.ofEntries(
            Map.entry(1, List.of(1)),
            Map.entry(5, List.of(3)),
            Map.entry(6, List.of(4)),
            Map.entry(7, List.of(3)),
            Map.entry(8, List.of(2)),
            Map.entry(9, List.of(1)),
            Map.entry(14, List.of(4)),
            Map.entry(15, List.of(3, 5)),
            Map.entry(16, List.of(2, 4, 6)),
            Map.entry(17, List.of(1, 3, 5, 7)),
            Map.entry(32, List.of(4)),
            Map.entry(33, List.of(3, 5)),
            Map.entry(34, List.of(2, 4, 6)),
            Map.entry(35, List.of(1, 3, 5, 7)),
            Map.entry(52, List.of(2, 4, 6)),
            Map.entry(53, List.of(1, 3, 5, 7)));

    private static final int NITROGEN = 7;

    private final IAtomContainer molecule;
    private final int[] lacking;
    private final int[] charges;

    Valences(IAtomContainer molecule) {
        this.molecule = molecule;
        this.lacking = new int[molecule.getAtomCount()];
        this.charges = new int[molecule.getAtomCount()];
        for (IAtom atom : molecule.atoms()) {
            lacking[atom.getIndex()] = neutral(atom);
        }
        for (IAtom atom : molecule.atoms()) {
            if (atom.getAtomicNumber() == NITROGEN) {
                separateCharges(atom);
            } else if (atom.getAtomicNumber() == 6 && atom.getBondCount() == 1) {
                separateMonoxide(atom);
            }
        }
    }

    /** The bonds, or parts of multiple bonds, that an atom lacks. */
    int lacking(int atom) {
        return lacking[atom];
    }

    int charge(int atom) {
        return charges[atom];
    }

    int sum() {
        int sum = 0;
        for (int charge : charges) {
            sum += charge;
        }
        return sum;
    }

    /** Gives an atom another charge, with which it lacks more or fewer bonds. */
    void change(int atom, int charge, int more) {
        charges[atom] += charge;
        lacking[atom] += more;
    }

    private int neutral(IAtom atom) {
        int neighbours = atom.getBondCount();
        List<Integer> valences = NEUTRAL.get(atom.getAtomicNumber());
        if (valences == null || neighbours == 0 && atom.getAtomicNumber() != 6 && valences.size() > 1) {
            return 0;
        }
        int largest = valences.get(valences.size() - 1);
        int doubled = valences.size() > 1 ? terminalChalcogens(atom) : 0;
        for (int valence : valences) {
            if (valence >= neighbours + doubled || valence == largest && valence >= neighbours) {
                return valence - neighbours;
            }
        }
        int charge = onium(atom.getAtomicNumber(), neighbours);
        if (charge == 0) {
            throw new InputException(BondPerception.describe(atom) + " has " + neighbours
                    + " neighbours at bond distance, more than it can bind; check the structure");
        }
        charges[atom.getIndex()] = charge;
        return 0;
    }

    /** Oxygen and sulfur without other neighbours, each bound by a double bond as in sulfones and phosphates. */
    private int terminalChalcogens(IAtom atom) {
        int count = 0;
        for (IAtom neighbour : molecule.getConnectedAtomsList(atom)) {
            boolean chalcogen = neighbour.getAtomicNumber() == 8 || neighbour.getAtomicNumber() == 16;
            count += chalcogen && neighbour.getBondCount() == 1 ? 1 : 0;
        }
        return count;
    }

    /** Ammonium and oxonium carry a positive charge, borate a negative one. */
    private static int onium(int element, int neighbours) {
        if ((element == NITROGEN || element == 15) && neighbours == 4 || element == 8 && neighbours == 3) {
            return 1;
        }
        return element == 5 && neighbours == 4 ? -1 : 0;
    }

    /** Groups whose nitrogen is positive beside a negative neighbour. */
    private void separateCharges(IAtom nitrogen) {
        int index = nitrogen.getIndex();
        int neighbours = nitrogen.getBondCount();
        IAtom oxide = terminal(nitrogen, 8);
        if (neighbours == 3 && oxide != null && lacking[index] == 0) {
            change(index, 1, 1);
            change(oxide.getIndex(), -1, -1);
        } else if (neighbours == 4 && oxide != null) {
            change(oxide.getIndex(), -1, -1);
        } else if (neighbours == 2 && lacking[index] == 1) {
            IAtom end = terminal(nitrogen, NITROGEN);
            if (end == null) {
                end = terminal(nitrogen, 6);
            }
            if (end != null) {
                change(index, 1, 1);
                change(end.getIndex(), -1, -1);
            }
        }
    }

    /** Carbon monoxide has a triple bond. */
    private void separateMonoxide(IAtom carbon) {
        IAtom oxygen = terminal(carbon, 8);
        if (oxygen != null) {
            change(carbon.getIndex(), -1, -1);
            change(oxygen.getIndex(), 1, 1);
        }
    }

    /** A neighbour of an element that has no other neighbour and is not charged yet. */
    private IAtom terminal(IAtom atom, int element) {
        for (IAtom neighbour : molecule.getConnectedAtomsList(atom)) {
            boolean free = charges[neighbour.getIndex()] == 0 && lacking[neighbour.getIndex()] > 0;
            if (neighbour.getAtomicNumber() == element && neighbour.getBondCount() == 1 && free) {
                return neighbour;
            }
        }
        return null;
    }
}
