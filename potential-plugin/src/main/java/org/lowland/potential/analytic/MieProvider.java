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
 * <p>By default it is the model of the gel of calcium silicate hydrate in the data of V. Bihani et al., ICML 2023:
 * particles of 50 Å, exponents 28 and 14, cut off at 150 Å, nearest image. Their program multiplies by 4, which is C
 * wherever n is twice m. Its energies come without a unit and are counted as eV.
 */
public final class MieProvider implements PotentialProvider {
    private static final OptionSpec<Double> REPULSIVE =
            OptionSpec.number("repulsive", 28, "the exponent n of the repulsion");
    private static final OptionSpec<Double> ATTRACTIVE =
            OptionSpec.number("attractive", 14, "the exponent m of the attraction, smaller than n");
    private static final OptionSpec<Double> SIGMA =
            OptionSpec.number("sigma", 50, "the distance in Å at which the pair energy is zero");
    private static final OptionSpec<Double> EPSILON =
            OptionSpec.number("epsilon", 2660.7742553, "the depth of the pair energy in eV");
    private static final OptionSpec<Double> CUTOFF = new OptionSpec<>(
            "cutoff",
            "number",
            Double::valueOf,
            Optional.empty(),
            "distance in Å beyond which pairs do not interact; 3 times sigma unless given");
    private static final OptionSpec<String> SHIFT = OptionSpec.choice(
            "shift",
            Truncation.names(),
            Truncation.NONE.toString(),
            "what becomes continuous at the cutoff: nothing, the energy, or energy and force");
    private static final OptionSpec<String> IMAGES = OptionSpec.choice(
            "images",
            Images.names(),
            Images.MINIMUM.toString(),
            "which periodic images within the cutoff interact: all, or the nearest of each particle");

    @Override
    public String id() {
        return "mie";
    }

    @Override
    public String description() {
        return "Mie n-m for particles of any element; by default 28-14 with sigma 50 Å, the gel of cement";
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(REPULSIVE, ATTRACTIVE, SIGMA, EPSILON, CUTOFF, SHIFT, IMAGES);
    }

    @Override
    public Potential create(Options options) {
        double repulsive = positive("repulsive", options.get(REPULSIVE));
        double attractive = positive("attractive", options.get(ATTRACTIVE));
        if (!(attractive < repulsive)) {
            throw new InputException("Option 'attractive' of 'mie' is " + attractive + ", but 'repulsive' is "
                    + repulsive + "; give a larger 'repulsive'");
        }
        double sigma = positive("sigma", options.get(SIGMA));
        double epsilon = positive("epsilon", options.get(EPSILON));
        double cutoff = positive("cutoff", options.find(CUTOFF).orElse(3 * sigma));
        Truncation truncation = Truncation.named(options.get(SHIFT));
        Images images = Images.named(options.get(IMAGES));
        Domain domain = new Domain(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                true,
                truncation == Truncation.FORCE && images == Images.ALL,
                OptionalDouble.of(cutoff),
                "Mie " + repulsive + "-" + attractive + ", sigma " + sigma + " Å, epsilon " + epsilon
                        + " eV, cut off at " + cutoff + " Å, shift " + truncation + ", images " + images);
        MieTable table = new MieTable(
                repulsive,
                attractive,
                new double[][] {{sigma}},
                new double[][] {{epsilon}},
                new double[][] {{cutoff}},
                truncation);
        return new PairMixture(name(options), domain, element -> 0, table, images);
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
