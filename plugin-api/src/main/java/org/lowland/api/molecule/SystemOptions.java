package org.lowland.api.molecule;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.lowland.api.constraint.Constraint;

/**
 * What a molecule does not say, or says otherwise than is wanted.
 *
 * @param charge the net charge; when empty, the sum of the formal charges
 * @param multiplicity the spin multiplicity 2S + 1; when empty, that of the declared radicals, else the lowest possible
 * @param fixed indices, from 0, of the atoms that must not move
 * @param constraints distances, angles and torsions that are held
 */
public record SystemOptions(
        OptionalInt charge, OptionalInt multiplicity, Set<Integer> fixed, List<Constraint> constraints) {

    public SystemOptions {
        fixed = Set.copyOf(fixed);
        constraints = List.copyOf(constraints);
    }

    /** {@return nothing but what the molecule says, no atom fixed, nothing constrained} */
    public static SystemOptions none() {
        return new SystemOptions(OptionalInt.empty(), OptionalInt.empty(), Set.of(), List.of());
    }

    /**
     * The same with a net charge.
     *
     * @param value in elementary charges
     * @return new options
     */
    public SystemOptions withCharge(int value) {
        return new SystemOptions(OptionalInt.of(value), multiplicity, fixed, constraints);
    }

    /**
     * The same with a spin multiplicity.
     *
     * @param value 2S + 1, at least 1
     * @return new options
     */
    public SystemOptions withMultiplicity(int value) {
        return new SystemOptions(charge, OptionalInt.of(value), fixed, constraints);
    }

    /**
     * The same with fixed atoms.
     *
     * @param atoms indices from 0
     * @return new options
     */
    public SystemOptions withFixed(Set<Integer> atoms) {
        return new SystemOptions(charge, multiplicity, atoms, constraints);
    }

    /**
     * The same with constraints.
     *
     * @param held distances, angles and torsions, for example {@code Constraint.parse("torsion 1 2 3 4 = 60")}
     * @return new options
     */
    public SystemOptions withConstraints(List<Constraint> held) {
        return new SystemOptions(charge, multiplicity, fixed, held);
    }
}
