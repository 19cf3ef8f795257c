/**
 * Internal coordinates: distances, angles, torsions and their like, each with its value and analytic gradient
 * ({@link org.lowland.api.coordinate.Primitive}), and the redundant set of them that describes a molecule.
 *
 * <p>Lengths are in Å, angles in radians. Wilson's B matrix holds the gradients as rows (E. B. Wilson, J. C. Decius and
 * P. C. Cross, Molecular Vibrations, 1955).
 */
package org.lowland.api.coordinate;
