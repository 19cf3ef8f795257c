package org.lowland.rl.landscape;

import java.util.List;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.OptimizerContract;
import org.lowland.test.Structures;

/** Basin hopping of clusters from random starts, most quenches loose. */
class ClusterSearchContractTest extends OptimizerContract {
    @Override
    protected GeometryOptimizer optimizer() {
        return Searches.optimizer("basin-hopping?start=random&quench-fmax=0.05");
    }

    @Override
    protected Potential potential() {
        return Searches.potential("lj");
    }

    @Override
    protected List<AtomicSystem> systems() {
        return List.of(
                Structures.randomCluster(13, 1), Structures.randomCluster(7, 2), Structures.randomCluster(20, 3));
    }
}
