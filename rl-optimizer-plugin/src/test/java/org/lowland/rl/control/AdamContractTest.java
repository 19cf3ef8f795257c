package org.lowland.rl.control;

import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.test.OptimizerContract;

/** Adam on molecules, with as many steps as it needs. */
class AdamContractTest extends OptimizerContract {
    @Override
    protected GeometryOptimizer optimizer() {
        return Controls.optimizer("adam");
    }

    @Override
    protected OptimizationOptions options() {
        return OptimizationOptions.defaults().withSteps(100_000);
    }
}
