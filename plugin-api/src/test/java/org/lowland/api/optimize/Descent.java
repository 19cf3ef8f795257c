package org.lowland.api.optimize;

import java.util.Collections;
import java.util.List;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/** Steps along the forces, the plainest local optimizer, as long as {@code scale} makes it one. */
record Descent(double scale, int copies) implements GeometryOptimizer {

    Descent(double scale) {
        this(scale, 1);
    }

    @Override
    public String id() {
        return "descent";
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.LOCAL;
    }

    @Override
    public Walk start(AtomicSystem system, OptimizationOptions options) {
        return new Walk() {
            private AtomicSystem next = system;
            private Position newest;
            private int steps = -1;

            @Override
            public List<AtomicSystem> ask() {
                return Collections.nCopies(copies, next);
            }

            @Override
            public void tell(List<Evaluation> evaluations) {
                newest = new Position(next, evaluations.get(0));
                steps++;
                double[] moved = next.positions();
                for (int k = 0; k < moved.length; k++) {
                    moved[k] += scale * evaluations.get(0).force(k / 3, k % 3);
                }
                next = next.withPositions(moved);
            }

            @Override
            public boolean done() {
                return newest != null && Forces.fmax(newest.system(), newest.evaluation()) <= options.fmax();
            }

            @Override
            public Position best() {
                return newest;
            }

            @Override
            public int steps() {
                return Math.max(0, steps);
            }
        };
    }
}
