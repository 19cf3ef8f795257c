package org.lowland.rl.landscape;

import java.util.List;
import java.util.OptionalDouble;
import org.lowland.api.InputException;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;

/** {@code parallel-tempering}: {@link ParallelTempering} with quenches by L-BFGS. */
public final class ParallelTemperingProvider extends SearchProvider {
    private static final OptionSpec<Long> REPLICAS = OptionSpec.integer("replicas", 3, "the number of temperatures");
    private static final OptionSpec<Double> COLDEST =
            OptionSpec.number("coldest", 0.4, "kT of the coldest replica in eV");
    private static final OptionSpec<Double> HOTTEST = OptionSpec.number(
            "hottest", 0.6, "kT of the hottest replica in eV; those between rise by a constant factor");
    private static final OptionSpec<Double> TIME_STEP =
            OptionSpec.number("time-step", 0.01, "the first of the dynamics of unit masses, in Å √(amu/eV); it adapts");
    private static final OptionSpec<Long> TRAJECTORY =
            OptionSpec.integer("trajectory", 20, "steps of dynamics, each one evaluation, that make a move");
    private static final OptionSpec<Long> QUENCH_EVERY =
            OptionSpec.integer("quench-every", 10, "moves between two quenches of the coldest replica");

    /** Makes the provider. */
    public ParallelTemperingProvider() {
        super(
                ParallelTempering.ID,
                "global search: replicas at several temperatures that change places, and quenches; seeded, resumable");
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(
                REPLICAS,
                COLDEST,
                HOTTEST,
                TIME_STEP,
                TRAJECTORY,
                QUENCH_EVERY,
                QuenchOptions.RADIUS,
                QuenchOptions.EVALUATIONS,
                QuenchOptions.CHECKPOINT);
    }

    @Override
    public GeometryOptimizer create(Options options) {
        TemperingSettings settings = new TemperingSettings(
                whole(REPLICAS, options),
                options.get(COLDEST),
                options.get(HOTTEST),
                options.get(TIME_STEP),
                whole(TRAJECTORY, options),
                whole(QUENCH_EVERY, options),
                options.find(QuenchOptions.RADIUS).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                options.get(QuenchOptions.EVALUATIONS),
                options.find(QuenchOptions.CHECKPOINT));
        return new ParallelTempering(settings, QuenchOptions.local());
    }

    private static int whole(OptionSpec<Long> spec, Options options) {
        long value = options.get(spec);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new InputException("Option '" + spec.name() + "' of 'parallel-tempering' is " + value
                    + "; give a smaller number, 1 or more");
        }
        return (int) value;
    }
}
