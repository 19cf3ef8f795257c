package org.lowland.cli;

import java.util.Map;
import org.lowland.api.InputException;
import org.lowland.api.Lowland;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.relax.Rfo;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.Providers;
import picocli.CommandLine.Option;

/** The options that choose an optimizer and say how far it goes: {@code @Mixin private OptimizerOptions optimizer;}. */
public final class OptimizerOptions {
    @Option(
            names = "--optimizer",
            paramLabel = "ID",
            defaultValue = Lowland.DEFAULT_OPTIMIZER,
            description = {
                "the optimizer, with options as in 'id?name=value'; default ${DEFAULT-VALUE}: internal coordinates",
                "for molecules, L-BFGS for cells, clusters without bonds, clashes and more than "
                        + Rfo.DEFAULT_MOST_ATOMS + " atoms"
            })
    private String optimizer;

    @Option(
            names = "--fmax",
            paramLabel = "F",
            defaultValue = "" + OptimizationOptions.DEFAULT_FMAX,
            description = "converged when no force on a free atom is larger, in eV/Å; default ${DEFAULT-VALUE}")
    private double fmax;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "" + OptimizationOptions.DEFAULT_STEPS,
            description = "at most so many steps for each structure; default ${DEFAULT-VALUE}")
    private int steps;

    @Option(
            names = "--evaluations",
            paramLabel = "N",
            description = "at most so many evaluations of energy and forces for each structure; default no limit")
    private Long evaluations;

    @Option(
            names = "--seeds",
            paramLabel = "K",
            defaultValue = "1",
            description = "searches run with the seeds 0 to K-1, and the lowest structure is kept; default 1")
    private int seeds;

    /** {@return the optimizer that was asked for, as typed} */
    public String text() {
        return optimizer;
    }

    /**
     * The checksums of what of the optimizer was learned.
     *
     * @return SHA-256 by name, see {@link org.lowland.api.spi.Provider#checksums}
     * @throws InputException when the optimizer or one of its options is not known
     */
    public Map<String, String> checksums() {
        BackendSpec spec = BackendSpec.parse(optimizer);
        OptimizerProvider provider = Providers.optimizers().get(spec.id());
        return provider.checksums(Options.parse(provider, spec.options()));
    }

    /** {@return how many seeds a search runs with; 1 or more once {@link #create()} has looked at it} */
    public int seeds() {
        return seeds;
    }

    /**
     * Makes the optimizer that was asked for.
     *
     * @return a new optimizer
     * @throws InputException when it or one of its options is not known, or when it has no use for that many seeds
     */
    public GeometryOptimizer create() {
        if (seeds < 1) {
            throw new InputException("--seeds is " + seeds + "; give 1 or more");
        }
        GeometryOptimizer chosen = Lowland.optimizer(BackendSpec.parse(optimizer));
        if (seeds > 1 && chosen.kind() == OptimizerKind.LOCAL) {
            throw new InputException("'" + chosen.id() + "' uses no random numbers; give --seeds to a search only");
        }
        return chosen;
    }

    /**
     * When a structure is converged and how long it may take.
     *
     * @param trajectory whether all accepted structures are wanted
     * @return the threshold and the limits that were asked for, with the first seed
     * @throws InputException when one of them makes no sense
     */
    public OptimizationOptions limits(boolean trajectory) {
        long most = evaluations == null ? Long.MAX_VALUE : evaluations;
        return new OptimizationOptions(fmax, steps, most, 0, trajectory);
    }
}
