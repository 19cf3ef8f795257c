/**
 * The contracts of Lowland and the façade over them.
 *
 * <p>{@link org.lowland.api.potential.Potential} turns an {@link org.lowland.api.system.AtomicSystem} into energies and
 * forces; a {@link org.lowland.api.optimize.GeometryOptimizer} asks for them and moves the atoms;
 * {@link org.lowland.api.molecule.Molecules} takes CDK molecules in and gives them back with new coordinates and all
 * else as it was. {@link org.lowland.api.Lowland} puts the three together.
 *
 * <p>Units everywhere: Å, eV, eV/Å, atomic mass units, elementary charges.
 */
package org.lowland.api;
