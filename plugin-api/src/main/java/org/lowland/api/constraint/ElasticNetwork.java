package org.lowland.api.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Springs that keep a molecule whole while it is bent to what its constraints ask for: between bonded atoms, between
 * atoms with a common neighbour, and, where they come closer than they were, between all others. Torsions are free.
 */
final class ElasticNetwork {
    private static final double BOND = 1;
    private static final double ANGLE = 0.3;
    private static final double CONTACT = 0.3;

    /** Atoms farther apart than this in Å do not push each other away. */
    private static final double CONTACT_RANGE = 2;

    /** What holds every atom where it is, so that whatever no spring says anything of moves as little as possible. */
    private static final double DRAG = 1e-3;

    private final double[] start;
    private final boolean[] fixed;
    private final List<Spring> springs = new ArrayList<>();
    private final List<Set<Integer>> sprung = new ArrayList<>();

    private record Spring(int first, int second, double length, double stiffness) {}

    /**
     * Springs at rest in a structure.
     *
     * @param start 3N coordinates in Å
     * @param bonds pairs of atom indices
     * @param fixed N flags
     */
    ElasticNetwork(double[] start, int[] bonds, boolean[] fixed) {
        this.start = start.clone();
        this.fixed = fixed.clone();
        List<Set<Integer>> bonded = new ArrayList<>();
        for (int atom = 0; atom < fixed.length; atom++) {
            bonded.add(new TreeSet<>());
            sprung.add(new TreeSet<>());
        }
        for (int k = 0; k < bonds.length; k += 2) {
            bonded.get(bonds[k]).add(bonds[k + 1]);
            bonded.get(bonds[k + 1]).add(bonds[k]);
        }
        for (int k = 0; k < bonds.length; k += 2) {
            join(bonds[k], bonds[k + 1], BOND);
        }
        for (Set<Integer> around : bonded) {
            for (int i : around) {
                for (int j : around) {
                    join(i, j, ANGLE);
                }
            }
        }
    }

    private void join(int i, int j, double stiffness) {
        if (i < j && !sprung.get(i).contains(j)) {
            sprung.get(i).add(j);
            springs.add(new Spring(i, j, distance(start, i, j), stiffness));
        } else if (i > j) {
            join(j, i, stiffness);
        }
    }

    private static double distance(double[] x, int i, int j) {
        double dx = x[3 * i] - x[3 * j];
        double dy = x[3 * i + 1] - x[3 * j + 1];
        double dz = x[3 * i + 2] - x[3 * j + 2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    /** The network at other positions, expanded to second order along the springs. */
    Expansion at(double[] positions) {
        List<Spring> active = new ArrayList<>(springs);
        for (int i = 0; i < fixed.length; i++) {
            for (int j = i + 1; j < fixed.length; j++) {
                if (isCloserThanBefore(positions, i, j) && !sprung.get(i).contains(j)) {
                    double length = Math.min(distance(start, i, j), CONTACT_RANGE);
                    active.add(new Spring(i, j, length, CONTACT));
                }
            }
        }
        return new Expansion(active, positions);
    }

    private boolean isCloserThanBefore(double[] x, int i, int j) {
        if (Math.abs(x[3 * i] - x[3 * j]) >= CONTACT_RANGE || (fixed[i] && fixed[j])) {
            return false;
        }
        double now = distance(x, i, j);
        return now < CONTACT_RANGE && now < distance(start, i, j);
    }

    /** Forces and stiffness of the network near one structure. */
    final class Expansion {
        private final int[] pairs;
        private final double[] directions;
        private final double[] stiffness;
        private final double[] force;

        private Expansion(List<Spring> active, double[] x) {
            this.pairs = new int[2 * active.size()];
            this.directions = new double[3 * active.size()];
            this.stiffness = new double[active.size()];
            this.force = new double[x.length];
            for (int s = 0; s < stiffness.length; s++) {
                Spring spring = active.get(s);
                int i = spring.first();
                int j = spring.second();
                double r = Math.max(distance(x, i, j), 1e-6);
                pairs[2 * s] = i;
                pairs[2 * s + 1] = j;
                stiffness[s] = spring.stiffness();
                for (int axis = 0; axis < 3; axis++) {
                    double direction = (x[3 * i + axis] - x[3 * j + axis]) / r;
                    directions[3 * s + axis] = direction;
                    force[3 * i + axis] += spring.stiffness() * (spring.length() - r) * direction;
                    force[3 * j + axis] -= spring.stiffness() * (spring.length() - r) * direction;
                }
            }
            hold(force);
        }

        private void hold(double[] vector) {
            for (int k = 0; k < vector.length; k++) {
                vector[k] = fixed[k / 3] ? 0 : vector[k];
            }
        }

        /** The forces of the springs, 3N components. */
        double[] force() {
            return force.clone();
        }

        /** The displacement under a load, both zero on fixed atoms, by conjugate gradients. */
        double[] displacement(double[] load) {
            double[] x = new double[load.length];
            double[] rest = load.clone();
            hold(rest);
            double[] direction = rest.clone();
            double squared = dot(rest, rest);
            double goal = 1e-16 * squared;
            for (int k = 0; k < 4 * load.length && squared > goal; k++) {
                double[] product = times(direction);
                double step = squared / dot(direction, product);
                for (int c = 0; c < x.length; c++) {
                    x[c] += step * direction[c];
                    rest[c] -= step * product[c];
                }
                double next = dot(rest, rest);
                for (int c = 0; c < x.length; c++) {
                    direction[c] = rest[c] + next / squared * direction[c];
                }
                squared = next;
            }
            return x;
        }

        private double[] times(double[] v) {
            double[] result = new double[v.length];
            for (int k = 0; k < v.length; k++) {
                result[k] = DRAG * v[k];
            }
            for (int s = 0; s < stiffness.length; s++) {
                int i = 3 * pairs[2 * s];
                int j = 3 * pairs[2 * s + 1];
                int d = 3 * s;
                double along = stiffness[s]
                        * (directions[d] * (v[i] - v[j])
                                + directions[d + 1] * (v[i + 1] - v[j + 1])
                                + directions[d + 2] * (v[i + 2] - v[j + 2]));
                for (int axis = 0; axis < 3; axis++) {
                    result[i + axis] += along * directions[d + axis];
                    result[j + axis] -= along * directions[d + axis];
                }
            }
            hold(result);
            return result;
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
