package org.lowland.rl.control;

import java.util.List;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;

/** Makes {@link SteepestDescent}. */
public final class SteepestDescentProvider implements OptimizerProvider {
    private static final OptionSpec<Double> RATE =
            OptionSpec.number("rate", SteepestDescent.DEFAULT_RATE, "the first step over the force, in Å²/eV");
    private static final OptionSpec<Double> MAX_STEP = OptionSpec.number(
            "max-step", SteepestDescent.DEFAULT_MAX_STEP, "farthest that an atom moves in a step, in Å");
    private static final OptionSpec<Boolean> BACKTRACKING = OptionSpec.flag(
            "backtracking", true, "whether steps downhill make the next one longer and steps uphill are halved");

    @Override
    public String id() {
        return SteepestDescent.ID;
    }

    @Override
    public String description() {
        return "steps along the force; a control for comparisons, lbfgs needs a tenth of its evaluations";
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(RATE, MAX_STEP, BACKTRACKING);
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.LOCAL;
    }

    @Override
    public GeometryOptimizer create(Options options) {
        return new SteepestDescent(options.get(RATE), options.get(MAX_STEP), options.get(BACKTRACKING));
    }
}
