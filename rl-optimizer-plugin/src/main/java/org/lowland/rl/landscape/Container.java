package org.lowland.rl.landscape;

import java.util.OptionalDouble;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.stat.StatUtils;
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

    /** Moves a cluster so that its median is at the centre, which atoms that have left do not change. */
    void recentre(double[] positions) {
        if (cell != null) {
            return;
        }
        double[] along = new double[positions.length / 3];
        for (int axis = 0; axis < 3; axis++) {
            for (int atom = 0; atom < along.length; atom++) {
                along[atom] = positions[3 * atom + axis];
            }
            double shift = centre[axis] - StatUtils.percentile(along, 50);
            for (int atom = 0; atom < along.length; atom++) {
                positions[3 * atom + axis] += shift;
            }
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
