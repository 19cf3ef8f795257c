package org.lowland.rl.landscape;

import java.util.List;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;

/** {@code simulated-annealing}: {@link SimulatedAnnealing} with descents by L-BFGS. */
public final class SimulatedAnnealingProvider extends SearchProvider {
    private static final OptionSpec<Double> HOTTEST = OptionSpec.number("hottest", 0.8, "kT at the beginning in eV");
    private static final OptionSpec<Double> COLDEST = OptionSpec.number("coldest", 0.1, "kT at the end in eV");
    private static final OptionSpec<Double> TIME_STEP =
            OptionSpec.number("time-step", 0.02, "of the dynamics of unit masses, in Å √(amu/eV)");
    private static final OptionSpec<Double> FRICTION =
            OptionSpec.number("friction", 1, "of the bath, in 1/(Å √(amu/eV))");
    private static final OptionSpec<Long> DESCENT =
            OptionSpec.integer("descent", 30, "evaluations of the descent before the dynamics, at most");
    private static final OptionSpec<Double> QUENCH =
            OptionSpec.number("quench", 0.4, "share of the evaluations for the quench at the end, at most 300");

    /** Makes the provider. */
    public SimulatedAnnealingProvider() {
        super(
                SimulatedAnnealing.ID,
                "a descent, Langevin dynamics that cool over the evaluations given, and a quench; seeded");
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(HOTTEST, COLDEST, TIME_STEP, FRICTION, DESCENT, QUENCH);
    }

    @Override
    public GeometryOptimizer create(Options options) {
        return new SimulatedAnnealing(
                new SimulatedAnnealing.Settings(
                        options.get(HOTTEST),
                        options.get(COLDEST),
                        options.get(TIME_STEP),
                        options.get(FRICTION),
                        options.get(DESCENT),
                        options.get(QUENCH)),
                new Lbfgs());
    }
}
