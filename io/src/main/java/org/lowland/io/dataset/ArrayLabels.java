package org.lowland.io.dataset;

import org.lowland.api.InputException;
import org.lowland.io.format.LabelledFrame;

/**
 * Which labels the frames of a file of arrays have: all of them the same.
 *
 * @param energies whether they have energies
 * @param forces whether they have forces
 */
record ArrayLabels(boolean energies, boolean forces) {

    static ArrayLabels of(LabelledFrame frame) {
        return new ArrayLabels(frame.energy().isPresent(), frame.forces().isPresent());
    }

    /** Refuses a frame with other labels than these, those of the first. */
    void require(String format, LabelledFrame frame) {
        if (!of(frame).equals(this)) {
            throw new InputException(format + " holds energies and forces of all frames or of none; this structure has "
                    + of(frame).words() + " and the first " + words() + ": write .xyz");
        }
    }

    private String words() {
        if (energies) {
            return forces ? "both" : "an energy alone";
        }
        return forces ? "forces alone" : "neither";
    }
}
