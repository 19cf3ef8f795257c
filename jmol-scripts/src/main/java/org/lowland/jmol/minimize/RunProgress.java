package org.lowland.jmol.minimize;

/**
 * Where a model stands.
 *
 * @param step the number of steps taken
 * @param energy in eV
 * @param fmax the largest force on a free atom in eV/Å
 */
public record RunProgress(int step, double energy, double fmax) {}
