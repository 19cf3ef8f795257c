package org.lowland.jmol.minimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.lowland.api.InputException;
import org.lowland.api.constraint.Constraint;
import org.lowland.io.jmol.JmolModel;
import org.lowland.io.jmol.Precision;

/**
 * A distance, an angle or a torsion that {@code minimize CONSTRAINT} holds.
 *
 * @param atoms Jmol's indices of two, three or four atoms; -1 where an expression found none
 * @param value in Å or degrees
 */
record Hold(List<Integer> atoms, double value) {

    /**
     * Reads what Jmol hands over.
     *
     * @param given the number of atoms and their indices, and the value
     * @return the constraint
     */
    static Hold of(Object[] given) {
        int[] numbers = (int[]) given[0];
        List<Integer> atoms = new ArrayList<>();
        for (int k = 1; k <= numbers[0]; k++) {
            atoms.add(numbers[k]);
        }
        return new Hold(List.copyOf(atoms), Precision.typed(((Number) given[1]).doubleValue()));
    }

    /** Whether Jmol hands over that there are to be no constraints any more. */
    static boolean isClear(Object[] given) {
        return ((int[]) given[0])[0] == 0;
    }

    /** Whether both are about the same atoms, from either end. */
    boolean isOfSameAtoms(Hold other) {
        List<Integer> reversed = new ArrayList<>(other.atoms);
        Collections.reverse(reversed);
        return atoms.equals(other.atoms) || atoms.equals(reversed);
    }

    /**
     * The constraint in the numbering of a model.
     *
     * @return empty when it is about atoms elsewhere
     * @throws InputException when only some of its atoms are there, or it asks for what no constraint can
     */
    Optional<Constraint> in(JmolModel model) {
        int[] places = atoms.stream()
                .map(model::place)
                .mapToInt(place -> place.orElse(-1))
                .toArray();
        if (Arrays.stream(places).allMatch(place -> place < 0)) {
            return Optional.empty();
        }
        OptionalInt missing = Arrays.stream(places).filter(place -> place < 0).findFirst();
        if (missing.isPresent()) {
            throw new InputException("a constraint asks for an atom that is not among those that are minimized;"
                    + " select it too, or drop the constraints with 'minimize CONSTRAINT CLEAR'");
        }
        Constraint.Kind kind =
                switch (places.length) {
                    case 2 -> Constraint.Kind.DISTANCE;
                    case 3 -> Constraint.Kind.ANGLE;
                    case 4 -> Constraint.Kind.TORSION;
                    default ->
                        throw new InputException("a constraint of " + places.length
                                + " atoms is not known; give 2 for a distance, 3 for an angle, 4 for a torsion");
                };
        return Optional.of(
                new Constraint(kind, Arrays.stream(places).boxed().toList(), OptionalDouble.empty()).to(value));
    }
}
