package org.lowland.io.build3d;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.vecmath.Point3d;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IStereoElement;
import org.openscience.cdk.isomorphism.AtomMatcher;
import org.openscience.cdk.isomorphism.BondMatcher;
import org.openscience.cdk.isomorphism.VentoFoggia;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/**
 * Gives the atoms of a built structure other places among their equivalents, so that the stereo elements are as written.
 * Where two branches of an atom are alike, as in a ring with a mirror plane through two centres, a generator may give
 * each the place of the other. Every centre is then inverted by its numbers, though the molecule is the one that was
 * wanted.
 */
final class EquivalentBranches {
    private static final String INDEX = "org.lowland.index";

    /** Work that is done at most for a symmetric molecule which has no such renumbering. */
    private static final int MOST_COMPARISONS = 300_000;

    private EquivalentBranches() {}

    /**
     * The same structure with its stereo elements as written.
     *
     * @param placed a molecule at coordinates which may contradict its stereo elements; not changed
     * @return a copy in which equivalent heavy atoms, with their hydrogens, stand in each other's places; empty when
     *     there is none, so that the structure is another stereo isomer, or none is found with the permitted work
     */
    static Optional<IAtomContainer> exchanged(IAtomContainer placed) throws CDKException, CloneNotSupportedException {
        IAtomContainer wanted = heavy(placed.clone());
        IAtomContainer built = heavy(asBuilt(placed));
        BranchMatcher atoms = new BranchMatcher(ranks(wanted));
        for (int[] places : VentoFoggia.findIdentical(wanted, atoms, BondMatcher.forOrder())
                .matchAll(built)
                .limit(1)) {
            return Optional.of(moved(placed, wanted, places));
        }
        return Optional.empty();
    }

    /** A copy that declares the configurations which the coordinates show. */
    private static IAtomContainer asBuilt(IAtomContainer placed) throws CloneNotSupportedException {
        IAtomContainer copy = placed.clone();
        for (IStereoElement<?, ?> element : copy.stereoElements()) {
            if (!StereoCheck.isAsWritten(element)) {
                element.setConfigOrder(element.getConfigOrder() ^ (IStereoElement.LEFT | IStereoElement.RIGHT));
            }
        }
        return copy;
    }

    private static IAtomContainer heavy(IAtomContainer copy) throws CDKException {
        copy.atoms().forEach(atom -> atom.setProperty(INDEX, atom.getIndex()));
        IAtomContainer heavy = AtomContainerManipulator.suppressHydrogens(copy);
        Aromaticity.apply(Aromaticity.Model.Daylight, heavy);
        return heavy;
    }

    /**
     * Numbers the like ones among the end atoms of one atom. To exchange the methyl groups of a tert-butyl changes no
     * configuration; without these numbers the six ways to do so would multiply with those of every other such group.
     */
    private static int[] ranks(IAtomContainer molecule) {
        int[] ranks = new int[molecule.getAtomCount()];
        for (IAtom parent : molecule.atoms()) {
            List<IAtom> before = new ArrayList<>();
            for (IBond bond : parent.bonds()) {
                IAtom end = bond.getOther(parent);
                if (end.getBondCount() == 1) {
                    for (IAtom other : before) {
                        boolean alike = isAlike(other, end)
                                && molecule.getBond(parent, other).getOrder() == bond.getOrder();
                        ranks[end.getIndex()] += alike ? 1 : 0;
                    }
                    before.add(end);
                }
            }
        }
        return ranks;
    }

    private static boolean isAlike(IAtom one, IAtom other) {
        return Objects.equals(one.getAtomicNumber(), other.getAtomicNumber())
                && Objects.equals(one.getMassNumber(), other.getMassNumber())
                && Objects.equals(one.getFormalCharge(), other.getFormalCharge())
                && Objects.equals(one.getImplicitHydrogenCount(), other.getImplicitHydrogenCount());
    }

    private static IAtomContainer moved(IAtomContainer placed, IAtomContainer heavy, int[] places)
            throws CloneNotSupportedException {
        Set<Integer> kept = new HashSet<>();
        heavy.atoms().forEach(atom -> kept.add(index(atom)));
        IAtomContainer moved = placed.clone();
        for (int k = 0; k < places.length; k++) {
            IAtom atom = moved.getAtom(index(heavy.getAtom(k)));
            IAtom source = placed.getAtom(index(heavy.getAtom(places[k])));
            move(atom, source);
            List<IAtom> sources = hydrogens(source, kept);
            for (IAtom hydrogen : hydrogens(atom, kept)) {
                move(hydrogen, sources.remove(0));
            }
        }
        return moved;
    }

    private static void move(IAtom atom, IAtom to) {
        atom.setPoint3d(new Point3d(to.getPoint3d()));
    }

    private static List<IAtom> hydrogens(IAtom atom, Set<Integer> heavy) {
        List<IAtom> found = new ArrayList<>();
        for (IBond bond : atom.bonds()) {
            IAtom other = bond.getOther(atom);
            if (!heavy.contains(other.getIndex())) {
                found.add(other);
            }
        }
        return found;
    }

    private static int index(IAtom atom) {
        return atom.getProperty(INDEX, Integer.class);
    }

    /** Atoms of one element, isotope, charge and number of hydrogens; nothing any more when the work is used up. */
    private static final class BranchMatcher extends AtomMatcher {
        private final int[] ranks;
        private int left = MOST_COMPARISONS;

        BranchMatcher(int[] ranks) {
            this.ranks = ranks;
        }

        @Override
        public boolean matches(IAtom one, IAtom other) {
            left--;
            return left > 0 && isAlike(one, other) && ranks[one.getIndex()] == ranks[other.getIndex()];
        }
    }
}
