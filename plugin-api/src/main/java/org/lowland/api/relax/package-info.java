/**
 * The local optimizers that everyone needs, one file each: {@link org.lowland.api.relax.Rfo},
 * {@link org.lowland.api.relax.Lbfgs} and {@link org.lowland.api.relax.Fire}.
 * {@link org.lowland.api.relax.LocalWalk} holds what they have in common: convergence, the newest structure, the count of
 * steps, fixed atoms and constraints.
 *
 * <p>Their names and thresholds follow the Atomic Simulation Environment (A. H. Larsen et al., J. Phys.: Condens. Matter
 * 29, 273002 (2017)).
 */
package org.lowland.api.relax;
