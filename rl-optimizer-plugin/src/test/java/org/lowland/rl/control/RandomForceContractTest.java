package org.lowland.rl.control;

import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.test.OptimizerContract;

/** The policy that follows the force by a random length. */
class RandomForceContractTest extends OptimizerContract {
    @Override
    protected GeometryOptimizer optimizer() {
        return Controls.optimizer("random-force");
    }
}
