package org.lowland.test;

import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.relax.Preconditioning;

/** L-BFGS that knows nothing of the structure. */
class PlainLbfgsTest extends OptimizerContract {
    @Override
    protected GeometryOptimizer optimizer() {
        return new Lbfgs(
                Lbfgs.DEFAULT_MEMORY, Lbfgs.DEFAULT_MAX_STEP, Lbfgs.DEFAULT_CURVATURE, true, Preconditioning.NONE);
    }
}
