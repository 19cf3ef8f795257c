package org.lowland.api.relax;

import java.util.List;
import org.lowland.api.hessian.ModelHessian;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;

/** Makes {@link Rfo}. */
public final class RfoProvider implements OptimizerProvider {
    private static final OptionSpec<String> HESSIAN = OptionSpec.choice(
            "hessian", ModelHessian.ids(), Rfo.DEFAULT_HESSIAN, "model of the force constants to start from");
    private static final OptionSpec<Double> TRUST = OptionSpec.number(
            "trust", Rfo.DEFAULT_TRUST, "length of the first step at most, in radians and bohr over all coordinates");
    private static final OptionSpec<Double> MAX_TRUST = OptionSpec.number(
            "max-trust", Rfo.DEFAULT_MAX_TRUST, "length of any step at most, in radians and bohr over all coordinates");
    private static final OptionSpec<Long> MOST_ATOMS =
            OptionSpec.integer("most-atoms", Rfo.DEFAULT_MOST_ATOMS, "larger systems are left to L-BFGS");

    @Override
    public String id() {
        return "rfo";
    }

    @Override
    public String description() {
        return "rational function optimization in internal coordinates, for molecules: the fewest evaluations";
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(HESSIAN, TRUST, MAX_TRUST, MOST_ATOMS);
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.LOCAL;
    }

    @Override
    public GeometryOptimizer create(Options options) {
        int mostAtoms = (int) Math.max(0, Math.min(Integer.MAX_VALUE, options.get(MOST_ATOMS)));
        return new Rfo(ModelHessian.byId(options.get(HESSIAN)), options.get(TRUST), options.get(MAX_TRUST), mostAtoms);
    }
}
