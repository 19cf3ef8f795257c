package org.lowland.potential.distill.species;

import java.util.List;
import org.lowland.api.system.AtomicSystem;

/**
 * A molecule and where its first structures come from.
 *
 * @param species the molecule
 * @param structures what a data set has of it; none where structures are to be built
 * @param conformers how many are to be built
 */
public record Source(Species species, List<AtomicSystem> structures, int conformers) {

    /** Keeps a copy of the list. */
    public Source {
        structures = List.copyOf(structures);
    }

    /**
     * The first structures, those of the data set or built ones.
     *
     * @param seed of the builder
     * @return the structures with their bonds; none where the builder gives up
     */
    public List<AtomicSystem> starts(long seed) {
        return structures.isEmpty() ? Conformers.generate(species.smiles(), conformers, seed) : structures;
    }
}
