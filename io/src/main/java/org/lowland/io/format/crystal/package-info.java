/**
 * Formats of crystals and of programs that compute them: POSCAR, XSF, CIF with its symmetry applied, mmCIF, the
 * coordinates of Turbomole and xtb. Their records are {@link org.lowland.io.format.LabelledFrame}s with a cell; lattice
 * vectors are the rows of a matrix, in Å.
 */
package org.lowland.io.format.crystal;
