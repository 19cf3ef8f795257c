package org.lowland.rl.control;

import org.lowland.api.numeric.Vectors;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.optimize.Walk;
import org.lowland.api.relax.LocalWalk;
import org.lowland.api.system.AtomicSystem;

/**
 * Steps along the force (A. Cauchy, C. R. Acad. Sci. 25, 536 (1847)). By default a step downhill makes the next one
 * longer, by a fifth, and a step uphill is taken back and halved, as programs of molecular dynamics do it; without
 * backtracking the step is the same all along.
 *
 * @param rate the first step over the force, in Å²/eV
 * @param maxStep the farthest that an atom moves in one step, in Å
 * @param backtracking whether the rate follows the success of steps
 */
public record SteepestDescent(double rate, double maxStep, boolean backtracking) implements GeometryOptimizer {
    /** The id under which it is found. */
    public static final String ID = "steepest-descent";

    /** The default rate in Å²/eV: short enough for the stiffest pairs of a liquid, and it soon grows. */
    public static final double DEFAULT_RATE = 1e-3;

    /** The default of the longest step in Å. */
    public static final double DEFAULT_MAX_STEP = 0.1;

    /**
     * Checks the settings.
     *
     * @throws org.lowland.api.InputException when one of them is not positive
     */
    public SteepestDescent {
        Settings.requirePositive(ID, "rate", rate, "Å²/eV");
        Settings.requirePositive(ID, "max-step", maxStep, "Å");
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.LOCAL;
    }

    @Override
    public Walk start(AtomicSystem system, OptimizationOptions options) {
        return new Descent(system, options);
    }

    private final class Descent extends LocalWalk {
        private static final double GROWTH = 1.2;
        private static final double DECLINE = 0.5;
        private static final int MOST_REJECTIONS = 20;

        private double now = rate;
        private int rejections;

        Descent(AtomicSystem start, OptimizationOptions options) {
            super(start, options);
        }

        /**
         * Uphill by the energies and by the work of the forces alike: either alone may be the jump of a potential that is
         * cut off sharply, or the noise of single precision.
         */
        @Override
        protected boolean accepts(Position from, Position trial) {
            if (!backtracking) {
                return true;
            }
            double[] move =
                    Vectors.difference(trial.system().positions(), from.system().positions());
            double rise = trial.evaluation().energy() - from.evaluation().energy();
            double work = Vectors.dot(freeForces(from), move) + Vectors.dot(freeForces(trial), move);
            if (rise > 0 && work < 0 && rejections < MOST_REJECTIONS) {
                rejections++;
                now *= DECLINE;
                return false;
            }
            rejections = 0;
            now *= GROWTH;
            return true;
        }

        @Override
        protected double[] step(Position from, double[] forces) {
            double[] step = forces.clone();
            Vectors.scale(step, now);
            limit(step, maxStep);
            return step;
        }
    }
}
