package org.lowland.api.relax;

import java.util.List;
import java.util.Optional;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;

/** Makes {@link Fire}. */
public final class FireProvider implements OptimizerProvider {
    private static final OptionSpec<Double> TIME_STEP =
            OptionSpec.number("time-step", Fire.DEFAULT_TIME_STEP, "at the start, in Å √(amu/eV), which is 10.18 fs");
    private static final OptionSpec<Double> MAX_TIME_STEP = new OptionSpec<>(
            "max-time-step",
            "number",
            Double::valueOf,
            Optional.empty(),
            "the longest that it grows to; 10 times the first unless given");
    private static final OptionSpec<String> VARIANT = OptionSpec.choice(
            "variant",
            List.of("1", "2"),
            "2",
            "the method of 2006 with velocity Verlet integration, or FIRE 2.0 of 2020");
    private static final OptionSpec<Double> MAX_STEP =
            OptionSpec.number("max-step", Fire.DEFAULT_MAX_STEP, "farthest that an atom moves in a step, in Å");

    @Override
    public String id() {
        return "fire";
    }

    @Override
    public String description() {
        return "damped dynamics (FIRE): slower than lbfgs, never looks at energies";
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(TIME_STEP, MAX_TIME_STEP, MAX_STEP, VARIANT);
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.LOCAL;
    }

    @Override
    public GeometryOptimizer create(Options options) {
        double timeStep = options.get(TIME_STEP);
        return new Fire(
                options.get(VARIANT).equals("1") ? Fire.Variant.FIRST : Fire.Variant.SECOND,
                timeStep,
                options.find(MAX_TIME_STEP).orElse(Fire.DEFAULT_GROWTH * timeStep),
                options.get(MAX_STEP));
    }
}
