package org.lowland.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.config.Isotopes;

/**
 * The harmonic vibrations of a molecule in free space, from central differences of forces, translations and rotations
 * projected out: tells a minimum from a saddle point. Stateless.
 */
public final class NormalModes {
    /** √(eV/(Å² u)) in cm⁻¹ (CODATA 2018). */
    private static final double WAVENUMBER = 521.47090;

    private static final double NULL_VECTOR = 1e-6;

    private NormalModes() {}

    /**
     * The wavenumbers.
     *
     * @param potential evaluated at 6N structures
     * @param system at a stationary point
     * @param step of the differences in Å
     * @return one in cm⁻¹ for each vibration in rising order, imaginary ones negative
     */
    public static double[] wavenumbers(Potential potential, AtomicSystem system, double step) {
        int size = 3 * system.size();
        double[] weights = weights(system);
        double[][] hessian = hessian(potential, system, step);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                hessian[row][column] *= weights[row] * weights[column];
            }
        }
        double[][] rigid = rigidMotions(system, weights);
        RealMatrix projector = new Array2DRowRealMatrix(projector(size, rigid), false);
        RealMatrix projected =
                projector.multiply(new Array2DRowRealMatrix(hessian, false)).multiply(projector);
        double[] values = new EigenDecomposition(symmetric(projected)).getRealEigenvalues();
        int motions =
                (int) Arrays.stream(rigid).filter(motion -> motion.length > 0).count();
        return Arrays.stream(withoutNulls(values, motions))
                .map(value -> Math.signum(value) * Math.sqrt(Math.abs(value)) * WAVENUMBER)
                .sorted()
                .toArray();
    }

    private static double[][] hessian(Potential potential, AtomicSystem system, double step) {
        int size = 3 * system.size();
        double[][] hessian = new double[size][size];
        for (int k = 0; k < size; k++) {
            double[] ahead = displaced(potential, system, k, step);
            double[] behind = displaced(potential, system, k, -step);
            for (int column = 0; column < size; column++) {
                double second = (behind[column] - ahead[column]) / (2 * step);
                hessian[k][column] += 0.5 * second;
                hessian[column][k] += 0.5 * second;
            }
        }
        return hessian;
    }

    private static double[] displaced(Potential potential, AtomicSystem system, int component, double by) {
        double[] positions = system.positions();
        positions[component] += by;
        return potential.evaluate(system.withPositions(positions)).forces();
    }

    /** 1/√m for each component, m in atomic mass units. */
    private static double[] weights(AtomicSystem system) {
        double[] weights = new double[3 * system.size()];
        try {
            for (int atom = 0; atom < system.size(); atom++) {
                double mass = Isotopes.getInstance()
                        .getMajorIsotope(system.atomicNumber(atom))
                        .getExactMass();
                Arrays.fill(weights, 3 * atom, 3 * atom + 3, 1 / Math.sqrt(mass));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return weights;
    }

    /** Three translations and three rotations, mass-weighted and orthonormal; empty for one that does not exist. */
    private static double[][] rigidMotions(AtomicSystem system, double[] weights) {
        int size = weights.length;
        double[] center = center(system, weights);
        double[][] motions = new double[6][size];
        for (int atom = 0; atom < system.size(); atom++) {
            for (int axis = 0; axis < 3; axis++) {
                motions[axis][3 * atom + axis] = 1 / weights[3 * atom];
                int next = (axis + 1) % 3;
                int last = (axis + 2) % 3;
                motions[3 + axis][3 * atom + next] = -(system.position(atom, last) - center[last]) / weights[3 * atom];
                motions[3 + axis][3 * atom + last] = (system.position(atom, next) - center[next]) / weights[3 * atom];
            }
        }
        for (int m = 0; m < motions.length; m++) {
            double before = norm(motions[m]);
            for (int other = 0; other < m; other++) {
                if (motions[other].length > 0) {
                    double overlap = dot(motions[m], motions[other]);
                    for (int k = 0; k < size; k++) {
                        motions[m][k] -= overlap * motions[other][k];
                    }
                }
            }
            double length = norm(motions[m]);
            if (length <= NULL_VECTOR * Math.max(1, before)) {
                motions[m] = new double[0];
            }
            for (int k = 0; k < motions[m].length; k++) {
                motions[m][k] /= length;
            }
        }
        return motions;
    }

    private static double[] center(AtomicSystem system, double[] weights) {
        double[] center = new double[3];
        double total = 0;
        for (int atom = 0; atom < system.size(); atom++) {
            double mass = 1 / (weights[3 * atom] * weights[3 * atom]);
            total += mass;
            for (int axis = 0; axis < 3; axis++) {
                center[axis] += mass * system.position(atom, axis);
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            center[axis] /= total;
        }
        return center;
    }

    private static double[][] projector(int size, double[][] rigid) {
        double[][] projector = new double[size][size];
        for (int row = 0; row < size; row++) {
            projector[row][row] = 1;
            for (double[] motion : rigid) {
                for (int column = 0; column < motion.length; column++) {
                    projector[row][column] -= motion[row] * motion[column];
                }
            }
        }
        return projector;
    }

    private static RealMatrix symmetric(RealMatrix matrix) {
        return matrix.add(matrix.transpose()).scalarMultiply(0.5);
    }

    /** The projected motions are left as eigenvalues of zero: the smallest in magnitude. */
    private static double[] withoutNulls(double[] values, int count) {
        return Arrays.stream(values)
                .boxed()
                .sorted((a, b) -> Double.compare(Math.abs(a), Math.abs(b)))
                .skip(count)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
