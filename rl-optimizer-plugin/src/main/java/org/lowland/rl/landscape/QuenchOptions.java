package org.lowland.rl.landscape;

import java.nio.file.Path;
import java.util.Optional;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.relax.Preconditioning;
import org.lowland.api.spi.OptionSpec;

/** What searches by quenches have in common: their local optimizer and the options about it. */
final class QuenchOptions {
    /** Half of the usual longest step and a short memory took the fewest evaluations and time on LJ13 and LJ38. */
    private static final double STEP = 0.1;

    private static final int MEMORY = 20;

    static final OptionSpec<Double> RADIUS = new OptionSpec<>(
            "radius",
            "number",
            Double::valueOf,
            Optional.empty(),
            "of the container in Å; when not given, 1 Å more than that of the given structure");
    static final OptionSpec<Long> EVALUATIONS =
            OptionSpec.integer("quench-evaluations", 2000, "the largest number of evaluations in one quench");
    static final OptionSpec<Path> CHECKPOINT = new OptionSpec<>(
            "checkpoint",
            "path",
            Path::of,
            Optional.empty(),
            "file to save the search to after every quench and to go on from; {seed} in it stands for the seed");

    private QuenchOptions() {}

    static Lbfgs local() {
        return new Lbfgs(MEMORY, STEP, Lbfgs.DEFAULT_CURVATURE, true, Preconditioning.NONE);
    }
}
