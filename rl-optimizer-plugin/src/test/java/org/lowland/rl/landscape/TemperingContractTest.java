package org.lowland.rl.landscape;

import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.test.OptimizerContract;

/** Parallel tempering of molecules, three replicas at room temperature and above. */
class TemperingContractTest extends OptimizerContract {
    @Override
    protected GeometryOptimizer optimizer() {
        return Searches.optimizer(
                "parallel-tempering?replicas=3&coldest=0.025&hottest=0.1&trajectory=5&quench-every=2");
    }
}
