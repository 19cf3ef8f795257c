package org.lowland.test;

import org.lowland.api.system.AtomicSystem;

/** Morse bonds and angles that are harmonic in their cosine, for one system. */
final class ToyBonds {
    private static final double DEPTH = 4.5;
    private static final double WIDTH = 2.0;
    private static final double BENDING = 5.0;

    private final AtomicSystem system;
    private final int[] bonds;
    private final boolean[][] excluded;

    ToyBonds(AtomicSystem system) {
        this.system = system;
        this.bonds = system.bonds();
        this.excluded = new boolean[bonds.length == 0 ? 0 : system.size()][system.size()];
        for (int b = 0; b < bonds.length; b += 2) {
            setExcluded(bonds[b], bonds[b + 1]);
            for (int c = 0; c < b; c += 2) {
                int shared = shared(b, c);
                if (shared >= 0) {
                    setExcluded(other(b, shared), other(c, shared));
                }
            }
        }
    }

    /** Whether two atoms are bonded to each other or to a third. */
    boolean excludes(int i, int j) {
        return excluded.length > 0 && excluded[i][j];
    }

    private void setExcluded(int i, int j) {
        excluded[i][j] = true;
        excluded[j][i] = true;
    }

    private int shared(int b, int c) {
        for (int end = 0; end < 2; end++) {
            if (bonds[b + end] == bonds[c] || bonds[b + end] == bonds[c + 1]) {
                return bonds[b + end];
            }
        }
        return -1;
    }

    private int other(int bond, int atom) {
        return bonds[bond] == atom ? bonds[bond + 1] : bonds[bond];
    }

    /** Adds the forces to an array and gives back the energy. */
    double add(double[] forces) {
        double energy = 0;
        for (int b = 0; b < bonds.length; b += 2) {
            energy += stretch(bonds[b], bonds[b + 1], forces);
            for (int c = 0; c < b; c += 2) {
                int centre = shared(b, c);
                if (centre >= 0) {
                    energy += bend(other(b, centre), centre, other(c, centre), forces);
                }
            }
        }
        return energy;
    }

    private double stretch(int i, int j, double[] forces) {
        double[] d = vector(i, j);
        double r = norm(d);
        double length = radius(system.atomicNumber(i)) + radius(system.atomicNumber(j));
        double x = Math.exp(-WIDTH * (r - length));
        double slope = 2 * DEPTH * WIDTH * x * (1 - x);
        for (int axis = 0; axis < 3; axis++) {
            forces[3 * i + axis] += slope * d[axis] / r;
            forces[3 * j + axis] -= slope * d[axis] / r;
        }
        return DEPTH * x * (x - 2);
    }

    private double bend(int i, int centre, int j, double[] forces) {
        double[] u = vector(centre, i);
        double[] v = vector(centre, j);
        double nu = norm(u);
        double nv = norm(v);
        double cosine = (u[0] * v[0] + u[1] * v[1] + u[2] * v[2]) / (nu * nv);
        double deviation = cosine - idealCosine(centre);
        for (int axis = 0; axis < 3; axis++) {
            double fu = -BENDING * deviation * (v[axis] / (nu * nv) - cosine * u[axis] / (nu * nu));
            double fv = -BENDING * deviation * (u[axis] / (nu * nv) - cosine * v[axis] / (nv * nv));
            forces[3 * i + axis] += fu;
            forces[3 * j + axis] += fv;
            forces[3 * centre + axis] -= fu + fv;
        }
        return 0.5 * BENDING * deviation * deviation;
    }

    private double idealCosine(int centre) {
        int neighbours = 0;
        for (int atom : bonds) {
            neighbours += atom == centre ? 1 : 0;
        }
        return switch (neighbours) {
            case 2 -> -0.26;
            case 3 -> -0.5;
            default -> -1.0 / 3;
        };
    }

    private double[] vector(int from, int to) {
        double[] d = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            d[axis] = system.position(to, axis) - system.position(from, axis);
        }
        return d;
    }

    private static double norm(double[] d) {
        return Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
    }

    private static double radius(int number) {
        return switch (number) {
            case 1 -> 0.31;
            case 6 -> 0.76;
            case 7 -> 0.71;
            case 8 -> 0.66;
            case 16 -> 1.05;
            case 17 -> 1.02;
            default -> 0.57;
        };
    }
}
