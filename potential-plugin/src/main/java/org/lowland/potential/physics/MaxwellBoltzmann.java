package org.lowland.potential.physics;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Units;

/**
 * Velocities of a temperature, without a motion or a rotation of the whole. They are in the units of ASE, Å √(eV/u), so
 * that kinetic energies are in eV.
 */
final class MaxwellBoltzmann {
    private MaxwellBoltzmann() {}

    /**
     * Draws velocities.
     *
     * @param system of two atoms or more
     * @param masses of its atoms in u
     * @param kelvin the temperature that the velocities have, exactly
     * @param seed of the draw
     * @return 3N velocities
     */
    static double[] velocities(AtomicSystem system, double[] masses, double kelvin, long seed) {
        RandomGenerator random = new Well19937c(seed);
        double[] velocities = new double[3 * masses.length];
        for (int k = 0; k < velocities.length; k++) {
            velocities[k] = Math.sqrt(Units.BOLTZMANN * kelvin / masses[k / 3]) * random.nextGaussian();
        }
        stopMotion(velocities, masses);
        stopRotation(system.positions(), velocities, masses);
        double now = temperature(velocities, masses);
        double factor = now > 0 ? Math.sqrt(kelvin / now) : 0;
        for (int k = 0; k < velocities.length; k++) {
            velocities[k] *= factor;
        }
        return velocities;
    }

    /** The temperature in K of velocities that neither move nor turn the whole: of 3N - 6 degrees of freedom, or one. */
    static double temperature(double[] velocities, double[] masses) {
        int freedom = Math.max(1, velocities.length - 6);
        return 2 * kineticEnergy(velocities, masses) / (freedom * Units.BOLTZMANN);
    }

    /** In eV. */
    static double kineticEnergy(double[] velocities, double[] masses) {
        double sum = 0;
        for (int k = 0; k < velocities.length; k++) {
            sum += 0.5 * masses[k / 3] * velocities[k] * velocities[k];
        }
        return sum;
    }

    private static void stopMotion(double[] velocities, double[] masses) {
        double[] mean = weightedMean(velocities, masses);
        for (int k = 0; k < velocities.length; k++) {
            velocities[k] -= mean[k % 3];
        }
    }

    private static void stopRotation(double[] positions, double[] velocities, double[] masses) {
        double[] center = weightedMean(positions, masses);
        double[][] inertia = new double[3][3];
        double[] momentum = new double[3];
        for (int atom = 0; atom < masses.length; atom++) {
            double m = masses[atom];
            double[] r = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                r[axis] = positions[3 * atom + axis] - center[axis];
            }
            double square = r[0] * r[0] + r[1] * r[1] + r[2] * r[2];
            for (int axis = 0; axis < 3; axis++) {
                int y = (axis + 1) % 3;
                int z = (axis + 2) % 3;
                momentum[axis] += m * (r[y] * velocities[3 * atom + z] - r[z] * velocities[3 * atom + y]);
                inertia[axis][axis] += m * square;
                for (int other = 0; other < 3; other++) {
                    inertia[axis][other] -= m * r[axis] * r[other];
                }
            }
        }
        // Linear molecules have no rotation about their axis: the least-norm answer leaves it out.
        double[] omega = new SingularValueDecomposition(new Array2DRowRealMatrix(inertia, false))
                .getSolver()
                .solve(new ArrayRealVector(momentum, false))
                .toArray();
        for (int atom = 0; atom < masses.length; atom++) {
            for (int axis = 0; axis < 3; axis++) {
                int y = (axis + 1) % 3;
                int z = (axis + 2) % 3;
                velocities[3 * atom + axis] -= omega[y] * (positions[3 * atom + z] - center[z])
                        - omega[z] * (positions[3 * atom + y] - center[y]);
            }
        }
    }

    private static double[] weightedMean(double[] vectors, double[] masses) {
        double[] mean = new double[3];
        double total = 0;
        for (double mass : masses) {
            total += mass;
        }
        for (int k = 0; k < vectors.length; k++) {
            mean[k % 3] += masses[k / 3] * vectors[k] / total;
        }
        return mean;
    }
}
