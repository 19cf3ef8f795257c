package org.lowland.potential.model;

import java.util.List;
import java.util.Optional;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.potential.torch.DeviceOption;

/** {@code organic}: the shipped potential for neutral molecules of H C N O F S Cl. */
public final class OrganicProvider implements PotentialProvider {
    private static final String ID = "organic";

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
    public Optional<String> status() {
        return Optional.of(Engines.available());
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(DeviceOption.DEVICE, EngineChoice.ENGINE);
    }

    @Override
    public Potential create(Options options) {
        return NetworkPotential.load(ShippedModels.read(ID), DeviceOption.of(options), EngineChoice.of(options));
    }

    @Override
    public Optional<String> card(Options options) {
        return Optional.of(ShippedModels.card(ID));
    }
}
