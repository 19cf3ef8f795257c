package org.lowland.test;

import org.lowland.api.optimize.GeometryOptimizer;

class RandomSearchTest extends OptimizerContract {
    @Override
    protected GeometryOptimizer optimizer() {
        return new RandomSearch(RandomSearch.Fault.NONE);
    }
}
