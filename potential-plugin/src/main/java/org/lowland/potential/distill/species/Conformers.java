package org.lowland.potential.distill.species;

import java.time.Duration;
import java.util.List;
import org.lowland.api.InputException;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.build3d.Smiles;

/** First structures of molecules. */
final class Conformers {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Conformers() {}

    /**
     * Several conformers, fewer where the molecule has fewer; none where the builder gives up, for a recipe does not
     * hang on a single molecule.
     *
     * @param smiles of the molecule
     * @param count how many are wanted
     * @param seed of the builder
     * @return the structures, hydrogens included
     */
    static List<AtomicSystem> generate(String smiles, int count, long seed) {
        try {
            return ConformerBuilder.quick().within(PATIENCE).build(Smiles.parse(smiles), count, seed).stream()
                    .map(Molecules::toSystem)
                    .toList();
        } catch (InputException notBuilt) {
            return List.of();
        }
    }
}
