/**
 * Outputs of programs of quantum chemistry: their geometries with energies, forces, charge and multiplicity. What such a
 * program says belongs to the geometry it wrote last; a geometry that it only repeats is taken once. Records are {@link
 * org.lowland.io.format.LabelledFrame}s.
 */
package org.lowland.io.format.quantum;
