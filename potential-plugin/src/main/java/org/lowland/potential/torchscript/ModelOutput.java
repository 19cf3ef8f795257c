package org.lowland.potential.torchscript;

/** What a model can give, in the order of its tuple. N atoms, B structures; in the declared units. */
public enum ModelOutput {
    /** One number for each structure, of any shape. */
    ENERGY,
    /** (N, 3); minus the gradient of the energy where a model does not give them. */
    FORCES,
    /** (3, 3) or (B, 3, 3), positive under tension, energy over the cube of the length. */
    STRESS,
    /** One number for each structure: the standard deviation of the energy. */
    UNCERTAINTY,
    /** Anything else. */
    IGNORED;

    @Override
    public String toString() {
        return Names.of(this);
    }
}
