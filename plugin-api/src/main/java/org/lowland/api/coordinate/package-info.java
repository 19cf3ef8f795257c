/**
 * Internal coordinates: distances, angles, torsions and their like, each with its value and analytic gradient
 * ({@link org.lowland.api.coordinate.Primitive}). They work on bare arrays and know nothing of systems.
 *
 * <p>Lengths are in Å, angles in radians (E. B. Wilson, J. C. Decius and P. C. Cross, Molecular Vibrations, 1955).
 */
package org.lowland.api.coordinate;
