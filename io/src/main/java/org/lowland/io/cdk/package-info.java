/**
 * Our formats as CDK expects them: extended XYZ, POSCAR, XSF, coord and CML without its document type are found by CDK's {@code FormatFactory},
 * {@code ReaderFactory} and {@code WriterFactory}, and their readers and writers keep CDK's contract. Crystals are
 * {@link org.openscience.cdk.interfaces.ICrystal}s, everything else molecules without bonds, as CDK's own reader of XYZ
 * has them.
 */
package org.lowland.io.cdk;
