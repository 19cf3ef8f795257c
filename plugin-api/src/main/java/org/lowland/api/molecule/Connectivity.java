package org.lowland.api.molecule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.NeighborList;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * The bonds of a molecule and whether a geometry shows them: distances against sums of covalent radii, with a gap
 * between what is a bond for certain and what is none for certain, so that stretched bonds and short hydrogen bonds do
 * not count as changes.
 */
final class Connectivity {
    /** A bond longer than this many sums of radii is broken. */
    private static final double BROKEN = 1.3;

    /** Atoms closer than this many sums of radii are bonded: the reading of a geometry without declared bonds. */
    private static final double BONDED = 1.2;

    /** Atoms that were not bonded and are closer than this many sums of radii have formed a bond. */
    private static final double FORMED = 1.15;

    /** The same for atoms with a common neighbour: across the rings of cyclodisiloxanes they are within 1.1. */
    private static final double FORMED_ACROSS = 1.05;

    /** The radius of hydrogen bonded to another element, in Å: less than half the bond of H2. */
    private static final double HYDROGEN_IN_BONDS = 0.31;

    /** H B C N O F, Si P S Cl, Ge As Se Br, Te I: elements whose contacts at bond distance are covalent bonds. */
    private static final Set<Integer> NON_METALS = Set.of(1, 5, 6, 7, 8, 9, 14, 15, 16, 17, 32, 33, 34, 35, 52, 53);

    private final int[] numbers;
    private final List<Set<Integer>> bonded;

    /**
     * The bonds of a molecule.
     *
     * @param numbers N atomic numbers
     * @param declared pairs of atom indices; none when they are to be read from the geometry
     * @param positions 3N coordinates in Å
     */
    Connectivity(int[] numbers, int[] declared, double[] positions) {
        this.numbers = numbers.clone();
        this.bonded = new ArrayList<>(Collections.nCopies(numbers.length, Set.of()));
        bonded.replaceAll(none -> new HashSet<>());
        if (declared.length == 0) {
            for (Contact contact : contacts(positions, BONDED)) {
                bond(contact.first(), contact.second());
            }
        }
        for (int k = 0; k < declared.length; k += 2) {
            bond(declared[k], declared[k + 1]);
        }
    }

    /**
     * Whether a geometry shows these bonds and no others.
     *
     * @param positions 3N coordinates in Å
     * @return false when a bond broke or formed
     */
    boolean isKept(double[] positions) {
        for (int i = 0; i < numbers.length; i++) {
            for (int j : bonded.get(i)) {
                if (isNonMetal(i) && isNonMetal(j) && !(relative(positions, i, j) < BROKEN)) {
                    return false;
                }
            }
        }
        for (Contact contact : contacts(positions, FORMED)) {
            boolean isNew = !bonded.get(contact.first()).contains(contact.second());
            if (isNew && (contact.relative() < FORMED_ACROSS || !shareNeighbour(contact))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes the bonds into a molecule that has none, as single bonds.
     *
     * @param molecule with the same atoms
     */
    void addTo(IAtomContainer molecule) {
        for (int i = 0; i < numbers.length; i++) {
            for (int j : bonded.get(i)) {
                if (i < j) {
                    molecule.addBond(i, j, IBond.Order.SINGLE);
                }
            }
        }
    }

    private void bond(int i, int j) {
        bonded.get(i).add(j);
        bonded.get(j).add(i);
    }

    private boolean shareNeighbour(Contact contact) {
        return !Collections.disjoint(bonded.get(contact.first()), bonded.get(contact.second()));
    }

    private record Contact(int first, int second, double relative) {}

    /** The pairs of non-metals closer than so many sums of radii. */
    private List<Contact> contacts(double[] positions, double limit) {
        double largest = 2
                * IntStream.range(0, numbers.length)
                        .filter(this::isNonMetal)
                        .mapToDouble(this::radius)
                        .max()
                        .orElse(1);
        NeighborList pairs = NeighborList.allImages(AtomicSystem.of(numbers, positions), limit * largest);
        List<Contact> contacts = new ArrayList<>();
        for (int p = 0; p < pairs.size(); p++) {
            int i = pairs.first(p);
            int j = pairs.second(p);
            if (isNonMetal(i) && isNonMetal(j) && relative(positions, i, j) < limit) {
                contacts.add(new Contact(i, j, relative(positions, i, j)));
            }
        }
        return contacts;
    }

    private double relative(double[] positions, int i, int j) {
        double x = positions[3 * i] - positions[3 * j];
        double y = positions[3 * i + 1] - positions[3 * j + 1];
        double z = positions[3 * i + 2] - positions[3 * j + 2];
        return Math.sqrt(x * x + y * y + z * z) / length(i, j);
    }

    private double length(int i, int j) {
        if (numbers[i] == 1 && numbers[j] == 1) {
            return 2 * radius(i);
        }
        return radiusInBonds(i) + radiusInBonds(j);
    }

    private double radiusInBonds(int atom) {
        return numbers[atom] == 1 ? HYDROGEN_IN_BONDS : radius(atom);
    }

    private double radius(int atom) {
        return Elements.ofNumber(numbers[atom]).covalentRadius();
    }

    private boolean isNonMetal(int atom) {
        return NON_METALS.contains(numbers[atom]);
    }
}
