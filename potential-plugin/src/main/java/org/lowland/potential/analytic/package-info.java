/**
 * Potentials that are closed formulas: Lennard-Jones in reduced units and its Kob-Andersen mixture, Mie particles, and
 * the silicon of Stillinger and Weber. They are the test landscapes of global optimization and need no model file.
 *
 * <p>Reduced units map one to one: σ = 1 Å, ε = 1 eV.
 *
 * <p>Pair energies are summed in rows: an atom with many others, in one of two ways. Few atoms go through every pair, many
 * through a list of neighbours; both leave the formula to one table of constants.
 */
package org.lowland.potential.analytic;
