package org.lowland.potential.distill.species;

/**
 * One molecule of a recipe.
 *
 * @param group what a training divides by: the key of the molecule itself or, of a fragment, of the molecule that it was
 *     cut from, so that both are on one side
 * @param key the connectivity block of its InChIKey; of several molecules together their keys, joined by a plus sign
 * @param smiles of the molecule
 */
public record Species(String group, String key, String smiles) {

    /** A molecule that stands for itself. */
    static Species of(String key, String smiles) {
        return new Species(key, key, smiles);
    }
}
