package org.lowland.rl.landscape;

import java.util.List;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.OptimizerContract;
import org.lowland.test.Structures;

/** Parallel tempering in periodic cells. */
class LiquidTemperingContractTest extends OptimizerContract {
    @Override
    protected GeometryOptimizer optimizer() {
        return Searches.optimizer("parallel-tempering?replicas=2&trajectory=5&quench-every=3");
    }

    @Override
    protected Potential potential() {
        return Searches.potential("kob-andersen?images=all&shift=force");
    }

    @Override
    protected List<AtomicSystem> systems() {
        return List.of(Structures.kobAndersenBox(20, 1), Structures.kobAndersenBox(10, 2));
    }
}
