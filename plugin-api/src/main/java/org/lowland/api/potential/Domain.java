package org.lowland.api.potential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lowland.api.InputException;
import org.lowland.api.UnsupportedException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.ClosePairs;
import org.lowland.api.system.Formula;
import org.openscience.cdk.config.Elements;

/**
 * What a potential covers and promises.
 *
 * @param elements atomic numbers it knows; empty means every element
 * @param charges net charges it knows; empty means that the charge plays no part
 * @param multiplicities spin multiplicities it knows; empty means that the spin plays no part
 * @param periodic whether it takes periodic systems
 * @param freeSpace whether it takes systems without a cell
 * @param smooth whether energy and forces are continuous everywhere, at the cutoff too
 * @param cutoff range of the interactions in Å, where it is finite
 * @param levelOfTheory what its energies are, for example {@code ωB97X/6-31G(d), distilled from ANI-2x}
 * @param forces how its energies and forces belong together
 * @param molecules formulas, as {@link Formula} writes them, of the molecules that it was made for; empty means that it
 *     was made for more than a few
 */
public record Domain(
        Optional<Set<Integer>> elements,
        Optional<Set<Integer>> charges,
        Optional<Set<Integer>> multiplicities,
        boolean periodic,
        boolean freeSpace,
        boolean smooth,
        OptionalDouble cutoff,
        String levelOfTheory,
        Forces forces,
        Optional<Set<String>> molecules) {

    /** How energies and forces belong together. */
    public enum Forces {
        /** Forces are the negative gradient of the energy, as every optimizer takes for granted. */
        CONSERVATIVE,
        /** Forces are the gradient of nothing; the energy beside them knows nothing of them. */
        DIRECT,
        /** Forces are the gradient of nothing, and there is no energy: what stands in its place has no meaning. */
        ALONE
    }

    /** Atoms closer than this, in Å, are the same atom given twice, not a clash to relax. */
    public static final double COINCIDENT = 0.1;

    public Domain {
        elements = elements.map(TreeSet::new);
        charges = charges.map(TreeSet::new);
        multiplicities = multiplicities.map(TreeSet::new);
        molecules = molecules.map(TreeSet::new);
    }

    /**
     * What a potential covers whose forces are the gradient of its energy, made for more than a few molecules.
     *
     * @param elements as above
     * @param charges as above
     * @param multiplicities as above
     * @param periodic as above
     * @param freeSpace as above
     * @param smooth as above
     * @param cutoff as above
     * @param levelOfTheory as above
     */
    public Domain(
            Optional<Set<Integer>> elements,
            Optional<Set<Integer>> charges,
            Optional<Set<Integer>> multiplicities,
            boolean periodic,
            boolean freeSpace,
            boolean smooth,
            OptionalDouble cutoff,
            String levelOfTheory) {
        this(
                elements,
                charges,
                multiplicities,
                periodic,
                freeSpace,
                smooth,
                cutoff,
                levelOfTheory,
                Forces.CONSERVATIVE,
                Optional.empty());
    }

    /** {@return whether there are energies at all} */
    public boolean hasEnergies() {
        return forces != Forces.ALONE;
    }

    /**
     * What whoever uses energies, or relaxes by them, should be told. A system that {@link #check} refuses is not asked
     * about.
     *
     * @param potential the potential's id, for the messages
     * @param system the system
     * @return whole sentences without their full stop, the same ones for systems alike; none where all is well
     */
    public List<String> caveats(String potential, AtomicSystem system) {
        List<String> caveats = new ArrayList<>();
        if (molecules.isPresent() && !molecules.get().contains(Formula.of(system))) {
            caveats.add("'" + potential + "' was made for " + String.join(", ", molecules.get()) + " alone; for other"
                    + " molecules its energies and forces are guesses");
        }
        if (forces == Forces.DIRECT) {
            caveats.add(
                    "the forces of '" + potential + "' are not the gradient of its energy: a relaxation may end away"
                            + " from every minimum, or never, and differences of energies do not belong to the forces");
        } else if (forces == Forces.ALONE) {
            caveats.add(
                    "'" + potential + "' has forces only: its energies have no meaning, and as the forces are not the"
                            + " gradient of an energy, a relaxation may end away from every minimum, or never");
        }
        return caveats;
    }

    /**
     * Refuses a system that the potential does not cover.
     *
     * @param potential the potential's id, for the message
     * @param system the system
     * @throws UnsupportedException naming the element, charge, multiplicity or cell, and what is covered
     * @throws InputException when there are no atoms or two atoms coincide (closer than {@link #COINCIDENT})
     */
    public void check(String potential, AtomicSystem system) {
        checkKinds(potential, system);
        requireDistinct(system);
    }

    /**
     * The same without a look at distances, for a potential that sees atoms that coincide when it sums over pairs.
     *
     * @param potential the potential's id, for the message
     * @param system the system
     * @throws UnsupportedException as {@link #check}
     * @throws InputException when there are no atoms
     */
    public void checkKinds(String potential, AtomicSystem system) {
        if (system.size() == 0) {
            throw new InputException("The structure has no atoms");
        }
        elements.ifPresent(known -> {
            for (int atom = 0; atom < system.size(); atom++) {
                if (!known.contains(system.atomicNumber(atom))) {
                    throw new UnsupportedException(system.describe(atom) + ": '" + potential + "' knows only "
                            + symbols(known) + "; choose another potential ('lowland backends' lists them)");
                }
            }
        });
        if (charges.isPresent() && !charges.get().contains(system.charge())) {
            throw new UnsupportedException("net charge " + signed(system.charge()) + ": '" + potential
                    + "' covers only net charge "
                    + charges.get().stream().map(Domain::signed).collect(Collectors.joining(", "))
                    + "; neutralize the molecule or choose another potential");
        }
        if (multiplicities.isPresent() && !multiplicities.get().contains(system.multiplicity())) {
            throw new UnsupportedException("spin multiplicity " + system.multiplicity() + " (" + system.electrons()
                    + " electrons): '" + potential + "' covers only multiplicity "
                    + multiplicities.get().stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + "; check for missing hydrogens or a missing charge");
        }
        if (system.isPeriodic() && !periodic) {
            throw new UnsupportedException("periodic cell: '" + potential + "' takes only molecules in free space");
        }
        if (!system.isPeriodic() && !freeSpace) {
            throw new UnsupportedException("no periodic cell: '" + potential + "' needs one; give the lattice vectors");
        }
    }

    private static void requireDistinct(AtomicSystem system) {
        ClosePairs.first(system, COINCIDENT).ifPresent(pair -> {
            throw new InputException(system.describe(pair.first()) + " and " + system.describe(pair.second())
                    + " coincide: they are " + String.format(Locale.ROOT, "%.3f", pair.distance())
                    + " Å apart; remove one or separate them by at least " + COINCIDENT + " Å");
        });
    }

    private static String symbols(Set<Integer> numbers) {
        return numbers.stream().map(z -> Elements.ofNumber(z).symbol()).collect(Collectors.joining(" "));
    }

    private static String signed(int charge) {
        return charge > 0 ? "+" + charge : String.valueOf(charge);
    }
}
