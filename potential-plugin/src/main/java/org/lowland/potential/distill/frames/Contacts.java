package org.lowland.potential.distill.frames;

import org.lowland.api.coordinate.CovalentRadii;
import org.lowland.api.system.AtomicSystem;

/** How close atoms are. */
final class Contacts {
    /** In sums of covalent radii; nothing a teacher knows is so short. */
    private static final double FUSED = 0.55;

    /** Å beyond the sum of covalent radii that atoms more than three bonds apart keep at least. */
    private static final double APART = 0.6;

    private Contacts() {}

    /** Whether two atoms are so close that no teacher has seen the like. */
    static boolean fused(AtomicSystem system) {
        double[] x = system.positions();
        for (int i = 0; i < system.size(); i++) {
            for (int j = 0; j < i; j++) {
                double limit = FUSED * radii(system, i, j);
                if (square(x, i, j) < limit * limit) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Whether atoms that are more than three bonds apart are crowded.
     *
     * @param system the structure
     * @param bonds between each two atoms, as {@link Skeleton#distances} counts them
     */
    static boolean crowded(AtomicSystem system, int[][] bonds) {
        double[] x = system.positions();
        for (int i = 0; i < system.size(); i++) {
            for (int j = 0; j < i; j++) {
                double limit = APART + radii(system, i, j);
                if (bonds[i][j] > 3 && square(x, i, j) < limit * limit) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double radii(AtomicSystem system, int i, int j) {
        return CovalentRadii.of(system.atomicNumber(i)) + CovalentRadii.of(system.atomicNumber(j));
    }

    private static double square(double[] x, int i, int j) {
        double dx = x[3 * i] - x[3 * j];
        double dy = x[3 * i + 1] - x[3 * j + 1];
        double dz = x[3 * i + 2] - x[3 * j + 2];
        return dx * dx + dy * dy + dz * dz;
    }
}
