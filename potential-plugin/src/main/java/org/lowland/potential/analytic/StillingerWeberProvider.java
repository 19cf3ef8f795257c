package org.lowland.potential.analytic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.lowland.api.InputException;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;

/**
 * {@code stillinger-weber}: silicon after F. H. Stillinger and T. A. Weber, Phys. Rev. B 31, 5262 (1985), smooth
 * everywhere. The defaults are the numbers of the paper, whose unit of energy, 50 kcal/mol, is taken as 2.16826 eV; other
 * programs round it to 2.1683 eV.
 */
public final class StillingerWeberProvider implements PotentialProvider {
    private static final int SILICON = 14;

    private static final OptionSpec<Double> EPSILON =
            OptionSpec.number("epsilon", 2.16826, "the depth of the pair energy in eV; the crystal has twice as much");
    private static final OptionSpec<Double> SIGMA =
            OptionSpec.number("sigma", 2.0951, "the unit of length in Å; the bond of the crystal is 1.1225 of it");
    private static final OptionSpec<Double> REACH =
            OptionSpec.number("a", 1.8, "the distance in units of sigma at which all interactions end");
    private static final OptionSpec<Double> STRENGTH =
            OptionSpec.number("strength", 7.049556277, "the factor A of the pair energy");
    private static final OptionSpec<Double> REPULSION =
            OptionSpec.number("repulsion", 0.6022245584, "the factor B of the repulsion in it");
    private static final OptionSpec<Double> LAMBDA = OptionSpec.number(
            "lambda", 21, "the weight of the angles in units of epsilon; more favours the tetrahedral angle");
    private static final OptionSpec<Double> GAMMA =
            OptionSpec.number("gamma", 1.2, "how fast the weight of an angle falls with the lengths of its sides");

    @Override
    public String id() {
        return "stillinger-weber";
    }

    @Override
    public String description() {
        return "Stillinger-Weber silicon: pairs and angles";
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(EPSILON, SIGMA, REACH, STRENGTH, REPULSION, LAMBDA, GAMMA);
    }

    @Override
    public Potential create(Options options) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (OptionSpec<?> spec : options()) {
            double value = (Double) options.get(spec);
            if (!(value > 0) || Double.isInfinite(value)) {
                throw new InputException(
                        "Option '" + spec.name() + "' of '" + id() + "' is " + value + "; give a positive number");
            }
            if (!spec.defaultValue().equals(Optional.of(value))) {
                typed.put(spec.name(), String.valueOf(value));
            }
        }
        StillingerWeber.Constants constants = new StillingerWeber.Constants(
                options.get(EPSILON),
                options.get(SIGMA),
                options.get(REACH),
                options.get(STRENGTH),
                options.get(REPULSION),
                options.get(LAMBDA),
                options.get(GAMMA));
        Domain domain = new Domain(
                Optional.of(Set.of(SILICON)),
                Optional.empty(),
                Optional.empty(),
                true,
                true,
                true,
                OptionalDouble.of(constants.cutoff()),
                "Stillinger-Weber silicon, Phys. Rev. B 31, 5262 (1985)");
        return new StillingerWeber(new BackendSpec(id(), typed).toString(), domain, constants);
    }
}
