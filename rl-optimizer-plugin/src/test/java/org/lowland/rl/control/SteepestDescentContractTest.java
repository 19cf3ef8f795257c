package org.lowland.rl.control;

import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.test.OptimizerContract;

/** Steepest descent of molecules, with as many steps as it needs. */
class SteepestDescentContractTest extends OptimizerContract {
    @Override
    protected GeometryOptimizer optimizer() {
        return Controls.optimizer("steepest-descent");
    }

    @Override
    protected OptimizationOptions options() {
        return OptimizationOptions.defaults().withSteps(100_000);
    }
}
