package org.lowland.rl.strider.policy;

import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.api.system.NeighborList;

/**
 * What is around each atom, by the kind of the neighbours: how many there are, how close they are, and in what direction
 * away from them. Everything goes to zero smoothly at the cutoff. Used once.
 */
final class Surroundings {
    /** Below so many atoms all pairs are faster than a list. */
    private static final int MOST_FOR_ALL_PAIRS = 400;

    private final int kinds;
    private final int[] kind;
    private final double squaredCutoff;
    private final double[] count;
    private final double[] closeness;
    private final double[] away;

    /**
     * Looks around.
     *
     * @param system the atoms
     * @param kind of each atom, from 0
     * @param kinds how many there are
     * @param cutoff in Å
     */
    Surroundings(AtomicSystem system, int[] kind, int kinds, double cutoff) {
        this.kinds = kinds;
        this.kind = kind;
        this.squaredCutoff = cutoff * cutoff;
        this.count = new double[system.size() * kinds];
        this.closeness = new double[system.size() * kinds];
        this.away = new double[3 * system.size() * kinds];
        pairs(system, this::add);
    }

    /** Does something with a pair of atoms, given the vector from the first to the second in Å. */
    private interface Pair {
        void take(int first, int second, double x, double y, double z);
    }

    private void pairs(AtomicSystem system, Pair pair) {
        double cutoff = Math.sqrt(squaredCutoff);
        if (system.size() <= MOST_FOR_ALL_PAIRS && isBoxOf(system, 2 * cutoff)) {
            allPairs(system, pair);
        } else {
            NeighborList list = NeighborList.allImages(system, cutoff);
            for (int k = 0; k < list.size(); k++) {
                pair.take(list.first(k), list.second(k), list.x(k), list.y(k), list.z(k));
            }
        }
    }

    private static boolean isBoxOf(AtomicSystem system, double width) {
        if (!system.isPeriodic()) {
            return true;
        }
        Cell cell = system.cell().orElseThrow();
        for (int vector = 0; vector < 3; vector++) {
            for (int axis = 0; axis < 3; axis++) {
                if (vector != axis && cell.component(vector, axis) != 0) {
                    return false;
                }
            }
            if (cell.isPeriodic(vector) && Math.abs(cell.component(vector, vector)) < width) {
                return false;
            }
        }
        return true;
    }

    private static void allPairs(AtomicSystem system, Pair pair) {
        double[] edge = new double[3];
        double[] perEdge = new double[3];
        system.cell().ifPresent(cell -> {
            for (int axis = 0; axis < 3; axis++) {
                edge[axis] = cell.isPeriodic(axis) ? cell.component(axis, axis) : 0;
                perEdge[axis] = cell.isPeriodic(axis) ? 1 / edge[axis] : 0;
            }
        });
        double[] at = system.positions();
        for (int first = 0; first < system.size(); first++) {
            for (int second = first + 1; second < system.size(); second++) {
                double x = at[3 * second] - at[3 * first];
                x -= edge[0] * Math.floor(x * perEdge[0] + 0.5);
                double y = at[3 * second + 1] - at[3 * first + 1];
                y -= edge[1] * Math.floor(y * perEdge[1] + 0.5);
                double z = at[3 * second + 2] - at[3 * first + 2];
                z -= edge[2] * Math.floor(z * perEdge[2] + 0.5);
                pair.take(first, second, x, y, z);
            }
        }
    }

    private void add(int first, int second, double x, double y, double z) {
        double squared = x * x + y * y + z * z;
        if (squared >= squaredCutoff || squared == 0) {
            return;
        }
        double reduced = squared / squaredCutoff;
        double weight = (1 - reduced) * (1 - reduced);
        double close = weight / (reduced * reduced * reduced);
        double perDistance = weight / Math.sqrt(squared);
        int ofFirst = first * kinds + kind[second];
        int ofSecond = second * kinds + kind[first];
        count[ofFirst] += weight;
        count[ofSecond] += weight;
        closeness[ofFirst] += close;
        closeness[ofSecond] += close;
        away[3 * ofFirst] -= x * perDistance;
        away[3 * ofFirst + 1] -= y * perDistance;
        away[3 * ofFirst + 2] -= z * perDistance;
        away[3 * ofSecond] += x * perDistance;
        away[3 * ofSecond + 1] += y * perDistance;
        away[3 * ofSecond + 2] += z * perDistance;
    }

    /** How many neighbours of a kind, near ones more than far ones. */
    double count(int atom, int ofKind) {
        return count[atom * kinds + ofKind];
    }

    /** How close they are: the same, divided by the sixth power of the distance over the cutoff. */
    double closeness(int atom, int ofKind) {
        return closeness[atom * kinds + ofKind];
    }

    /** The sum of unit vectors from neighbours of a kind to the atom, near ones more than far ones; one component. */
    double away(int atom, int ofKind, int axis) {
        return away[3 * (atom * kinds + ofKind) + axis];
    }

    /** Gradients by what is around each atom, to be filled in; laid out as it. */
    record Gradient(double[] count, double[] closeness, double[] away) {}

    /** {@return gradients of zero} */
    Gradient noGradient() {
        return new Gradient(new double[count.length], new double[closeness.length], new double[away.length]);
    }

    /**
     * Adds the gradient by the positions.
     *
     * @param system the same as was looked at
     * @param by what is around each atom
     * @param sum 3N components and perhaps more, to which is added
     */
    void pullback(AtomicSystem system, Gradient by, double[] sum) {
        pairs(system, (first, second, x, y, z) -> {
            double squared = x * x + y * y + z * z;
            if (squared >= squaredCutoff || squared == 0) {
                return;
            }
            int ofFirst = first * kinds + kind[second];
            int ofSecond = second * kinds + kind[first];
            double u = squared / squaredCutoff;
            double weight = (1 - u) * (1 - u);
            double weightSlope = -2 * (1 - u) / squaredCutoff;
            double perDistance = 1 / Math.sqrt(squared);
            double closeSlope = (weightSlope - 3 * weight / squared) / (u * u * u);
            double awayX = by.away[3 * ofSecond] - by.away[3 * ofFirst];
            double awayY = by.away[3 * ofSecond + 1] - by.away[3 * ofFirst + 1];
            double awayZ = by.away[3 * ofSecond + 2] - by.away[3 * ofFirst + 2];
            double along = awayX * x + awayY * y + awayZ * z;
            double slope = 2
                    * ((by.count[ofFirst] + by.count[ofSecond]) * weightSlope
                            + (by.closeness[ofFirst] + by.closeness[ofSecond]) * closeSlope
                            + along * (weightSlope - 0.5 * weight / squared) * perDistance);
            add(sum, first, second, 0, slope * x + awayX * weight * perDistance);
            add(sum, first, second, 1, slope * y + awayY * weight * perDistance);
            add(sum, first, second, 2, slope * z + awayZ * weight * perDistance);
        });
    }

    private static void add(double[] sum, int first, int second, int axis, double pull) {
        sum[3 * second + axis] += pull;
        sum[3 * first + axis] -= pull;
    }
}
