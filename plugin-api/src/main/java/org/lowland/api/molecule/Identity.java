package org.lowland.api.molecule;

/** Whether a geometry still is that of the molecule it was made from. */
public enum Identity {
    /** The same bonds and the same configuration of every stereo centre. */
    KEPT,
    /** A bond broke or a new one formed. */
    BONDS_CHANGED,
    /** The bonds are the same, but a stereo centre or a stereo double bond has another configuration. */
    STEREO_CHANGED
}
