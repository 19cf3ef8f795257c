package org.lowland.cli;

import java.util.List;
import java.util.Map;
import org.lowland.api.optimize.Forces;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.Options;
import org.lowland.api.system.AtomicSystem;

/** Short steps along the forces, registered once as a local optimizer and once as a search. */
public class ToyOptimizerProvider implements OptimizerProvider {
    static final String POLICY = "da28146f";

    /** The same as a search: every seed starts from a structure that is shaken in its own way. */
    public static final class Search extends ToyOptimizerProvider {
        @Override
        public String id() {
            return "toy-search";
        }

        @Override
        public OptimizerKind kind() {
            return OptimizerKind.SEARCH;
        }
    }

    @Override
    public String id() {
        return "toy-descent";
    }

    @Override
    public String description() {
        return "steps along the forces";
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.LOCAL;
    }

    @Override
    public Map<String, String> checksums(Options options) {
        return Map.of("policy.json", POLICY);
    }

    @Override
    public GeometryOptimizer create(Options options) {
        return new Descent(id(), kind());
    }

    private record Descent(String id, OptimizerKind kind) implements GeometryOptimizer {
        @Override
        public Walk start(AtomicSystem system, OptimizationOptions options) {
            double[] positions = system.positions();
            if (kind == OptimizerKind.SEARCH) {
                positions[0] += 0.01 * options.seed();
            }
            return new Steps(system.withPositions(positions), options.fmax());
        }
    }

    private static final class Steps implements Walk {
        private static final double SCALE = 0.015;

        private final double fmax;
        private AtomicSystem next;
        private Position best;
        private int steps = -1;

        private Steps(AtomicSystem start, double fmax) {
            this.next = start;
            this.fmax = fmax;
        }

        @Override
        public List<AtomicSystem> ask() {
            return List.of(next);
        }

        @Override
        public void tell(List<Evaluation> evaluations) {
            steps++;
            best = new Position(next, evaluations.get(0));
            double[] positions = next.positions();
            for (int k = 0; k < positions.length; k++) {
                positions[k] +=
                        next.isFixed(k / 3) ? 0 : SCALE * best.evaluation().force(k / 3, k % 3);
            }
            next = next.withPositions(positions);
        }

        @Override
        public boolean done() {
            return best != null && Forces.fmax(best.system(), best.evaluation()) <= fmax;
        }

        @Override
        public Position best() {
            return best;
        }

        @Override
        public int steps() {
            return steps;
        }
    }
}
