package org.lowland.api.relax;

import org.lowland.api.numeric.Vectors;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.optimize.Walk;
import org.lowland.api.system.AtomicSystem;

/**
 * The fast inertial relaxation engine: dynamics of unit masses whose velocities turn towards the forces and stop when
 * they lead uphill. It needs more evaluations than {@link Lbfgs} and never looks at energies, which makes it the one to
 * try where energies and forces disagree.
 *
 * @param variant which of the two published methods
 * @param timeStep at the start, in Å √(amu/eV), which is 10.18 fs
 * @param maxTimeStep the longest that it grows to
 * @param maxStep the farthest that an atom moves in one step, in Å
 */
public record Fire(Variant variant, double timeStep, double maxTimeStep, double maxStep) implements GeometryOptimizer {
    /** The published methods. */
    public enum Variant {
        /** E. Bitzek et al., Phys. Rev. Lett. 97, 170201 (2006), with velocity Verlet integration. */
        FIRST,
        /** FIRE 2.0, J. Guénolé et al., Comput. Mater. Sci. 175, 109584 (2020), with semi-implicit Euler integration. */
        SECOND
    }

    /** The default of the first time step in Å √(amu/eV). */
    public static final double DEFAULT_TIME_STEP = 0.1;

    /** The default of the longest step in Å. */
    public static final double DEFAULT_MAX_STEP = 0.2;

    /** Steps downhill before the time step grows: fewer than the 20 of the paper save a tenth of the evaluations. */
    private static final int DELAY = 2;

    /** The default of the longest time step, in first ones. */
    public static final double DEFAULT_GROWTH = 10;

    private static final double SHORTEST_TIME_STEP = 0.02;
    private static final double TIME_STEP_GROWTH = 1.1;
    private static final double TIME_STEP_DECLINE = 0.5;
    private static final double TURNING = 0.25;
    private static final double TURNING_DECLINE = 0.99;

    /**
     * Checks the settings.
     *
     * @throws org.lowland.api.InputException when one of them is not positive
     */
    public Fire {
        LocalWalk.requirePositive("fire", "time-step", timeStep, "Å √(amu/eV)");
        LocalWalk.requirePositive("fire", "max-time-step", maxTimeStep, "Å √(amu/eV)");
        LocalWalk.requirePositive("fire", "max-step", maxStep, "Å");
    }

    /**
     * FIRE 2.0 whose time step grows as far as is usual.
     *
     * @param timeStep as above
     * @param maxStep as above
     */
    public Fire(double timeStep, double maxStep) {
        this(Variant.SECOND, timeStep, DEFAULT_GROWTH * timeStep, maxStep);
    }

    /** The default settings. */
    public Fire() {
        this(DEFAULT_TIME_STEP, DEFAULT_MAX_STEP);
    }

    @Override
    public String id() {
        return "fire";
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.LOCAL;
    }

    @Override
    public Walk start(AtomicSystem system, OptimizationOptions options) {
        return variant == Variant.FIRST
                ? new FirstFireWalk(system, options, timeStep, maxTimeStep, maxStep)
                : new Dynamics(system, options);
    }

    private final class Dynamics extends LocalWalk {
        private final double[] velocity;
        private double time = timeStep;
        private double turning = TURNING;
        private int downhill;

        Dynamics(AtomicSystem start, OptimizationOptions options) {
            super(start, options);
            this.velocity = new double[3 * start.size()];
        }

        @Override
        protected boolean accepts(Position from, Position trial) {
            return true;
        }

        @Override
        protected double[] step(Position from, double[] forces) {
            double[] step = new double[velocity.length];
            project(from.system(), velocity);
            if (Vectors.dot(forces, velocity) > 0) {
                if (++downhill > DELAY) {
                    time = Math.min(time * TIME_STEP_GROWTH, maxTimeStep);
                    turning *= TURNING_DECLINE;
                }
            } else {
                downhill = 0;
                time = Math.max(time * TIME_STEP_DECLINE, timeStep * SHORTEST_TIME_STEP);
                turning = TURNING;
                Vectors.add(step, -0.5 * time, velocity);
                Vectors.scale(velocity, 0);
            }
            Vectors.add(velocity, time, forces);
            double speed = Math.sqrt(Vectors.dot(velocity, velocity) / Vectors.dot(forces, forces));
            Vectors.scale(velocity, 1 - turning);
            Vectors.add(velocity, turning * speed, forces);
            Vectors.add(step, time, velocity);
            limit(step, maxStep);
            return step;
        }
    }
}
