package org.lowland.potential.distill.species;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.lowland.api.InputException;

/**
 * The section {@code sources} of a recipe: which molecules there are. Paths are relative to the recipe's folder or to the
 * folder of the data.
 *
 * @param smiles lists of SMILES
 * @param monomers files of the SPICE data set with single molecules
 * @param clusters files of the SPICE data set with many molecules in each structure, from which clusters are cut
 * @param largestMolecule most atoms of a molecule or cluster, hydrogens included
 * @param conformers first structures of each molecule of {@code smiles}
 * @param conformations structures taken of each molecule of {@code monomers}
 * @param cut structures taken of each entry of {@code clusters}
 * @param fragments pieces of the molecules of {@code smiles}; none if null
 */
public record SpeciesSettings(
        List<String> smiles,
        List<String> monomers,
        List<String> clusters,
        @JsonProperty("largest-molecule") int largestMolecule,
        int conformers,
        int conformations,
        int cut,
        FragmentSettings fragments) {

    /** Checks the settings. */
    public SpeciesSettings {
        smiles = smiles == null ? List.of() : List.copyOf(smiles);
        monomers = monomers == null ? List.of() : List.copyOf(monomers);
        clusters = clusters == null ? List.of() : List.copyOf(clusters);
        if (smiles.isEmpty() && monomers.isEmpty() && clusters.isEmpty()) {
            throw new InputException("sources names no smiles, monomers or clusters");
        }
        if (largestMolecule < 2 || !smiles.isEmpty() && conformers < 1) {
            throw new InputException("sources needs a largest-molecule of 2 or more, and conformers of 1 or more");
        }
        if (!monomers.isEmpty() && conformations < 1 || !clusters.isEmpty() && cut < 1) {
            throw new InputException(
                    "sources needs conformations of 1 or more with monomers, and cut of 1 or more with clusters");
        }
        if (fragments != null && smiles.isEmpty()) {
            throw new InputException("sources has fragments but no smiles to cut them from");
        }
    }

    /**
     * Fragments of molecules.
     *
     * @param each most new fragments of one molecule
     * @param smallest fewest atoms of a fragment, hydrogens included
     * @param largest most atoms of a fragment
     * @param largestParent molecules of more atoms are not cut; those between {@code largest-molecule} and this one enter
     *     as fragments only
     * @param conformers first structures of each
     */
    public record FragmentSettings(
            int each, int smallest, int largest, @JsonProperty("largest-parent") int largestParent, int conformers) {

        /** Checks the settings. */
        public FragmentSettings {
            if (each < 1 || smallest < 2 || largest < smallest || largestParent < largest || conformers < 1) {
                throw new InputException(
                        "sources.fragments needs each and conformers of 1 or more, smallest of 2 or more,"
                                + " largest no less than that, and largest-parent no less than that");
            }
        }
    }
}
