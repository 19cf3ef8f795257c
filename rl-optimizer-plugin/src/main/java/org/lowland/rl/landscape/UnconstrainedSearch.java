package org.lowland.rl.landscape;

import org.lowland.api.InputException;
import org.lowland.api.UnsupportedException;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.optimize.Walk;
import org.lowland.api.system.AtomicSystem;

/** A search that moves all atoms as it likes: structures without atoms and with constraints are refused. */
public abstract class UnconstrainedSearch implements GeometryOptimizer {

    @Override
    public final OptimizerKind kind() {
        return OptimizerKind.SEARCH;
    }

    @Override
    public final Walk start(AtomicSystem system, OptimizationOptions options) {
        if (system.size() == 0) {
            throw new InputException("The structure has no atoms");
        }
        if (!system.constraints().isEmpty()) {
            throw new UnsupportedException("'" + id() + "' takes no constraints, and the structure has "
                    + system.constraints() + "; choose 'basin-hopping', 'rfo' or 'lbfgs'");
        }
        return begin(system, options);
    }

    /**
     * Begins a walk.
     *
     * @param system at least one atom, without constraints
     * @param options of the run
     * @return a new walk
     */
    protected abstract Walk begin(AtomicSystem system, OptimizationOptions options);
}
