/**
 * Structures in files: SDF, XYZ, extended XYZ and SMILES, plain or compressed with gzip.
 *
 * <p>Two kinds of record travel through here. A {@link org.lowland.io.format.LabelledFrame} is atoms as numbers with
 * energies and forces: the frames of extended XYZ, read by the hundred thousand for training. A
 * {@link org.lowland.io.format.MoleculeRecord} is a CDK molecule with all that chemistry knows of it. Readers stream: they
 * hold one record at a time, and after a broken record they go on with the next one.
 */
package org.lowland.io.format;
