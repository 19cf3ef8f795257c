/**
 * Potentials that are closed formulas: Lennard-Jones in reduced units and its Kob-Andersen mixture. They are the test
 * landscapes of global optimization, where the lowest minima are known, and need no model file.
 *
 * <p>Reduced units map one to one: σ = 1 Å, ε = 1 eV.
 */
package org.lowland.potential.analytic;
