package org.lowland.rl.landscape;

import java.util.OptionalDouble;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

/**
 * The space that random moves stay in, so that a cluster does not evaporate: a sphere around the centroid of the given
 * structure; for a periodic system its cell, which repeats and therefore holds all of space. Immutable.
 */
final class Container {
    private static final double MARGIN = 1.0;

    private final Cell cell;
    private final double[] centre;
    private final double radius;

    private Container(Cell cell, double[] centre, double radius) {
        this.cell = cell;
        this.centre = centre;
        this.radius = radius;
    }

    /** The container of a search that was given this structure. */
    static Container around(AtomicSystem system, OptionalDouble radius) {
        if (system.isPeriodic()) {
            return new Container(system.cell().orElseThrow(), new double[3], Double.POSITIVE_INFINITY);
        }
        double[] positions = system.positions();
        double[] centre = centroid(positions);
        double farthest = 0;
        for (int atom = 0; atom < system.size(); atom++) {
            farthest = Math.max(farthest, squaredDistance(positions, atom, centre));
        }
        return new Container(null, centre, radius.orElse(Math.sqrt(farthest) + MARGIN));
    }

    double radius() {
        return radius;
    }

    boolean holds(double[] positions, int atom) {
        return cell != null || squaredDistance(positions, atom, centre) <= radius * radius;
    }

    /** Puts an atom anywhere inside. */
    void place(double[] positions, int atom, RandomGenerator random) {
        if (cell != null) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            double c = random.nextDouble();
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * atom + axis] =
                        a * cell.component(0, axis) + b * cell.component(1, axis) + c * cell.component(2, axis);
            }
            return;
        }
        do {
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * atom + axis] = centre[axis] + radius * (2 * random.nextDouble() - 1);
            }
        } while (!holds(positions, atom));
    }

    /** Brings the centroid of a cluster back to the centre. */
    void recentre(double[] positions) {
        if (cell != null) {
            return;
        }
        double[] drifted = centroid(positions);
        for (int k = 0; k < positions.length; k++) {
            positions[k] += centre[k % 3] - drifted[k % 3];
        }
    }

    /** Draws an atom that has left back to the wall. */
    void drawIn(double[] positions, int atom) {
        if (holds(positions, atom)) {
            return;
        }
        double scale = radius / Math.sqrt(squaredDistance(positions, atom, centre));
        for (int axis = 0; axis < 3; axis++) {
            int k = 3 * atom + axis;
            positions[k] = centre[axis] + scale * (positions[k] - centre[axis]);
        }
    }

    private static double[] centroid(double[] positions) {
        double[] sum = new double[3];
        for (int k = 0; k < positions.length; k++) {
            sum[k % 3] += positions[k];
        }
        for (int axis = 0; axis < 3; axis++) {
            sum[axis] *= 3.0 / positions.length;
        }
        return sum;
    }

    private static double squaredDistance(double[] positions, int atom, double[] point) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double d = positions[3 * atom + axis] - point[axis];
            sum += d * d;
        }
        return sum;
    }
}
