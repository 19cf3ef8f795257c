package org.lowland.potential.analytic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lowland.api.InputException;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;

/**
 * {@code mie}: C ε [(σ/r)<sup>n</sup> − (σ/r)<sup>m</sup>] between all particles, whatever their element, with the
 * factor C of Mie that makes the well ε deep.
 *
 * <p>The gel of calcium silicate hydrate in the data of V. Bihani et al., ICML 2023, is {@code
 * mie?sigma=50&epsilon=2660.7742553&cutoff=150} with the default exponents. Their program multiplies by 4, which is C
 * wherever n is twice m; its energies come without a unit and are counted as eV.
 */
public final class MieProvider implements PotentialProvider {
    private static final OptionSpec<Double> SIGMA =
            given("sigma", "the distance in Å at which the pair energy is zero, 50 for the gel of cement");
    private static final OptionSpec<Double> EPSILON =
            given("epsilon", "the depth of the pair energy in eV, 2660.7742553 for the gel of cement");
    private static final OptionSpec<Double> CUTOFF = given(
            "cutoff",
            "distance in Å beyond which pairs do not interact; periodic systems need one, 3 times sigma for that gel");
    private static final OptionSpec<Double> REPULSIVE =
            OptionSpec.number("repulsive", 28, "the exponent n of the repulsion");
    private static final OptionSpec<Double> ATTRACTIVE =
            OptionSpec.number("attractive", 14, "the exponent m of the attraction, smaller than n");
    private static final OptionSpec<String> SHIFT = OptionSpec.choice(
            "shift",
            Truncation.names(),
            Truncation.NONE.toString(),
            "what becomes continuous at the cutoff: nothing, the energy, or energy and force");

    private static OptionSpec<Double> given(String name, String description) {
        return new OptionSpec<>(name, "number", Double::valueOf, Optional.empty(), description);
    }

    @Override
    public String id() {
        return "mie";
    }

    @Override
    public String description() {
        return "Mie particles with any two exponents, by default 28-14, for any element";
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(SIGMA, EPSILON, CUTOFF, REPULSIVE, ATTRACTIVE, SHIFT);
    }

    @Override
    public Potential create(Options options) {
        double sigma = positive("sigma", options.get(SIGMA));
        double epsilon = positive("epsilon", options.get(EPSILON));
        double repulsive = positive("repulsive", options.get(REPULSIVE));
        double attractive = positive("attractive", options.get(ATTRACTIVE));
        if (!(attractive < repulsive)) {
            throw new InputException("Option 'attractive' of 'mie' is " + attractive + ", but 'repulsive' is "
                    + repulsive + "; give a larger 'repulsive'");
        }
        Optional<Double> cutoff = options.find(CUTOFF);
        cutoff.ifPresent(value -> positive("cutoff", value));
        Truncation truncation = Truncation.named(options.get(SHIFT));
        if (cutoff.isEmpty() && truncation != Truncation.NONE) {
            throw new InputException("'mie?shift=" + truncation + "' shifts to zero at a cutoff, but none is given;"
                    + " write 'mie?cutoff=" + 3 * sigma + "&shift=" + truncation + "' (Å)");
        }
        Domain domain = new Domain(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                cutoff.isPresent(),
                true,
                cutoff.isEmpty() || truncation == Truncation.FORCE,
                cutoff.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                "Mie " + repulsive + "-" + attractive + ", sigma " + sigma + " Å, epsilon " + epsilon + " eV");
        MieTable table = new MieTable(
                repulsive,
                attractive,
                new double[][] {{sigma}},
                new double[][] {{epsilon}},
                new double[][] {{cutoff.orElse(Double.POSITIVE_INFINITY)}},
                truncation);
        return new PairMixture(name(options), domain, element -> 0, table, Images.ALL);
    }

    /** The id with the options that differ from their defaults. */
    private String name(Options options) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (OptionSpec<?> spec : options()) {
            options.find(spec)
                    .filter(value -> !Optional.of(value).equals(spec.defaultValue()))
                    .ifPresent(value -> typed.put(spec.name(), value.toString()));
        }
        return new BackendSpec(id(), typed).toString();
    }

    private static double positive(String option, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new InputException("Option '" + option + "' of 'mie' is " + value + "; give a positive number");
        }
        return value;
    }
}
