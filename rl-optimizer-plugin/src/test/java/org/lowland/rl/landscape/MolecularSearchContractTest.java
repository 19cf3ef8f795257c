package org.lowland.rl.landscape;

import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.test.OptimizerContract;

/** Basin hopping of molecules. */
class MolecularSearchContractTest extends OptimizerContract {
    @Override
    protected GeometryOptimizer optimizer() {
        return Searches.optimizer("basin-hopping");
    }
}
