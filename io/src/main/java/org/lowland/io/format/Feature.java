package org.lowland.io.format;

/** What a format can carry, and what a structure may hold. */
public enum Feature {
    /** Places of the atoms in space, in Å. */
    COORDINATES("coordinates", "xyz"),
    /** Which atoms are bonded. */
    BONDS("bonds", "bond"),
    /** Single, double, triple. */
    BOND_ORDERS("bond orders", "order"),
    /** Charges of atoms. */
    FORMAL_CHARGES("formal charges", "q"),
    /** The charge of the whole. */
    NET_CHARGE("net charge", "Q"),
    /** The spin multiplicity of the whole; unpaired electrons of atoms hold it as well. */
    MULTIPLICITY("spin multiplicity", "spin"),
    /** Configurations at centres and double bonds; coordinates in space hold them as well. */
    STEREO("stereo", "ster"),
    /** Mass numbers. */
    ISOTOPES("isotopes", "iso"),
    /** Unpaired electrons. */
    RADICALS("radicals", "rad"),
    /** The vectors in which space repeats. */
    UNIT_CELL("unit cell", "cell"),
    /** What the structure is called. */
    TITLE("title", "name"),
    /** More than one structure in a file. */
    SEVERAL("several structures", "many"),
    /** Named values of the whole structure, its title not counted. */
    PROPERTIES("properties", "prop"),
    /** Named values of each atom. */
    ATOM_PROPERTIES("further properties of atoms", "atom"),
    /** Atoms that are held in place. */
    FIXED_ATOMS("fixed atoms", "fix"),
    /** A computed energy. */
    ENERGIES("energies", "E"),
    /** Computed forces on all atoms. */
    FORCES("forces", "F"),
    /** A computed stress tensor. */
    STRESS("stress", "str");

    private final String words;
    private final String column;

    Feature(String words, String column) {
        this.words = words;
        this.column = column;
    }

    /** {@return what a message calls it} */
    public String words() {
        return words;
    }

    /** {@return the head of its column in tables} */
    public String column() {
        return column;
    }
}
