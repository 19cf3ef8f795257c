package org.lowland.jmol.minimize;

import java.util.Optional;
import javajs.util.BS;
import org.jmol.viewer.Viewer;

/**
 * Which atoms a command is about. Jmol hands over the selected ones, less those that are fixed, and of the others only
 * those nearby; a potential needs to see the whole model.
 *
 * @param moving Jmol's indices of the atoms that may move
 * @param present Jmol's indices of all atoms that are evaluated
 */
record Selection(BS moving, BS present) {

    /**
     * Reads what Jmol hands over.
     *
     * @param viewer the viewer
     * @param selected the atoms that may move
     * @param near those nearby that may not; null when there are none
     * @param haveFixed whether the command fixes some
     * @param leaveOut whether the unselected are to be left out, where Jmol says so
     * @param fixed the atoms that this and earlier commands hold
     * @return the atoms
     */
    static Selection read(
            Viewer viewer, BS selected, BS near, boolean haveFixed, Optional<Boolean> leaveOut, BS fixed) {
        ScriptWords words = ScriptWords.of(viewer);
        boolean only = leaveOut.orElseGet(() -> words.leavesOut());
        BS moving = new BS();
        moving.or(only || words.selects() ? selected : viewer.getFrameAtoms());
        moving.andNot(fixed);
        BS present = new BS();
        if (!only) {
            present.or(viewer.getAllAtoms());
            return new Selection(moving, present);
        }
        present.or(selected);
        if (near != null) {
            present.or(near);
        }
        if (haveFixed) {
            present.or(fixed);
        }
        return new Selection(moving, present);
    }
}
