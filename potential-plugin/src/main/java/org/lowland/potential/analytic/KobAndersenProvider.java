package org.lowland.potential.analytic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;

/**
 * {@code kob-andersen}: the 80:20 binary Lennard-Jones glass former of W. Kob and H. C. Andersen, Phys. Rev. E 51, 4626
 * (1995). The large particles A are nickel, the small ones B phosphorus; σ<sub>AA</sub> = 1 Å, ε<sub>AA</sub> = 1 eV.
 *
 * <p>By default pairs are cut off at 2.5σ<sub>ab</sub> unshifted and only the nearest image of an atom counts, as the
 * energies of the box of 100 particles are published, which is narrower than twice the cutoff. That landscape has
 * jumps; only {@code shift=force&images=all} is smooth.
 */
public final class KobAndersenProvider implements PotentialProvider {
    private static final int NICKEL = 28;
    private static final int PHOSPHORUS = 15;
    private static final double CUTOFF_IN_SIGMA = 2.5;
    private static final double[][] SIGMA = {{1.0, 0.8}, {0.8, 0.88}};
    private static final double[][] EPSILON = {{1.0, 1.5}, {1.5, 0.5}};

    private static final OptionSpec<String> SHIFT = OptionSpec.choice(
            "shift",
            Truncation.names(),
            Truncation.NONE.toString(),
            "what becomes continuous at the cutoff: nothing, the energy, or energy and force");
    private static final OptionSpec<String> IMAGES = OptionSpec.choice(
            "images",
            Images.names(),
            Images.MINIMUM.toString(),
            "which periodic images within the cutoff interact: all, or the nearest of each atom");

    @Override
    public String id() {
        return "kob-andersen";
    }

    @Override
    public String description() {
        return "Kob-Andersen binary Lennard-Jones glass former, Ni (A) and P (B), in reduced units";
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(SHIFT, IMAGES);
    }

    @Override
    public Potential create(Options options) {
        Truncation truncation = Truncation.named(options.get(SHIFT));
        Images images = Images.named(options.get(IMAGES));
        double[][] cutoff = new double[2][2];
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 2; b++) {
                cutoff[a][b] = CUTOFF_IN_SIGMA * SIGMA[a][b];
            }
        }
        MieTable table = MieTable.lennardJones(SIGMA, EPSILON, cutoff, truncation);
        Domain domain = new Domain(
                Optional.of(Set.of(NICKEL, PHOSPHORUS)),
                Optional.empty(),
                Optional.empty(),
                true,
                true,
                truncation == Truncation.FORCE && images == Images.ALL,
                OptionalDouble.of(table.longestCutoff()),
                "Kob-Andersen mixture, cut off at 2.5 sigma, shift " + truncation + ", images " + images);
        return new PairMixture(name(truncation, images), domain, element -> element == NICKEL ? 0 : 1, table, images);
    }

    private String name(Truncation truncation, Images images) {
        Map<String, String> typed = new LinkedHashMap<>();
        if (truncation != Truncation.NONE) {
            typed.put("shift", truncation.toString());
        }
        if (images != Images.MINIMUM) {
            typed.put("images", images.toString());
        }
        return new BackendSpec(id(), typed).toString();
    }
}
