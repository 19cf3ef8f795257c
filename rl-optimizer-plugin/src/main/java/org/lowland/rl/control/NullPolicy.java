package org.lowland.rl.control;

import java.util.List;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.rl.landscape.UnconstrainedSearch;

/**
 * A policy that displaces all atoms in every step and learned nothing. A walk shows the lowest structure that it has come
 * by and never ends by itself: give a limit on evaluations or steps. Constraints are refused.
 */
abstract class NullPolicy extends UnconstrainedSearch {

    @Override
    protected final Walk begin(AtomicSystem system, OptimizationOptions options) {
        return new Episode(system, policy(options.seed()));
    }

    /** What a walk with this seed does. */
    abstract Policy policy(long seed);

    /** From a structure to a displacement. */
    interface Policy {
        /**
         * The displacement.
         *
         * @param at where the walk is
         * @return 3N components in Å, zero on fixed atoms
         */
        double[] displacement(Walk.Position at);
    }

    private static final class Episode implements Walk {
        private final Policy policy;
        private AtomicSystem next;
        private Position lowest;
        private int steps = -1;

        Episode(AtomicSystem start, Policy policy) {
            this.next = start;
            this.policy = policy;
        }

        @Override
        public List<AtomicSystem> ask() {
            return List.of(next);
        }

        @Override
        public void tell(List<Evaluation> evaluations) {
            Position here = new Position(next, evaluations.get(0));
            steps++;
            if (lowest == null
                    || here.evaluation().energy() < lowest.evaluation().energy()) {
                lowest = here;
            }
            double[] positions = next.positions();
            double[] displacement = policy.displacement(here);
            for (int k = 0; k < positions.length; k++) {
                positions[k] += displacement[k];
            }
            next = next.withPositions(positions);
        }

        @Override
        public boolean done() {
            return false;
        }

        @Override
        public Position best() {
            if (lowest == null) {
                throw new IllegalStateException("Nothing has been evaluated yet");
            }
            return lowest;
        }

        @Override
        public int steps() {
            return Math.max(0, steps);
        }
    }
}
