package org.lowland.io.bonds;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * Finds bonds where the charge may not be known. A molecule without charge is taken wherever bonds go with it, be it a
 * radical; else the smallest charge that satisfies all valences. What could be otherwise is told.
 */
public final class ChargeInference {
    /** As far as an aminoglycoside of which every amine has taken a proton. */
    private static final int[] TRIALS = {1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6};

    /** Isolated double bonds of carbon are 1.34 Å long, single ones between flat carbons 1.46. */
    private static final double LONGEST_DOUBLE = 1.40;

    private static final String SEPARATED =
            "no charge is given, so it is taken as 0: charges of both signs are put where electrons would stay unpaired"
                    + " without them, and may be on other atoms; give --charge or the bonds";

    private ChargeInference() {}

    /**
     * A molecule and what may be wrong with it.
     *
     * @param molecule as from {@link BondPerception}
     * @param doubt what was inferred; empty when nothing else comes into question
     */
    public record Perceived(IAtomContainer molecule, Optional<String> doubt) {}

    /**
     * Finds bonds, orders and charges.
     *
     * @param system atoms in free space, all hydrogens included; a charge other than 0 counts as given
     * @param charge of all, when it is known
     * @return the molecule
     * @throws InputException when no bonds go with the geometry and the charge, or with any small charge
     */
    public static Perceived perceive(AtomicSystem system, OptionalInt charge) {
        if (charge.isPresent() || system.charge() != 0) {
            IAtomContainer molecule = at(system, charge.orElse(system.charge()));
            return new Perceived(molecule, open(molecule));
        }
        InputException failure = null;
        IAtomContainer neutral = null;
        try {
            BondPerception.Found found = found(system, 0);
            neutral = found.molecule();
            if (neutral.getSingleElectronCount() == 0) {
                return new Perceived(neutral, found.separated() ? Optional.of(SEPARATED) : stretched(neutral));
            }
        } catch (InputException e) {
            failure = e;
        }
        for (int trial : TRIALS) {
            Optional<IAtomContainer> ion = failure == null ? Optional.empty() : attempt(system, trial);
            if (ion.isPresent()) {
                return new Perceived(
                        ion.get(),
                        Optional.of(String.format(
                                "no charge is given: the bonds go with a net charge of %+d, which is taken; give"
                                        + " --charge if it is another",
                                trial)));
            }
        }
        if (neutral == null) {
            throw failure;
        }
        return new Perceived(
                neutral,
                open(neutral)
                        .map(open -> "no charge is given, so it is taken as 0: " + open
                                + "; an ion, or one that lacks hydrogens, looks the same: give --charge or the bonds"));
    }

    private static Optional<String> open(IAtomContainer molecule) {
        int electrons = molecule.getSingleElectronCount();
        if (electrons == 0) {
            return Optional.empty();
        }
        String where = BondPerception.describe(molecule.getSingleElectron(0).getAtom());
        return Optional.of("the bonds leave " + electrons + (electrons == 1 ? " electron" : " electrons")
                + " unpaired, " + (electrons == 1 ? "on " : "the first on ") + where);
    }

    private static Optional<IAtomContainer> attempt(AtomicSystem system, int charge) {
        try {
            IAtomContainer molecule = at(system, charge);
            return molecule.getSingleElectronCount() == 0 ? Optional.of(molecule) : Optional.empty();
        } catch (InputException e) {
            // this charge does not go with the geometry; the next may
            return Optional.empty();
        }
    }

    /** Neighbours that both carry a charge, or lack a hydrogen, look like a double bond but for its length. */
    private static Optional<String> stretched(IAtomContainer molecule) {
        for (IBond bond : molecule.bonds()) {
            IAtom begin = bond.getBegin();
            IAtom end = bond.getEnd();
            boolean isolated = bond.getOrder() == IBond.Order.DOUBLE
                    && begin.getAtomicNumber() == 6
                    && end.getAtomicNumber() == 6
                    && isSaturatedBeside(begin, bond)
                    && isSaturatedBeside(end, bond);
            double length = begin.getPoint3d().distance(end.getPoint3d());
            if (isolated && length > LONGEST_DOUBLE) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "no charge is given, so it is taken as 0: the bond between %s and %s is then double, but %.2f Å"
                                + " long; they may be charged or lack hydrogens: give --charge or the bonds",
                        BondPerception.describe(begin),
                        BondPerception.describe(end),
                        length));
            }
        }
        return Optional.empty();
    }

    /** Whether an atom has no other multiple bond, and no neighbour with one, that the double bond could be conjugated with. */
    private static boolean isSaturatedBeside(IAtom atom, IBond bond) {
        for (IBond side : atom.bonds()) {
            if (!side.equals(bond) && !(isSingle(side) && allSingle(side.getOther(atom)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean allSingle(IAtom atom) {
        for (IBond bond : atom.bonds()) {
            if (!isSingle(bond)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSingle(IBond bond) {
        return bond.getOrder() == IBond.Order.SINGLE;
    }

    private static IAtomContainer at(AtomicSystem system, int charge) {
        return found(system, charge).molecule();
    }

    private static BondPerception.Found found(AtomicSystem system, int charge) {
        return BondPerception.find(AtomicSystem.builder(system.atomicNumbers(), system.positions())
                .charge(charge)
                .build());
    }
}
