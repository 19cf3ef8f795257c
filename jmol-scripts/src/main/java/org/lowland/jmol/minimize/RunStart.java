package org.lowland.jmol.minimize;

/**
 * What is to be done with a model.
 *
 * @param backend {@code optimizer@potential}
 * @param title what Jmol calls the model
 * @param model its index in the viewer, from 0
 * @param atoms how many atoms are evaluated
 * @param fmax the threshold in eV/Å
 */
public record RunStart(String backend, String title, int model, int atoms, double fmax) {}
