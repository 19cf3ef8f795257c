package org.lowland.api.numeric;

/**
 * The rigid motion, without reflection, that brings a set of points closest to another of the same order, by the
 * quaternion of E. A. Coutsias, C. Seok and K. A. Dill, J. Comput. Chem. 25, 1849 (2004). Immutable.
 */
public final class Superposition {
    private final double[] there;
    private final double[] here;
    private final double[][] rotation;
    private final double[] aligned;
    private final double rmsd;

    private Superposition(double[] there, double[] here, double[][] rotation, double[] reference, double[] points) {
        this.there = there;
        this.here = here;
        this.rotation = rotation;
        this.aligned = applied(points);
        double sum = 0;
        for (int k = 0; k < points.length; k++) {
            sum += (aligned[k] - reference[k]) * (aligned[k] - reference[k]);
        }
        this.rmsd = Math.sqrt(3 * sum / points.length);
    }

    /**
     * Lays points on others; all count alike.
     *
     * @param reference 3N coordinates that stay, in any unit
     * @param points 3N coordinates that are moved, N at least 1
     * @return where they come to lie
     * @throws IllegalArgumentException when the numbers differ
     */
    public static Superposition of(double[] reference, double[] points) {
        if (reference.length != points.length || points.length == 0 || points.length % 3 != 0) {
            throw new IllegalArgumentException(
                    "Points of " + points.length + " coordinates cannot be laid on " + reference.length);
        }
        double[] there = mean(reference);
        double[] here = mean(points);
        double[][] correlation = new double[3][3];
        for (int k = 0; k < points.length; k += 3) {
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    correlation[i][j] += (points[k + i] - here[i]) * (reference[k + j] - there[j]);
                }
            }
        }
        return new Superposition(there, here, rotation(correlation), reference, points);
    }

    /**
     * Moves other points as those were.
     *
     * @param points 3N coordinates, any number of them
     * @return where they come to lie
     */
    public double[] applied(double[] points) {
        double[] moved = new double[points.length];
        for (int k = 0; k < points.length; k += 3) {
            for (int i = 0; i < 3; i++) {
                double value = there[i];
                for (int j = 0; j < 3; j++) {
                    value += rotation[i][j] * (points[k + j] - here[j]);
                }
                moved[k + i] = value;
            }
        }
        return moved;
    }

    /**
     * The matrix whose eigenvector of the largest eigenvalue is the quaternion of the best rotation.
     *
     * @param correlation sum of the products of the coordinates, turned (rows) times resting (columns)
     * @return 4 times 4, symmetric, the real part first
     */
    public static double[][] quaternionMatrix(double[][] correlation) {
        double[][] r = correlation;
        double a = r[1][2] - r[2][1];
        double b = r[2][0] - r[0][2];
        double c = r[0][1] - r[1][0];
        double d = r[0][1] + r[1][0];
        double e = r[0][2] + r[2][0];
        double f = r[1][2] + r[2][1];
        return new double[][] {
            {r[0][0] + r[1][1] + r[2][2], a, b, c},
            {a, r[0][0] - r[1][1] - r[2][2], d, e},
            {b, d, r[1][1] - r[0][0] - r[2][2], f},
            {c, e, f, r[2][2] - r[0][0] - r[1][1]}
        };
    }

    private static double[][] rotation(double[][] correlation) {
        SymmetricEigen eigen = SymmetricEigen.of(quaternionMatrix(correlation));
        int best = 0;
        for (int k = 1; k < 4; k++) {
            best = eigen.values()[k] > eigen.values()[best] ? k : best;
        }
        double[][] v = eigen.vectors();
        double w = v[0][best];
        double x = v[1][best];
        double y = v[2][best];
        double z = v[3][best];
        return new double[][] {
            {w * w + x * x - y * y - z * z, 2 * (x * y - w * z), 2 * (x * z + w * y)},
            {2 * (x * y + w * z), w * w - x * x + y * y - z * z, 2 * (y * z - w * x)},
            {2 * (x * z - w * y), 2 * (y * z + w * x), w * w - x * x - y * y + z * z}
        };
    }

    private static double[] mean(double[] points) {
        double[] mean = new double[3];
        for (int k = 0; k < points.length; k++) {
            mean[k % 3] += 3 * points[k] / points.length;
        }
        return mean;
    }

    /** {@return the 3N coordinates of the points after the motion} */
    public double[] aligned() {
        return aligned.clone();
    }

    /** {@return the root mean square distance of the points from their counterparts after the motion} */
    public double rmsd() {
        return rmsd;
    }
}
