package org.lowland.api.relax;

import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.optimize.Walk;
import org.lowland.api.system.AtomicSystem;

public record Fire(double timeStep, double longestTimeStep, double maxStep, int delay, boolean two)
        implements GeometryOptimizer {
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
        return new Dynamics(system, options);
    }

    private final class Dynamics extends LocalWalk {
        private final double[] v;
        private double dt = timeStep;
        private double a = two ? 0.25 : 0.1;
        private int down;

        Dynamics(AtomicSystem start, OptimizationOptions options) {
            super(start, options);
            v = new double[3 * start.size()];
        }

        @Override
        protected boolean accepts(Position from, Position trial) {
            return true;
        }

        @Override
        protected double[] step(Position from, double[] f) {
            double power = Vectors.dot(f, v);
            double[] extra = new double[v.length];
            if (power > 0) {
                if (++down > delay) {
                    dt = Math.min(dt * 1.1, longestTimeStep);
                    a *= 0.99;
                }
            } else {
                down = 0;
                dt = Math.max(dt * 0.5, timeStep * 0.02);
                a = two ? 0.25 : 0.1;
                if (two) Vectors.add(extra, -0.5 * dt, v);
                Vectors.scale(v, 0);
            }
            if (two) Vectors.add(v, dt, f);
            double ratio = Math.sqrt(Vectors.dot(v, v) / Vectors.dot(f, f));
            if (two || power > 0) {
                Vectors.scale(v, 1 - a);
                Vectors.add(v, a * ratio, f);
            }
            if (!two) Vectors.add(v, dt, f);
            Vectors.add(extra, dt, v);
            limit(extra, maxStep);
            return extra;
        }
    }
}
