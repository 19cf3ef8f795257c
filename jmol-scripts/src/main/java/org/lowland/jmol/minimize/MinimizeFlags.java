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

    private boolean has(String name) {
        try {
            int bit = Viewer.class.getField(name).getInt(null);
            return (bits & bit) != 0;
        } catch (NoSuchFieldException e) {
            return false;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
