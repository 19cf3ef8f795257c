package org.lowland.potential.distill;

import java.util.List;
import org.lowland.api.InputException;

/**
 * The section {@code picked} of a recipe: of the structures that are made only those are labelled on which a committee of
 * trained models disagrees. Its measure is the standard deviation of the force on the atom where that is largest.
 *
 * @param committee the {@code model.pt} of two trainings or more
 * @param each most structures of one molecule, those with the largest disagreement
 * @param smallest below it, in eV/Å, there is nothing to learn
 * @param largest above it, in eV/Å, a structure is absurd
 */
record PickedSettings(List<String> committee, int each, double smallest, double largest) {
    PickedSettings {
        if (committee == null || committee.size() < 2) {
            throw new InputException("picked needs a committee, a list of two models or more");
        }
        committee = List.copyOf(committee);
        if (each < 1 || !(smallest >= 0 && largest > smallest)) {
            throw new InputException(
                    "picked needs each of 1 or more, smallest of 0 or more and largest above it, in eV/Å");
        }
    }
}
