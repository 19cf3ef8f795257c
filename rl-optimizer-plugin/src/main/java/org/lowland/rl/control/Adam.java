package org.lowland.rl.control;

import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.optimize.Walk;
import org.lowland.api.relax.LocalWalk;
import org.lowland.api.system.AtomicSystem;

/**
 * Adam, D. P. Kingma and J. Ba, International Conference on Learning Representations 2015, on coordinates: every
 * coordinate moves by the mean of its force over the root of the mean of its square, both forgetting exponentially. The
 * decay rates and the small number are those of the paper; the rate is for particles an Å or two apart.
 *
 * @param rate about how far a coordinate moves in one step, in Å
 * @param meanDecay β₁, how much of the mean remains in a step
 * @param squareDecay β₂, how much of the mean square remains
 * @param maxStep the farthest that an atom moves in one step, in Å
 */
public record Adam(double rate, double meanDecay, double squareDecay, double maxStep) implements GeometryOptimizer {
    /** The id under which it is found. */
    public static final String ID = "adam";

    /** The default rate in Å, chosen for a liquid of Kob and Andersen. */
    public static final double DEFAULT_RATE = 4e-2;

    /** The default β₁. */
    public static final double DEFAULT_MEAN_DECAY = 0.9;

    /** The default β₂. */
    public static final double DEFAULT_SQUARE_DECAY = 0.999;

    /** The default of the longest step in Å. */
    public static final double DEFAULT_MAX_STEP = 0.2;

    private static final double SMALL = 1e-8;

    /**
     * Checks the settings.
     *
     * @throws org.lowland.api.InputException when a length is not positive or a decay not a fraction
     */
    public Adam {
        Settings.requirePositive(ID, "rate", rate, "Å");
        Settings.requireFraction(ID, "beta1", meanDecay);
        Settings.requireFraction(ID, "beta2", squareDecay);
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
        private final double[] mean;
        private final double[] square;
        private int count;

        Descent(AtomicSystem start, OptimizationOptions options) {
            super(start, options);
            this.mean = new double[3 * start.size()];
            this.square = new double[3 * start.size()];
        }

        @Override
        protected boolean accepts(Position from, Position trial) {
            return true;
        }

        @Override
        protected double[] step(Position from, double[] forces) {
            count++;
            double ofMean = 1 - Math.pow(meanDecay, count);
            double ofSquare = 1 - Math.pow(squareDecay, count);
            double[] step = new double[forces.length];
            for (int k = 0; k < forces.length; k++) {
                mean[k] = meanDecay * mean[k] + (1 - meanDecay) * forces[k];
                square[k] = squareDecay * square[k] + (1 - squareDecay) * forces[k] * forces[k];
                step[k] = rate * (mean[k] / ofMean) / (Math.sqrt(square[k] / ofSquare) + SMALL);
            }
            limit(step, maxStep);
            return step;
        }
    }
}
