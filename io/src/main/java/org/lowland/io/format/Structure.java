package org.lowland.io.format;

/** One record of a structure file. */
public sealed interface Structure permits MoleculeRecord, LabelledFrame {

    /** {@return what the record is called; empty when it has no name} */
    String title();

    /** {@return the number of atoms that the record holds; a SMILES or a drawing may leave hydrogens out} */
    int atoms();
}
