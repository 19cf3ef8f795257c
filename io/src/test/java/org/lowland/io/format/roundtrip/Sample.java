package org.lowland.io.format.roundtrip;

import org.lowland.io.format.Structure;

/**
 * A structure for round trips.
 *
 * @param name a word that tells it from all others; its title where it has one
 * @param kind what it stands for
 * @param structure the structure
 */
record Sample(String name, String kind, Structure structure) {
    @Override
    public String toString() {
        return name + " (" + kind + ")";
    }
}
