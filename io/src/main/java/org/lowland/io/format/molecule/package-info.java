/**
 * Formats of molecules beside MDL's: MOL2, PDB, CML, InChI and JSON. Their records are
 * {@link org.lowland.io.format.MoleculeRecord}s wherever the file gives all bonds.
 */
package org.lowland.io.format.molecule;
