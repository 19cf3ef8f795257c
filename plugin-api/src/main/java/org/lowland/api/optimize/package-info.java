/**
 * Geometry optimization as ask and tell: a {@link org.lowland.api.optimize.GeometryOptimizer} starts a
 * {@link org.lowland.api.optimize.Walk}, which says what it wants evaluated next and is told the energies and forces.
 *
 * <p>One loop stands around all walks, {@link org.lowland.api.optimize.OptimizationLoop}: it batches them on one
 * potential, counts evaluations, watches for divergence, listens for cancellation and informs listeners. No optimizer
 * knows of any of these.
 */
package org.lowland.api.optimize;
