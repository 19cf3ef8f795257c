package org.lowland.api.optimize;

import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/** Measures of forces. */
public final class Forces {
    private Forces() {}

    /**
     * The convergence measure of every optimizer: the largest Euclidean norm of the force on an atom that may move, after
     * what the constraints do not allow has been taken from the forces.
     *
     * @param system the atoms with their constraints
     * @param evaluation their forces
     * @return in eV/Å; 0 when all atoms are fixed
     */
    public static double fmax(AtomicSystem system, Evaluation evaluation) {
        double[] forces = allowed(system, evaluation);
        double largest = 0;
        for (int k = 0; k < forces.length; k += 3) {
            double x = forces[k];
            double y = forces[k + 1];
            double z = forces[k + 2];
            largest = Math.max(largest, x * x + y * y + z * z);
        }
        return Math.sqrt(largest);
    }

    /**
     * The forces as far as fixed atoms and constraints allow them to act.
     *
     * @param system the atoms with their constraints
     * @param evaluation their forces
     * @return 3N components in eV/Å, zero on fixed atoms and along the gradients of the constraints
     */
    public static double[] allowed(AtomicSystem system, Evaluation evaluation) {
        double[] forces = evaluation.forces();
        system.manifold().project(system.positions(), forces);
        return forces;
    }
}
