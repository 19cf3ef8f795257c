package org.lowland.potential.network;

/**
 * How energy and force errors are weighed against each other.
 *
 * @param energy factor of the energy term, a mean over structures
 * @param force factor of the force term, a mean over atoms
 * @param sizeExponent energy errors are divided by the number of atoms to this power: 0 (whole structures), 0.5, or 1
 *     (per atom)
 */
public record LossWeights(double energy, double force, double sizeExponent) {
    /** Checks that no factor is negative. */
    public LossWeights {
        if (!(energy >= 0 && force >= 0 && energy + force > 0 && sizeExponent >= 0)) {
            throw new IllegalArgumentException("loss weights must not be negative, nor all zero");
        }
    }
}
