package org.lowland.api.relax;

import org.lowland.api.numeric.Vectors;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.system.AtomicSystem;

/** {@link Fire} as it was first published, with the constants of the paper. */
final class FirstFireWalk extends LocalWalk {
    private static final int DELAY = 5;
    private static final double TIME_STEP_GROWTH = 1.1;
    private static final double TIME_STEP_DECLINE = 0.5;
    private static final double TURNING = 0.1;
    private static final double TURNING_DECLINE = 0.99;

    private final double maxTimeStep;
    private final double maxStep;
    private final double[] velocity;
    private double[] before;
    private double time;
    private double turning = TURNING;
    private int downhill;

    FirstFireWalk(
            AtomicSystem start, OptimizationOptions options, double timeStep, double maxTimeStep, double maxStep) {
        super(start, options);
        this.velocity = new double[3 * start.size()];
        this.time = timeStep;
        this.maxTimeStep = maxTimeStep;
        this.maxStep = maxStep;
    }

    @Override
    protected boolean accepts(Position from, Position trial) {
        return true;
    }

    @Override
    protected double[] step(Position from, double[] forces) {
        project(from.system(), velocity);
        if (before != null) {
            Vectors.add(velocity, 0.5 * time, before);
            Vectors.add(velocity, 0.5 * time, forces);
            turn(forces);
        }
        before = forces.clone();
        double[] step = new double[velocity.length];
        Vectors.add(step, time, velocity);
        Vectors.add(step, 0.5 * time * time, forces);
        limit(step, maxStep);
        return step;
    }

    private void turn(double[] forces) {
        double power = Vectors.dot(forces, velocity);
        double speed = Math.sqrt(Vectors.dot(velocity, velocity) / Vectors.dot(forces, forces));
        Vectors.scale(velocity, 1 - turning);
        Vectors.add(velocity, turning * speed, forces);
        if (power > 0) {
            if (++downhill > DELAY) {
                time = Math.min(time * TIME_STEP_GROWTH, maxTimeStep);
                turning *= TURNING_DECLINE;
            }
        } else {
            downhill = 0;
            time *= TIME_STEP_DECLINE;
            turning = TURNING;
            Vectors.scale(velocity, 0);
        }
    }
}
