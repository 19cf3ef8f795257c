package org.lowland.potential.network;

import org.lowland.api.system.AtomicSystem;

/**
 * A structure and what a network is to say of it.
 *
 * @param system the atoms
 * @param energy eV, self energies left out
 * @param forces eV/Å, three per atom; not copied
 */
public record LabelledStructure(AtomicSystem system, double energy, float[] forces) {
    /** Checks that there are three components for each atom. */
    public LabelledStructure {
        if (forces.length != 3 * system.size()) {
            throw new IllegalArgumentException(
                    system.size() + " atoms need " + 3 * system.size() + " forces, not " + forces.length);
        }
    }
}
