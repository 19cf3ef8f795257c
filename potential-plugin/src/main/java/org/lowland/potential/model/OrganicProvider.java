package org.lowland.potential.model;

import java.util.List;

/** {@code organic}: the shipped potential for neutral molecules of H C N O F S Cl. */
public final class OrganicProvider extends ShippedModelProvider {

    /** The model in the jar. */
    public OrganicProvider() {
        super(
                "organic",
                "neutral molecules of H C N O F S Cl: PaiNN distilled from the ANI-2x ensemble, ωB97X/6-31G(d)",
                List.of());
    }

    @Override
    public int rank() {
        return 100;
    }
}
