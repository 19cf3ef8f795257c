package org.lowland.rl.landscape;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.relax.Preconditioning;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;

/** {@code basin-hopping}: {@link BasinHopping} with quenches by L-BFGS. */
public final class BasinHoppingProvider implements OptimizerProvider {
    private static final BasinHoppingSettings DEFAULTS = BasinHoppingSettings.defaults();

    /** Half of the usual longest step and a short memory took the fewest evaluations and time on LJ13 and LJ38. */
    private static final double QUENCH_STEP = 0.1;

    private static final int QUENCH_MEMORY = 20;

    private static final OptionSpec<Double> TEMPERATURE = OptionSpec.number(
            "temperature", DEFAULTS.temperature(), "kT in eV with which moves uphill are accepted; 0 for none");
    private static final OptionSpec<Double> STEP = OptionSpec.number(
            "step", DEFAULTS.step(), "the first largest displacement of an atom along each axis, in Å");
    private static final OptionSpec<Double> ACCEPTANCE = OptionSpec.number(
            "acceptance", DEFAULTS.acceptance(), "the fraction of accepted moves that the step is adapted to");
    private static final OptionSpec<String> START = OptionSpec.choice(
            "start",
            List.of("given", "random"),
            "given",
            "the first quench begins at the given structure, or at random positions in the container");
    private static final OptionSpec<Double> RADIUS = new OptionSpec<>(
            "radius",
            "number",
            Double::valueOf,
            Optional.empty(),
            "of the container in Å; when not given, 1 Å more than that of the given structure");
    private static final OptionSpec<Double> QUENCH_FMAX = OptionSpec.number(
            "quench-fmax",
            DEFAULTS.quenchFmax(),
            "the force in eV/Å at which a quench that leads to no new lowest minimum may end");
    private static final OptionSpec<Long> QUENCH_EVALUATIONS = OptionSpec.integer(
            "quench-evaluations", DEFAULTS.quenchEvaluations(), "the largest number of evaluations in one quench");
    private static final OptionSpec<Path> CHECKPOINT = new OptionSpec<>(
            "checkpoint",
            "path",
            Path::of,
            Optional.empty(),
            "file to save the search to after every quench and to go on from; {seed} in it stands for the seed");

    @Override
    public String id() {
        return BasinHopping.ID;
    }

    @Override
    public String description() {
        return "global search: random displacements and quenches to minima, accepted by Metropolis; seeded, resumable";
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.SEARCH;
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(TEMPERATURE, STEP, ACCEPTANCE, START, RADIUS, QUENCH_FMAX, QUENCH_EVALUATIONS, CHECKPOINT);
    }

    @Override
    public GeometryOptimizer create(Options options) {
        BasinHoppingSettings settings = new BasinHoppingSettings(
                options.get(TEMPERATURE),
                options.get(STEP),
                options.get(ACCEPTANCE),
                BasinHoppingSettings.Start.valueOf(options.get(START).toUpperCase(Locale.ROOT)),
                options.find(RADIUS).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                options.get(QUENCH_FMAX),
                options.get(QUENCH_EVALUATIONS),
                options.find(CHECKPOINT));
        return new BasinHopping(
                settings, new Lbfgs(QUENCH_MEMORY, QUENCH_STEP, Lbfgs.DEFAULT_CURVATURE, true, Preconditioning.NONE));
    }
}
