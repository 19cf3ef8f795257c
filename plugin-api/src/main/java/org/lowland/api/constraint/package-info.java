/**
 * Distances, angles and torsions that are held while everything else relaxes: what is asked for
 * ({@link org.lowland.api.constraint.Constraint}), the refusal of what cannot be, and the set of structures that obey
 * ({@link org.lowland.api.constraint.ConstraintManifold}). Works on bare arrays and knows nothing of potentials.
 */
package org.lowland.api.constraint;
