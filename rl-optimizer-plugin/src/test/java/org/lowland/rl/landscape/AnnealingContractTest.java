package org.lowland.rl.landscape;

import java.util.List;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.OptimizerContract;
import org.lowland.test.Structures;

/** Simulated annealing in periodic cells. */
class AnnealingContractTest extends OptimizerContract {
    @Override
    protected GeometryOptimizer optimizer() {
        return Searches.optimizer("simulated-annealing");
    }

    @Override
    protected Potential potential() {
        return Searches.potential("kob-andersen?images=all&shift=force");
    }

    @Override
    protected List<AtomicSystem> systems() {
        return List.of(Structures.kobAndersenBox(20, 1), Structures.kobAndersenBox(10, 2));
    }

    @Override
    protected OptimizationOptions options() {
        return super.options().withEvaluations(300);
    }
}
