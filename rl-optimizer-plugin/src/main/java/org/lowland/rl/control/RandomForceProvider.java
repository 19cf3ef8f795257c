package org.lowland.rl.control;

import java.util.List;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;
import org.lowland.rl.landscape.SearchProvider;

/** Makes {@link RandomForce}. */
public final class RandomForceProvider extends SearchProvider {
    private static final OptionSpec<Double> SMALLEST =
            OptionSpec.number("smallest", RandomForce.DEFAULT_SMALLEST, "the smallest step over the force, in Å²/eV");
    private static final OptionSpec<Double> LARGEST =
            OptionSpec.number("largest", RandomForce.DEFAULT_LARGEST, "the largest step over the force, in Å²/eV");
    private static final OptionSpec<Double> MAX_STEP =
            OptionSpec.number("max-step", RandomForce.DEFAULT_MAX_STEP, "farthest that an atom moves in a step, in Å");

    /** Makes the provider. */
    public RandomForceProvider() {
        super(RandomForce.ID, "follows the force by a random length; a control for comparisons; seeded");
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(SMALLEST, LARGEST, MAX_STEP);
    }

    @Override
    public GeometryOptimizer create(Options options) {
        return new RandomForce(options.get(SMALLEST), options.get(LARGEST), options.get(MAX_STEP));
    }
}
