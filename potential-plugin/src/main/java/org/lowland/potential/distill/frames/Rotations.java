package org.lowland.potential.distill.frames;

import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.RotationConvention;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.random.RandomGenerator;

/** Turns groups of atoms. */
final class Rotations {
    private Rotations() {}

    /** The position of one atom. */
    static Vector3D at(double[] positions, int atom) {
        return new Vector3D(positions[3 * atom], positions[3 * atom + 1], positions[3 * atom + 2]);
    }

    /** Puts an atom somewhere. */
    static void put(double[] positions, int atom, Vector3D place) {
        positions[3 * atom] = place.getX();
        positions[3 * atom + 1] = place.getY();
        positions[3 * atom + 2] = place.getZ();
    }

    /**
     * Turns some atoms about an axis through a point.
     *
     * @param positions 3N, changed in place
     * @param atoms which turn
     * @param through the point
     * @param axis not of length zero
     * @param angle in radians
     */
    static void turn(double[] positions, int[] atoms, Vector3D through, Vector3D axis, double angle) {
        turn(positions, atoms, through, new Rotation(axis, angle, RotationConvention.VECTOR_OPERATOR));
    }

    /** Turns some atoms about a point. */
    static void turn(double[] positions, int[] atoms, Vector3D about, Rotation rotation) {
        for (int atom : atoms) {
            put(positions, atom, about.add(rotation.applyTo(at(positions, atom).subtract(about))));
        }
    }

    /** A rotation that favours no direction. */
    static Rotation random(RandomGenerator random) {
        double[] q = new double[4];
        for (int k = 0; k < 4; k++) {
            q[k] = random.nextGaussian();
        }
        return new Rotation(q[0], q[1], q[2], q[3], true);
    }

    /** A direction that favours none. */
    static Vector3D direction(RandomGenerator random) {
        Vector3D v = Vector3D.ZERO;
        while (v.getNorm() < 1e-6) {
            v = new Vector3D(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
        }
        return v.normalize();
    }
}
