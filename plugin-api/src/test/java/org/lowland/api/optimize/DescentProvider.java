package org.lowland.api.optimize;

import java.util.List;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;

/** Makes {@link Descent} available by name. */
public final class DescentProvider implements OptimizerProvider {
    private static final OptionSpec<Double> SCALE = OptionSpec.number("scale", 0.02, "length of a step in Å²/eV");

    @Override
    public String id() {
        return "descent";
    }

    @Override
    public String description() {
        return "steps along the forces";
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.LOCAL;
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(SCALE);
    }

    @Override
    public GeometryOptimizer create(Options options) {
        return new Descent(options.get(SCALE));
    }
}
