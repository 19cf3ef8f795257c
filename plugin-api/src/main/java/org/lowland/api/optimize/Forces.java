package org.lowland.api.optimize;

import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/** Measures of forces. */
public final class Forces {
    private Forces() {}

    /**
     * The convergence measure of every optimizer: the largest Euclidean norm of the force on an atom that may move.
     *
     * @param system the atoms
     * @param evaluation their forces
     * @return in eV/Å; 0 when all atoms are fixed
     */
    public static double fmax(AtomicSystem system, Evaluation evaluation) {
        double largest = 0;
        for (int atom = 0; atom < system.size(); atom++) {
            if (!system.isFixed(atom)) {
                double x = evaluation.force(atom, 0);
                double y = evaluation.force(atom, 1);
                double z = evaluation.force(atom, 2);
                largest = Math.max(largest, x * x + y * y + z * z);
            }
        }
        return Math.sqrt(largest);
    }
}
