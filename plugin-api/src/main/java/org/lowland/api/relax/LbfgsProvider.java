package org.lowland.api.relax;

import java.util.List;
import java.util.Locale;
import org.lowland.api.InputException;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;

/** Makes {@link Lbfgs}. */
public final class LbfgsProvider implements OptimizerProvider {
    private static final OptionSpec<Long> MEMORY =
            OptionSpec.integer("memory", Lbfgs.DEFAULT_MEMORY, "number of steps that it remembers");
    private static final OptionSpec<Double> MAX_STEP =
            OptionSpec.number("max-step", Lbfgs.DEFAULT_MAX_STEP, "farthest that an atom moves in a step, in Å");
    private static final OptionSpec<Double> CURVATURE = OptionSpec.number(
            "curvature", Lbfgs.DEFAULT_CURVATURE, "of the landscape before anything is known, in eV/Å²");
    private static final OptionSpec<Boolean> ADAPTIVE =
            OptionSpec.flag("adaptive", true, "whether that curvature is measured along every step");
    private static final OptionSpec<String> PRECONDITIONER = OptionSpec.choice(
            "preconditioner",
            List.of("model", "none"),
            "model",
            "what stands for the second derivatives at first: a model of the structure's stiffness, or one curvature");

    @Override
    public String id() {
        return "lbfgs";
    }

    @Override
    public String description() {
        return "quasi-Newton descent with limited memory, preconditioned by a sparse model Hessian; for large and periodic"
                + " systems";
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(MEMORY, MAX_STEP, CURVATURE, ADAPTIVE, PRECONDITIONER);
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.LOCAL;
    }

    @Override
    public GeometryOptimizer create(Options options) {
        long memory = options.get(MEMORY);
        if (memory > Integer.MAX_VALUE) {
            throw new InputException("'lbfgs' cannot remember " + memory + " steps; give at most " + Integer.MAX_VALUE);
        }
        return new Lbfgs(
                (int) memory,
                options.get(MAX_STEP),
                options.get(CURVATURE),
                options.get(ADAPTIVE),
                Preconditioning.valueOf(options.get(PRECONDITIONER).toUpperCase(Locale.ROOT)));
    }
}
