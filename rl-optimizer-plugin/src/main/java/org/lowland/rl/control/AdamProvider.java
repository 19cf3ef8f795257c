package org.lowland.rl.control;

import java.util.List;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;

/** Makes {@link Adam}. */
public final class AdamProvider implements OptimizerProvider {
    private static final OptionSpec<Double> RATE =
            OptionSpec.number("rate", Adam.DEFAULT_RATE, "about how far a coordinate moves in a step, in Å");
    private static final OptionSpec<Double> BETA1 =
            OptionSpec.number("beta1", Adam.DEFAULT_MEAN_DECAY, "how much of the mean force remains in a step");
    private static final OptionSpec<Double> BETA2 =
            OptionSpec.number("beta2", Adam.DEFAULT_SQUARE_DECAY, "how much of the mean squared force remains");
    private static final OptionSpec<Double> MAX_STEP =
            OptionSpec.number("max-step", Adam.DEFAULT_MAX_STEP, "farthest that an atom moves in a step, in Å");

    @Override
    public String id() {
        return Adam.ID;
    }

    @Override
    public String description() {
        return "Adam on coordinates; a control for comparisons, lbfgs needs a tenth of its evaluations";
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(RATE, BETA1, BETA2, MAX_STEP);
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.LOCAL;
    }

    @Override
    public GeometryOptimizer create(Options options) {
        return new Adam(options.get(RATE), options.get(BETA1), options.get(BETA2), options.get(MAX_STEP));
    }
}
