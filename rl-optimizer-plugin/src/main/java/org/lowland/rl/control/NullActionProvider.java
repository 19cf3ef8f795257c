package org.lowland.rl.control;

import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.spi.Options;
import org.lowland.rl.landscape.SearchProvider;

/** Makes {@link NullAction}. */
public final class NullActionProvider extends SearchProvider {

    /** Makes the provider. */
    public NullActionProvider() {
        super(NullAction.ID, "stays where it is; a control for comparisons");
    }

    @Override
    public GeometryOptimizer create(Options options) {
        return new NullAction();
    }
}
