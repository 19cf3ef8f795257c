package org.lowland.api.relax;

import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.Options;

/** {@code lbfgs}. */
public final class LbfgsProvider implements OptimizerProvider {

    @Override
    public String id() {
        return "lbfgs";
    }

    @Override
    public String description() {
        return "L-BFGS in Cartesian coordinates";
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.LOCAL;
    }

    @Override
    public GeometryOptimizer create(Options options) {
        return new Lbfgs();
    }
}
