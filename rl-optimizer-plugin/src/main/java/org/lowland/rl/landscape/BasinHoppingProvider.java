package org.lowland.rl.landscape;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;

/** {@code basin-hopping}: {@link BasinHopping} with quenches by L-BFGS. */
public final class BasinHoppingProvider extends SearchProvider {
    private static final BasinHoppingSettings DEFAULTS = BasinHoppingSettings.defaults();

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
    private static final OptionSpec<Double> QUENCH_FMAX = OptionSpec.number(
            "quench-fmax",
            DEFAULTS.quenchFmax(),
            "the force in eV/Å at which a quench that leads to no new lowest minimum may end");

    /** Makes the provider. */
    public BasinHoppingProvider() {
        super(
                BasinHopping.ID,
                "global search: random displacements and quenches to minima, accepted by Metropolis; seeded, resumable");
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(
                TEMPERATURE,
                STEP,
                ACCEPTANCE,
                START,
                QuenchOptions.RADIUS,
                QUENCH_FMAX,
                QuenchOptions.EVALUATIONS,
                QuenchOptions.CHECKPOINT);
    }

    @Override
    public GeometryOptimizer create(Options options) {
        BasinHoppingSettings settings = new BasinHoppingSettings(
                options.get(TEMPERATURE),
                options.get(STEP),
                options.get(ACCEPTANCE),
                BasinHoppingSettings.Start.valueOf(options.get(START).toUpperCase(Locale.ROOT)),
                options.find(QuenchOptions.RADIUS).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                options.get(QUENCH_FMAX),
                options.get(QuenchOptions.EVALUATIONS),
                options.find(QuenchOptions.CHECKPOINT));
        return new BasinHopping(settings, QuenchOptions.local());
    }
}
