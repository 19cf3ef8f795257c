package org.lowland.jmol.minimize;

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
    /** How far Jmol 14.31 looks for atoms nearby, in Å. */
    private static final float NEARBY = 5;

    /**
     * What Jmol 14.31 hands over. It does not say that the unselected are to be left out; it shows in that no atoms
     * nearby are handed over although there are some.
     *
     * @param viewer the viewer
     * @param selected the atoms that may move
     * @param near of the others those nearby, with {@code haveFixed} only the fixed ones among them
     * @param haveFixed whether the command fixes some
     * @param fixed the atoms that this and earlier commands hold
     * @return the atoms
     */
    static Selection of(Viewer viewer, BS selected, BS near, boolean haveFixed, BS fixed) {
        BS expected = copy(viewer.ms.getAtomsWithinRadius(NEARBY, copy(selected), true, null));
        expected.andNot(selected);
        expected.and(viewer.getFrameAtoms());
        if (haveFixed) {
            expected.and(fixed);
        }
        boolean only = near.isEmpty() && !expected.isEmpty();
        if (only) {
            return leavingOut(selected, haveFixed ? fixed : new BS());
        }
        return isModel(viewer, viewer.getVisibleFramesBitSet().length() - 1, selected, fixed)
                ? all(viewer, selected, fixed)
                : whole(viewer, selected, fixed);
    }

    /**
     * What Jmol 14.32 and newer hand over.
     *
     * @param viewer the viewer
     * @param selected the atoms that may move
     * @param crystal whether symmetry has made the model: then 14.32 hands over one cell, whatever was selected
     * @param flags what else was asked for
     * @param fixed the atoms that this and earlier commands hold
     * @return the atoms
     */
    static Selection of(Viewer viewer, BS selected, boolean crystal, MinimizeFlags flags, BS fixed) {
        if (flags.group()) {
            return whole(viewer, selected, fixed);
        }
        if (flags.only()) {
            return leavingOut(selected, flags.haveFixed() ? fixed : new BS());
        }
        boolean plain = flags.tellsSelection()
                ? !flags.selected()
                : crystal || isModel(viewer, viewer.getVisibleFramesBitSet().nextSetBit(0), selected, fixed);
        return plain ? all(viewer, crystal ? viewer.getFrameAtoms() : selected, fixed) : whole(viewer, selected, fixed);
    }

    private static Selection leavingOut(BS selected, BS more) {
        BS present = copy(selected);
        present.or(more);
        return new Selection(copy(selected), present);
    }

    /**
     * A command that selects nothing is about all models that are shown. Of the one that Jmol takes, it leaves out what is
     * fixed for all motion.
     */
    private static Selection all(Viewer viewer, BS selected, BS fixed) {
        BS moving = copy(viewer.getFrameAtoms());
        int first = selected.nextSetBit(0);
        if (first >= 0) {
            BS unmoved = copy(viewer.getModelUndeletedAtomsBitSet(viewer.ms.at[first].getModelIndex()));
            unmoved.andNot(selected);
            moving.andNot(unmoved);
        }
        moving.andNot(fixed);
        return new Selection(moving, copy(viewer.getAllAtoms()));
    }

    private static Selection whole(Viewer viewer, BS selected, BS fixed) {
        BS moving = copy(selected);
        moving.andNot(fixed);
        return new Selection(moving, copy(viewer.getAllAtoms()));
    }

    /**
     * Whether just that model is selected which Jmol takes when the command selects nothing: the last one shown in 14.31,
     * the first one in 14.32.
     */
    private static boolean isModel(Viewer viewer, int model, BS selected, BS fixed) {
        BS all = copy(viewer.getModelUndeletedAtomsBitSet(model));
        BS both = copy(selected);
        both.or(fixed);
        both.and(all);
        BS outside = copy(selected);
        outside.andNot(all);
        return both.equals(all) && outside.isEmpty();
    }

    private static BS copy(BS set) {
        BS copy = new BS();
        copy.or(set);
        return copy;
    }
}
