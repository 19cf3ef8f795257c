package org.lowland.api.optimize;

import java.util.Locale;
import java.util.Optional;
import org.lowland.api.system.AtomicSystem;

/** Notices a molecule or cluster that flies apart, which otherwise would go on until a limit is reached. */
final class SpreadGuard {
    /** A folded chain stretches by less; two unit charges that repel feel 0.01 eV/Å when they are 38 Å apart. */
    private static final double GROWTH = 5;

    private static final double ALLOWANCE = 10;

    private final double limit;

    SpreadGuard(AtomicSystem start) {
        this.limit = GROWTH * (radius(start) + ALLOWANCE);
    }

    /** A message when a structure has flown apart. Periodic systems cannot. */
    Optional<String> flownApart(AtomicSystem system) {
        double radius = radius(system);
        return system.isPeriodic() || radius <= limit
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "The structure flies apart: an atom is %.0f Å away from the centre, more than %.0f Å",
                        radius,
                        limit));
    }

    private static double radius(AtomicSystem system) {
        double[] centre = new double[3];
        for (int atom = 0; atom < system.size(); atom++) {
            for (int axis = 0; axis < 3; axis++) {
                centre[axis] += system.position(atom, axis) / system.size();
            }
        }
        double largest = 0;
        for (int atom = 0; atom < system.size(); atom++) {
            double x = system.position(atom, 0) - centre[0];
            double y = system.position(atom, 1) - centre[1];
            double z = system.position(atom, 2) - centre[2];
            largest = Math.max(largest, x * x + y * y + z * z);
        }
        return Math.sqrt(largest);
    }
}
