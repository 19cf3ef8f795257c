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
 * {@code lj}: 4ε[(σ/r)¹² − (σ/r)⁶] between all atoms, whatever their element.
 *
 * <p>Without a cutoff all pairs are summed, as in the tables of cluster minima, and a periodic system is refused: which
 * cutoff it gets changes its energy by several percent, so it is the user's to choose.
 */
public final class LennardJonesProvider implements PotentialProvider {
    private static final OptionSpec<Double> SIGMA =
            OptionSpec.number("sigma", 1, "the distance in Å at which the pair energy is zero");
    private static final OptionSpec<Double> EPSILON =
            OptionSpec.number("epsilon", 1, "the depth of the pair energy in eV");
    private static final OptionSpec<Double> CUTOFF = new OptionSpec<>(
            "cutoff",
            "number",
            Double::valueOf,
            Optional.empty(),
            "distance in Å beyond which pairs do not interact; periodic systems need one, usually 2.5 times sigma");
    private static final OptionSpec<String> SHIFT = OptionSpec.choice(
            "shift",
            Truncation.names(),
            Truncation.NONE.toString(),
            "what becomes continuous at the cutoff: nothing, the energy, or energy and force");

    @Override
    public String id() {
        return "lj";
    }

    @Override
    public String description() {
        return "Lennard-Jones 12-6 for any element, in reduced units by default (sigma 1 Å, epsilon 1 eV)";
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(SIGMA, EPSILON, CUTOFF, SHIFT);
    }

    @Override
    public Potential create(Options options) {
        double sigma = positive("sigma", options.get(SIGMA));
        double epsilon = positive("epsilon", options.get(EPSILON));
        Truncation truncation = Truncation.named(options.get(SHIFT));
        Optional<Double> given = options.find(CUTOFF);
        given.ifPresent(value -> positive("cutoff", value));
        if (given.isEmpty() && truncation != Truncation.NONE) {
            throw new InputException("'lj?shift=" + truncation + "' shifts to zero at a cutoff, but none is given;"
                    + " write 'lj?cutoff=2.5&shift=" + truncation + "' (Å)");
        }
        double cutoff = given.orElse(Double.POSITIVE_INFINITY);
        Domain domain = new Domain(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                given.isPresent(),
                true,
                given.isEmpty() || truncation == Truncation.FORCE,
                given.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                "Lennard-Jones 12-6, sigma " + sigma + " Å, epsilon " + epsilon + " eV");
        MieTable table = MieTable.lennardJones(
                new double[][] {{sigma}}, new double[][] {{epsilon}}, new double[][] {{cutoff}}, truncation);
        return new PairMixture(name(sigma, epsilon, given, truncation), domain, element -> 0, table, Images.ALL);
    }

    private String name(double sigma, double epsilon, Optional<Double> cutoff, Truncation truncation) {
        Map<String, String> typed = new LinkedHashMap<>();
        if (sigma != 1) {
            typed.put("sigma", String.valueOf(sigma));
        }
        if (epsilon != 1) {
            typed.put("epsilon", String.valueOf(epsilon));
        }
        cutoff.ifPresent(value -> typed.put("cutoff", String.valueOf(value)));
        if (truncation != Truncation.NONE) {
            typed.put("shift", truncation.toString());
        }
        return new BackendSpec(id(), typed).toString();
    }

    private static double positive(String option, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new InputException("Option '" + option + "' of 'lj' is " + value + "; give a positive number");
        }
        return value;
    }
}
