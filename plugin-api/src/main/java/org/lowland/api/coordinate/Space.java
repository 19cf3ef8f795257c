package org.lowland.api.coordinate;

/** Arithmetic with vectors of three components. */
final class Space {
    private Space() {}

    /** The vector from one atom to another. */
    static double[] between(double[] positions, int from, int to) {
        return new double[] {
            positions[3 * to] - positions[3 * from],
            positions[3 * to + 1] - positions[3 * from + 1],
            positions[3 * to + 2] - positions[3 * from + 2]
        };
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    static double[] sum(double[] a, double[] b) {
        return new double[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
    }

    static double[] scaled(double[] a, double factor) {
        return new double[] {a[0] * factor, a[1] * factor, a[2] * factor};
    }

    /** The vector of length one along another; zero along zero. */
    static double[] unit(double[] a) {
        double norm = norm(a);
        return scaled(a, norm == 0 ? 0 : 1 / norm);
    }

    /** What a derivative by the unit vector {@code u} of a vector of length {@code norm} is by the vector itself. */
    static double[] throughUnit(double[] derivative, double[] u, double norm) {
        double along = dot(derivative, u);
        double inverse = norm == 0 ? 0 : 1 / norm;
        return new double[] {
            (derivative[0] - along * u[0]) * inverse,
            (derivative[1] - along * u[1]) * inverse,
            (derivative[2] - along * u[2]) * inverse
        };
    }

    /** Writes a multiple of a vector into the place of one atom in a gradient. */
    static void put(double[] gradient, int place, double factor, double[] a) {
        gradient[3 * place] = factor * a[0];
        gradient[3 * place + 1] = factor * a[1];
        gradient[3 * place + 2] = factor * a[2];
    }

    /** Adds a multiple of a vector in the place of one atom in a gradient. */
    static void add(double[] gradient, int place, double factor, double[] a) {
        gradient[3 * place] += factor * a[0];
        gradient[3 * place + 1] += factor * a[1];
        gradient[3 * place + 2] += factor * a[2];
    }
}
