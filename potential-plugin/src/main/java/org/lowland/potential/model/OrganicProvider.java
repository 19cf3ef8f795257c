package org.lowland.potential.model;

import java.util.List;
import java.util.Locale;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.potential.torch.Device;

/** {@code organic}: the shipped potential for neutral molecules of H C N O F S Cl. */
public final class OrganicProvider implements PotentialProvider {
    private static final String ID = "organic";
    private static final OptionSpec<String> DEVICE =
            OptionSpec.choice("device", List.of("cpu", "gpu"), "cpu", "where the network runs");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String description() {
        return "neutral molecules of H C N O F S Cl: PaiNN distilled from the ANI-2x ensemble, ωB97X/6-31G(d)";
    }

    @Override
    public int rank() {
        return 100;
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(DEVICE);
    }

    @Override
    public Potential create(Options options) {
        Device device = Device.valueOf(options.get(DEVICE).toUpperCase(Locale.ROOT));
        return NetworkPotential.load(ShippedModels.read(ID), device);
    }
}
