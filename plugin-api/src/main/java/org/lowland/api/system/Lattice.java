package org.lowland.api.system;

/** The arithmetic of lattice translations, in one place so that every path to a pair rounds in the same way. */
final class Lattice {
    private static final double[] CARTESIAN = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    private Lattice() {}

    /** The nine components of the lattice vectors, of the unit cube where there is no cell. */
    static double[] vectors(AtomicSystem system) {
        return system.cell().map(Cell::vectors).orElseGet(CARTESIAN::clone);
    }

    /** Whether the lattice vectors lie along x, y, z. */
    static boolean isDiagonal(AtomicSystem system) {
        double[] v = vectors(system);
        return v[1] == 0 && v[2] == 0 && v[3] == 0 && v[5] == 0 && v[6] == 0 && v[7] == 0;
    }

    /** Writes the vector from one atom to an image of another. */
    static void separation(
            double[] positions, double[] lattice, int first, int second, long shift, double[] into, int offset) {
        double dx = positions[3 * second] - positions[3 * first];
        double dy = positions[3 * second + 1] - positions[3 * first + 1];
        double dz = positions[3 * second + 2] - positions[3 * first + 2];
        if (shift != Shift.NONE) {
            int a = Shift.along(shift, 0);
            int b = Shift.along(shift, 1);
            int c = Shift.along(shift, 2);
            dx += a * lattice[0] + b * lattice[3] + c * lattice[6];
            dy += a * lattice[1] + b * lattice[4] + c * lattice[7];
            dz += a * lattice[2] + b * lattice[5] + c * lattice[8];
        }
        into[offset] = dx;
        into[offset + 1] = dy;
        into[offset + 2] = dz;
    }

    /** The square of the distance from one atom to an image of another. */
    static double squaredDistance(
            double[] positions, double[] lattice, int first, int second, long shift, double[] scratch) {
        separation(positions, lattice, first, second, shift, scratch, 0);
        return scratch[0] * scratch[0] + scratch[1] * scratch[1] + scratch[2] * scratch[2];
    }
}
