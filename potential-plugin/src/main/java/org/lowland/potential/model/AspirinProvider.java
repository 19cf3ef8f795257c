package org.lowland.potential.model;

import java.util.List;

/**
 * {@code aspirin}: the shipped potential of one molecule, trained on its conformations in the revised MD17 data. It is
 * there to be measured, and to show what a training gives.
 */
public final class AspirinProvider extends ShippedModelProvider {

    /** The model in the jar. */
    public AspirinProvider() {
        super(
                "aspirin",
                "conformations of aspirin alone, C9H8O4: trained on the revised MD17 data, PBE/def2-SVP",
                List.of("C9H8O4"));
    }

    @Override
    public int rank() {
        return 90;
    }
}
