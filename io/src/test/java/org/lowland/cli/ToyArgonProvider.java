package org.lowland.cli;

import org.lowland.api.potential.Potential;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;

/** Springs between all atoms of argon. */
public final class ToyArgonProvider implements PotentialProvider {
    @Override
    public String id() {
        return "toy-argon";
    }

    @Override
    public String description() {
        return "springs between all atoms";
    }

    @Override
    public Potential create(Options options) {
        return new Springs("toy-argon", false, 0);
    }
}
