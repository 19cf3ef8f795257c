package org.lowland.rl.strider.train;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.BackendException;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.rl.policygradient.Environment;
import org.lowland.rl.strider.Plan;
import org.lowland.rl.strider.Strider;
import org.lowland.rl.strider.policy.StepFunction;
import org.lowland.rl.strider.policy.StepPolicy;

/**
 * Episodes of one action: the parameters with which a whole search is done, quench and all. A Gaussian policy over these
 * actions makes what F. Sehnke et al., Neural Networks 23, 551 (2010), call parameter-exploring policy gradients. The
 * noise is drawn once for an episode, not once for each step and coordinate of each atom, so a hundred parameters are
 * judged by a hundred numbers and not by ten thousands.
 *
 * <p>The state is the number of the start. The reward is the energy that the search lowered, in eV for each atom.
 * Thread-safe.
 *
 * @param potential the landscape
 * @param structures where searches start
 * @param function whose parameters are the actions
 * @param plan of the searches
 * @param evaluations of a search
 */
record ParameterSearch(
        Potential potential, List<AtomicSystem> structures, StepFunction function, Plan plan, long evaluations)
        implements Environment<Integer, double[]> {

    ParameterSearch {
        structures = List.copyOf(structures);
    }

    @Override
    public int starts() {
        return structures.size();
    }

    @Override
    public Integer start(int start, RandomGenerator random) {
        return start;
    }

    @Override
    public Outcome<Integer> step(Integer state, double[] action, RandomGenerator random) {
        AtomicSystem start = structures.get(state);
        StepPolicy policy = new StepPolicy(function, action);
        return new Outcome<>(state, lowered(policy, start, random.nextLong()), true);
    }

    /** The energy that a search lowers, in eV for each atom. */
    private double lowered(StepPolicy policy, AtomicSystem start, long seed) {
        OptimizationResult result = OptimizationLoop.builder(new Strider(Optional.of(policy), plan), potential)
                .options(OptimizationOptions.defaults()
                        .withSteps(Integer.MAX_VALUE)
                        .withEvaluations(evaluations)
                        .withSeed(seed))
                .build()
                .run(start);
        double end = result.evaluation()
                .orElseThrow(() -> new BackendException("A search of the training came to nothing: "
                        + result.message().orElse("no reason known")))
                .energy();
        return (potential.evaluate(start).energy() - end) / start.size();
    }
}
