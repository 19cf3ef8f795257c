package org.lowland.api.coordinate;

import java.util.Arrays;
import org.lowland.api.numeric.Superposition;
import org.lowland.api.numeric.SymmetricEigen;

/**
 * How a fragment is turned from where it was: one component of the exponential map of the quaternion that superimposes
 * its reference on it (E. A. Coutsias, C. Seok and K. A. Dill, J. Comput. Chem. 25, 1849 (2004); L.-P. Wang and C. Song,
 * J. Chem. Phys. 144, 214108 (2016)), times its radius of gyration, so that it is in Å as a translation is. Three atoms
 * or more that are not on a line; smooth up to half a turn.
 */
public final class Rotation implements Primitive {
    private static final double SMALL = 1e-8;

    private final int[] fragment;
    private final double[] reference;
    private final double radius;
    private final int component;

    /**
     * One component of a rotation.
     *
     * @param fragment indices of its atoms
     * @param positions 3N coordinates in Å of all atoms of the system, where the fragment is not turned
     * @param component 0, 1, 2 for x, y, z
     */
    public Rotation(int[] fragment, double[] positions, int component) {
        this.fragment = fragment.clone();
        this.component = component;
        this.reference = centred(positions);
        double sum = 0;
        for (double r : reference) {
            sum += r * r;
        }
        this.radius = Math.sqrt(sum / fragment.length);
    }

    private double[] centred(double[] positions) {
        double[] mean = new double[3];
        double[] result = new double[3 * fragment.length];
        for (int k = 0; k < result.length; k++) {
            result[k] = positions[3 * fragment[k / 3] + k % 3];
            mean[k % 3] += result[k] / fragment.length;
        }
        for (int k = 0; k < result.length; k++) {
            result[k] -= mean[k % 3];
        }
        return result;
    }

    @Override
    public int[] atoms() {
        return fragment.clone();
    }

    /** Coutsias' matrix, linear in the positions. */
    private double[][] matrix(double[] centred) {
        double[][] r = new double[3][3];
        for (int k = 0; k < centred.length; k += 3) {
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    r[i][j] += reference[k + i] * centred[k + j];
                }
            }
        }
        return Superposition.quaternionMatrix(r);
    }

    private static int largest(double[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) {
            best = values[k] > values[best] ? k : best;
        }
        return best;
    }

    private static double[] column(double[][] vectors, int k, double sign) {
        double[] column = new double[vectors.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = sign * vectors[i][k];
        }
        return column;
    }

    private static double sign(SymmetricEigen eigen, int best) {
        return eigen.vectors()[0][best] < 0 ? -1 : 1;
    }

    /** What the vector part of the quaternion is multiplied with to give the exponential map. */
    private static double factor(double real) {
        double clipped = Math.min(1, real);
        return 1 - clipped < SMALL
                ? 2 - 2 * (clipped - 1) / 3
                : 2 * Math.acos(clipped) / Math.sqrt(1 - clipped * clipped);
    }

    private static double factorSlope(double real) {
        double clipped = Math.min(1, real);
        double rest = 1 - clipped * clipped;
        return 1 - clipped < SMALL ? -2.0 / 3 : (clipped * factor(clipped) - 2) / rest;
    }

    /**
     * How far the fragment is turned, about whatever axis.
     *
     * @param positions 3N coordinates in Å
     * @return in radians, from 0 to π
     */
    public double turn(double[] positions) {
        SymmetricEigen eigen = SymmetricEigen.of(matrix(centred(positions)));
        int best = largest(eigen.values());
        return 2 * Math.acos(Math.min(1, Math.abs(eigen.vectors()[0][best])));
    }

    @Override
    public double value(double[] positions) {
        SymmetricEigen eigen = SymmetricEigen.of(matrix(centred(positions)));
        int best = largest(eigen.values());
        double[] q = column(eigen.vectors(), best, sign(eigen, best));
        return radius * factor(q[0]) * q[1 + component];
    }

    @Override
    public double evaluate(double[] positions, double[] gradient) {
        SymmetricEigen eigen = SymmetricEigen.of(matrix(centred(positions)));
        int best = largest(eigen.values());
        double[] q = column(eigen.vectors(), best, sign(eigen, best));
        double[] byQuaternion = new double[4];
        byQuaternion[0] = radius * factorSlope(q[0]) * q[1 + component];
        byQuaternion[1 + component] += radius * factor(q[0]);
        double[] response = response(eigen, best, byQuaternion);
        Arrays.fill(gradient, 0, 3 * fragment.length, 0);
        for (int k = 0; k < fragment.length; k++) {
            for (int j = 0; j < 3; j++) {
                double[][] r = new double[3][3];
                for (int i = 0; i < 3; i++) {
                    r[i][j] = reference[3 * k + i];
                }
                gradient[3 * k + j] = product(response, Superposition.quaternionMatrix(r), q);
            }
        }
        return radius * factor(q[0]) * q[1 + component];
    }

    /** First-order perturbation theory of the eigenvector, contracted with a derivative by it. */
    private static double[] response(SymmetricEigen eigen, int best, double[] derivative) {
        double[] response = new double[4];
        for (int k = 0; k < 4; k++) {
            double gap = eigen.values()[best] - eigen.values()[k];
            if (k != best && gap > 0) {
                double[] vector = column(eigen.vectors(), k, 1);
                double share = 0;
                for (int i = 0; i < 4; i++) {
                    share += vector[i] * derivative[i] / gap;
                }
                for (int i = 0; i < 4; i++) {
                    response[i] += share * vector[i];
                }
            }
        }
        return response;
    }

    private static double product(double[] left, double[][] matrix, double[] right) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                sum += left[i] * matrix[i][j] * right[j];
            }
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rotation that
                && component == that.component
                && Arrays.equals(fragment, that.fragment)
                && Arrays.equals(reference, that.reference);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(fragment) + component;
    }

    @Override
    public String toString() {
        return "Rotation[fragment=" + Arrays.toString(fragment) + ", component=" + component + "]";
    }
}
