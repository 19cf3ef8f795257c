package org.lowland.api.constraint;

import java.util.List;
import java.util.Locale;
import org.lowland.api.InputException;

/** Refuses three distances between three atoms of which one is longer than the other two together. */
final class TriangleCheck {
    private TriangleCheck() {}

    static void require(List<Constraint> constraints) {
        List<Constraint> distances = constraints.stream()
                .filter(c -> c.kind() == Constraint.Kind.DISTANCE)
                .toList();
        for (Constraint one : distances) {
            for (Constraint other : distances) {
                for (Constraint longest : distances) {
                    if (isTriangle(one, other, longest) && length(longest) > length(one) + length(other)) {
                        throw new InputException(String.format(
                                Locale.ROOT,
                                "The constraints '%s', '%s' and '%s' contradict each other: no side of a triangle is"
                                        + " longer than the other two together",
                                one,
                                other,
                                longest));
                    }
                }
            }
        }
    }

    /** Whether the third joins the two ends of the first two, which meet in one atom. */
    private static boolean isTriangle(Constraint one, Constraint other, Constraint longest) {
        if (one == other || one == longest || other == longest) {
            return false;
        }
        boolean meet = one.atoms().stream().anyMatch(other.atoms()::contains);
        return meet
                && longest.atoms().stream()
                        .allMatch(atom ->
                                one.atoms().contains(atom) != other.atoms().contains(atom));
    }

    private static double length(Constraint constraint) {
        return constraint.target().orElseThrow();
    }
}
