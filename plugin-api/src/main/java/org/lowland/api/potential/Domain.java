package org.lowland.api.potential;

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
 */
public record Domain(
        Optional<Set<Integer>> elements,
        Optional<Set<Integer>> charges,
        Optional<Set<Integer>> multiplicities,
        boolean periodic,
        boolean freeSpace,
        boolean smooth,
        OptionalDouble cutoff,
        String levelOfTheory) {

    /** Atoms closer than this, in Å, are the same atom given twice, not a clash to relax. */
    public static final double COINCIDENT = 0.1;

    public Domain {
        elements = elements.map(TreeSet::new);
        charges = charges.map(TreeSet::new);
        multiplicities = multiplicities.map(TreeSet::new);
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
        requireDistinct(system);
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
