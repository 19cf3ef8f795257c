package org.lowland.cli.batch;

import java.util.List;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/** Evaluates a structure where it is and moves nothing, so that energies go through the same loop as optimizations. */
final class SinglePoint implements GeometryOptimizer {
    @Override
    public String id() {
        return "single-point";
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.LOCAL;
    }

    @Override
    public Walk start(AtomicSystem system, OptimizationOptions options) {
        return new Point(system);
    }

    private static final class Point implements Walk {
        private final AtomicSystem system;
        private Evaluation evaluation;

        private Point(AtomicSystem system) {
            this.system = system;
        }

        @Override
        public List<AtomicSystem> ask() {
            return List.of(system);
        }

        @Override
        public void tell(List<Evaluation> evaluations) {
            evaluation = evaluations.get(0);
        }

        @Override
        public boolean done() {
            return evaluation != null;
        }

        @Override
        public Position best() {
            if (evaluation == null) {
                throw new IllegalStateException("Nothing has been evaluated yet");
            }
            return new Position(system, evaluation);
        }

        @Override
        public int steps() {
            return 0;
        }
    }
}
