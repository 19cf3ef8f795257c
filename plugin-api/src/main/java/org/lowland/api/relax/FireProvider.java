package org.lowland.api.relax;

import java.util.List;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;

/** Makes {@link Fire}. */
public final class FireProvider implements OptimizerProvider {
    private static final OptionSpec<Double> TIME_STEP =
            OptionSpec.number("time-step", Fire.DEFAULT_TIME_STEP, "at the start, in Å √(amu/eV), which is 10.18 fs");
    private static final OptionSpec<Double> MAX_STEP =
            OptionSpec.number("max-step", Fire.DEFAULT_MAX_STEP, "farthest that an atom moves in a step, in Å");

    @Override
    public String id() {
        return "fire";
    }

    @Override
    public String description() {
        return "damped dynamics (FIRE 2.0): slower than lbfgs, never looks at energies";
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(TIME_STEP, MAX_STEP);
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.LOCAL;
    }

    @Override
    public GeometryOptimizer create(Options options) {
        return new Fire(options.get(TIME_STEP), options.get(MAX_STEP));
    }
}
