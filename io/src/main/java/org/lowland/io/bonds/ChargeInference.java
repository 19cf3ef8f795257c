package org.lowland.io.bonds;

import java.util.Optional;
import java.util.OptionalInt;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * Finds bonds where the charge may not be known. A molecule without charge is taken wherever bonds go with it, be it a
 * radical; else the smallest charge that satisfies all valences. What could be otherwise is told.
 */
public final class ChargeInference {
    private static final int[] TRIALS = {1, -1, 2, -2, 3, -3, 4, -4};

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
            neutral = at(system, 0);
            if (neutral.getSingleElectronCount() == 0) {
                return new Perceived(neutral, Optional.empty());
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

    private static IAtomContainer at(AtomicSystem system, int charge) {
        return BondPerception.perceive(AtomicSystem.builder(system.atomicNumbers(), system.positions())
                .charge(charge)
                .build());
    }
}
