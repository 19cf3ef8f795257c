package org.lowland.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/**
 * The plainest search: three random displacements of the lowest structure at a time.
 *
 * @param fault what it does wrong on purpose
 */
record RandomSearch(Fault fault) implements GeometryOptimizer {
    /** A promise to break. */
    enum Fault {
        NONE,
        IGNORES_THE_SEED,
        FORGETS_THE_LOWEST,
        MOVES_FIXED_ATOMS,
        ASKS_ANEW_EACH_TIME,
        SHARES_ITS_RANDOMNESS
    }

    private static final Random SHARED = new Random(1);

    @Override
    public String id() {
        return "random-search";
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.SEARCH;
    }

    @Override
    public Walk start(AtomicSystem system, OptimizationOptions options) {
        Random random = fault == Fault.SHARES_ITS_RANDOMNESS
                ? SHARED
                : new Random(fault == Fault.IGNORES_THE_SEED ? System.nanoTime() : options.seed());
        return new Search(system, random, fault);
    }

    private static final class Search implements Walk {
        private final Random random;
        private final Fault fault;
        private List<AtomicSystem> asked;
        private Position lowest;
        private int steps;

        Search(AtomicSystem start, Random random, Fault fault) {
            this.asked = List.of(start);
            this.random = random;
            this.fault = fault;
        }

        @Override
        public List<AtomicSystem> ask() {
            if (fault == Fault.ASKS_ANEW_EACH_TIME && lowest != null) {
                asked = trials();
            }
            return asked;
        }

        @Override
        public void tell(List<Evaluation> evaluations) {
            steps += lowest == null ? 0 : 1;
            for (int k = 0; k < asked.size(); k++) {
                double energy = evaluations.get(k).energy();
                if (lowest == null
                        || fault == Fault.FORGETS_THE_LOWEST
                        || energy < lowest.evaluation().energy()) {
                    lowest = new Position(asked.get(k), evaluations.get(k));
                }
            }
            asked = trials();
        }

        private List<AtomicSystem> trials() {
            List<AtomicSystem> trials = new ArrayList<>();
            for (int trial = 0; trial < 3; trial++) {
                AtomicSystem system = lowest.system();
                double[] positions = system.positions();
                for (int k = 0; k < positions.length; k++) {
                    double move = 0.02 * random.nextGaussian();
                    positions[k] += system.isFixed(k / 3) && fault != Fault.MOVES_FIXED_ATOMS ? 0 : move;
                }
                trials.add(system.withPositions(positions));
            }
            return trials;
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
            return steps;
        }
    }
}
