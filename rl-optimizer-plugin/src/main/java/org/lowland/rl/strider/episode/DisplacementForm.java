package org.lowland.rl.strider.episode;

import org.lowland.api.UnsupportedException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.rl.policygradient.function.ParametricFunction;
import org.lowland.rl.policygradient.policy.Deviation;

/** The form of a network that displaces all atoms, with what a search by it needs to know. */
public interface DisplacementForm {

    /** {@return the network: from situations to 3N components in Å} */
    ParametricFunction<Situation> function();

    /** {@return the deviation of the actions from what the network says, in Å} */
    Deviation noise();

    /** {@return about the diameter of an atom, in Å} */
    double length();

    /** {@return farthest that an atom may go in a step, in Å} */
    double longestStep();

    /**
     * Checks the elements of a structure.
     *
     * @param system the atoms
     * @throws UnsupportedException when it does not know one of them
     */
    void requireKnown(AtomicSystem system);
}
