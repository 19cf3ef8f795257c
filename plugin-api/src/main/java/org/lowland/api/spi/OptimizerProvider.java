package org.lowland.api.spi;

import org.lowland.api.InputException;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizerKind;

/** Makes optimizers. Register it in {@code META-INF/services/org.lowland.api.spi.OptimizerProvider}. */
public interface OptimizerProvider extends Provider {

    /** {@return whether its optimizers descend or search} */
    OptimizerKind kind();

    /**
     * Makes an optimizer.
     *
     * @param options values for {@link #options()}, checked and with defaults filled in
     * @return a new optimizer
     * @throws InputException when an option's value cannot be used
     */
    GeometryOptimizer create(Options options);
}
