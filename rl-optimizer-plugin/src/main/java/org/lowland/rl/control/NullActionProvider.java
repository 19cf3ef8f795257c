package org.lowland.rl.control;

import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.Options;

/** Makes {@link NullAction}. */
public final class NullActionProvider implements OptimizerProvider {

    @Override
    public String id() {
        return NullAction.ID;
    }

    @Override
    public String description() {
        return "stays where it is; a control for comparisons";
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.SEARCH;
    }

    @Override
    public GeometryOptimizer create(Options options) {
        return new NullAction();
    }
}
