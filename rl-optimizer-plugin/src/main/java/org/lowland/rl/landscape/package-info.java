/**
 * Searches of energy landscapes for the lowest minimum by classical means: the judges of every learned optimizer.
 *
 * <p>{@link org.lowland.rl.landscape.BasinHopping} is a Markov chain over minima. A search is a
 * {@link org.lowland.api.optimize.Walk} like any other, whose steps are quenches: local optimizations from a displaced
 * structure, each of many energy-and-force evaluations. All randomness of quench k comes from the run's seed and k, so
 * the state of a search between two quenches is small, and a run that goes on from its checkpoint is the same run.
 */
package org.lowland.rl.landscape;
