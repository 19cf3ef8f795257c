package org.lowland.rl.landscape;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lowland.api.InputException;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.relax.Preconditioning;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;

/** {@code parallel-tempering}: {@link ParallelTempering} with quenches by L-BFGS. */
public final class ParallelTemperingProvider implements OptimizerProvider {
    private static final double QUENCH_STEP = 0.1;
    private static final int QUENCH_MEMORY = 20;

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
    private static final OptionSpec<Double> RADIUS = new OptionSpec<>(
            "radius",
            "number",
            Double::valueOf,
            Optional.empty(),
            "of the container in Å; when not given, 1 Å more than that of the given structure");
    private static final OptionSpec<Long> QUENCH_EVALUATIONS =
            OptionSpec.integer("quench-evaluations", 2000, "the largest number of evaluations in one quench");
    private static final OptionSpec<Path> CHECKPOINT = new OptionSpec<>(
            "checkpoint",
            "path",
            Path::of,
            Optional.empty(),
            "file to save the search to after every quench and to go on from; {seed} in it stands for the seed");

    @Override
    public String id() {
        return ParallelTempering.ID;
    }

    @Override
    public String description() {
        return "global search: replicas at several temperatures that change places, and quenches; seeded, resumable";
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.SEARCH;
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
                RADIUS,
                QUENCH_EVALUATIONS,
                CHECKPOINT);
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
                options.find(RADIUS).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                options.get(QUENCH_EVALUATIONS),
                options.find(CHECKPOINT));
        return new ParallelTempering(
                settings, new Lbfgs(QUENCH_MEMORY, QUENCH_STEP, Lbfgs.DEFAULT_CURVATURE, true, Preconditioning.NONE));
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
