package org.lowland.test;

import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.relax.Fire;

/** FIRE as first published. */
class FirstFireTest extends OptimizerContract {
    @Override
    protected GeometryOptimizer optimizer() {
        return new Fire(Fire.Variant.FIRST, 0.05, 0.2, 0.2);
    }
}
