/**
 * Cells of crystals: CDK's crystals as systems and back, atoms that are listed twice, supercells, primitive and
 * Niggli-reduced cells. Lattice vectors are the rows of a matrix, in Å; the crystal is never turned in space.
 */
package org.lowland.io.format.cell;
