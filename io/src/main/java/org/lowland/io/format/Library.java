package org.lowland.io.format;

/** Whose code reads and writes a format. */
public enum Library {
    /** This library. */
    OWN("own"),
    /** The Chemistry Development Kit. */
    CDK("CDK"),
    /** Jmol, where it is on the class path. */
    JMOL("Jmol");

    private final String words;

    Library(String words) {
        this.words = words;
    }

    /** {@return what lists call it} */
    public String words() {
        return words;
    }
}
