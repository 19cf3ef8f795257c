package org.lowland.potential.physics;

import java.util.List;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * What symmetry forbids, the largest over some structures in free space.
 *
 * @param netForce norm of the sum of all forces, eV/Å
 * @param netTorque norm of the sum of all torques about the mean position, eV
 * @param rotatedForces component of the forces on a structure turned at random, turned back, less those on it as it
 *     was, eV/Å
 * @param rotatedEnergy difference of the energies of both, eV
 */
record Symmetries(double netForce, double netTorque, double rotatedForces, double rotatedEnergy) {

    static Symmetries of(Potential potential, List<AtomicSystem> structures, long seed) {
        RandomGenerator random = new Well19937c(seed);
        double force = 0;
        double torque = 0;
        double turnedForces = 0;
        double turnedEnergy = 0;
        for (AtomicSystem structure : structures) {
            Evaluation here = potential.evaluate(structure);
            double[] x = structure.positions();
            double[] f = here.forces();
            Vector3D center = sum(x).scalarMultiply(1.0 / structure.size());
            Vector3D turn = Vector3D.ZERO;
            for (int atom = 0; atom < structure.size(); atom++) {
                turn = turn.add(vector(x, atom).subtract(center).crossProduct(vector(f, atom)));
            }
            force = Math.max(force, sum(f).getNorm());
            torque = Math.max(torque, turn.getNorm());

            Rotation rotation = new Rotation(
                    random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), true);
            Evaluation there = potential.evaluate(structure.withPositions(turned(x, rotation)));
            double[] back = turned(there.forces(), rotation.revert());
            for (int k = 0; k < f.length; k++) {
                turnedForces = Math.max(turnedForces, Math.abs(back[k] - f[k]));
            }
            turnedEnergy = Math.max(turnedEnergy, Math.abs(there.energy() - here.energy()));
        }
        return new Symmetries(force, torque, turnedForces, turnedEnergy);
    }

    private static double[] turned(double[] vectors, Rotation rotation) {
        double[] result = new double[vectors.length];
        for (int atom = 0; atom < vectors.length / 3; atom++) {
            Vector3D turned = rotation.applyTo(vector(vectors, atom));
            result[3 * atom] = turned.getX();
            result[3 * atom + 1] = turned.getY();
            result[3 * atom + 2] = turned.getZ();
        }
        return result;
    }

    private static Vector3D sum(double[] vectors) {
        Vector3D sum = Vector3D.ZERO;
        for (int atom = 0; atom < vectors.length / 3; atom++) {
            sum = sum.add(vector(vectors, atom));
        }
        return sum;
    }

    private static Vector3D vector(double[] vectors, int atom) {
        return new Vector3D(vectors[3 * atom], vectors[3 * atom + 1], vectors[3 * atom + 2]);
    }
}
