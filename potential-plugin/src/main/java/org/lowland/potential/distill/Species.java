package org.lowland.potential.distill;

/**
 * One molecule of a recipe.
 *
 * @param key the connectivity block of its InChIKey: what the split and the exclusion of test molecules go by
 * @param smiles as listed, the largest fragment only
 */
public record Species(String key, String smiles) {}
