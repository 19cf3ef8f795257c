package org.lowland.jmol.minimize;

import org.jmol.viewer.Viewer;

/**
 * The bits that Jmol 14.32 and newer hand to the minimizer. Their values differ between releases, so they are looked up
 * in the Jmol that runs.
 */
record MinimizeFlags(int bits) {

    boolean silent() {
        return has("MIN_SILENT");
    }

    /** Whether atoms are fixed by the command or for all motion. */
    boolean haveFixed() {
        return has("MIN_HAVE_FIXED");
    }

    /** The coarse minimization of a flat drawing that is being loaded. */
    boolean quick() {
        return has("MIN_QUICK");
    }

    /** Whether all but the selected atoms are to be left out. */
    boolean only() {
        return has("MIN_SELECT_ONLY") || has("MIN_NO_RANGE");
    }

    /** Whether the selected atoms are a group, of which those that join it to the others are not handed over as selected. */
    boolean group() {
        return has("MIN_GROUP_SELECT");
    }

    /** Whether this release tells a command that selects atoms from one that does not. */
    boolean tellsSelection() {
        return bit("MIN_SELECTED") != 0;
    }

    /** Whether the command selects atoms. */
    boolean selected() {
        return has("MIN_SELECTED");
    }

    private boolean has(String name) {
        return (bits & bit(name)) != 0;
    }

    /** The value of a flag; 0 in a release that does not have it. */
    private static int bit(String name) {
        try {
            return Viewer.class.getField(name).getInt(null);
        } catch (NoSuchFieldException e) {
            return 0;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
