package org.lowland.rl.landscape;

import org.lowland.api.potential.Domain;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

/**
 * How close random moves may bring two atoms. Nearer than half an Å no potential has been fitted, and some have holes
 * there. Immutable.
 */
final class Spacing {
    private static final double USUAL = 0.5;
    private static final double FRACTION_OF_CLOSEST = 0.7;

    private final Cell cell;
    private final double[] inverse;
    private final double squaredLimit;

    /** The spacing for moves from a structure: half an Å, less where its own atoms are that close. */
    Spacing(AtomicSystem system) {
        cell = system.isPeriodic() ? system.cell().orElseThrow() : null;
        inverse = cell == null ? null : cell.inverse();
        double limit = Math.max(Domain.COINCIDENT, Math.min(USUAL, FRACTION_OF_CLOSEST * Math.sqrt(closest(system))));
        squaredLimit = limit * limit;
    }

    /** Whether an atom is far enough from all others that have their place. */
    boolean isKept(double[] positions, int atom, boolean[] placed) {
        for (int other = 0; other < placed.length; other++) {
            if (placed[other] && squaredDistance(positions, atom, other) < squaredLimit) {
                return false;
            }
        }
        return true;
    }

    private double closest(AtomicSystem system) {
        double[] positions = system.positions();
        double smallest = Double.POSITIVE_INFINITY;
        for (int atom = 0; atom < system.size(); atom++) {
            for (int other = 0; other < atom; other++) {
                smallest = Math.min(smallest, squaredDistance(positions, atom, other));
            }
        }
        return smallest;
    }

    /** Of the image that is nearest in fractional coordinates: the right one for all short distances. */
    private double squaredDistance(double[] positions, int atom, int other) {
        double x = positions[3 * atom] - positions[3 * other];
        double y = positions[3 * atom + 1] - positions[3 * other + 1];
        double z = positions[3 * atom + 2] - positions[3 * other + 2];
        if (cell == null) {
            return x * x + y * y + z * z;
        }
        double a = cell.isPeriodic(0) ? Math.rint(x * inverse[0] + y * inverse[3] + z * inverse[6]) : 0;
        double b = cell.isPeriodic(1) ? Math.rint(x * inverse[1] + y * inverse[4] + z * inverse[7]) : 0;
        double c = cell.isPeriodic(2) ? Math.rint(x * inverse[2] + y * inverse[5] + z * inverse[8]) : 0;
        double dx = x - a * cell.component(0, 0) - b * cell.component(1, 0) - c * cell.component(2, 0);
        double dy = y - a * cell.component(0, 1) - b * cell.component(1, 1) - c * cell.component(2, 1);
        double dz = z - a * cell.component(0, 2) - b * cell.component(1, 2) - c * cell.component(2, 2);
        return dx * dx + dy * dy + dz * dz;
    }
}
