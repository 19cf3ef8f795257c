/**
 * First three-dimensional structures for molecules that have none: SMILES and flat drawings. OpenChemLib generates
 * conformers from crystal-structure torsions; each result is checked against the stereochemistry that was written before
 * it is given out.
 */
package org.lowland.io.build3d;
