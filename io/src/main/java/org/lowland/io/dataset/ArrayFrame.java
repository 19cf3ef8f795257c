package org.lowland.io.dataset;

import java.util.Arrays;
import java.util.Optional;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/**
 * A structure as arrays hold it, in their units. Its arrays are not to be changed.
 *
 * @param numbers atomic numbers (N)
 * @param positions coordinates (3N), those of one atom together
 * @param energy when there is one
 * @param forces as the positions, when there are some
 */
record ArrayFrame(double[] numbers, double[] positions, Optional<Double> energy, Optional<double[]> forces) {

    /** {@return whether it has both labels, and none of them is NaN, which the ANI sets use for what was not computed} */
    boolean isLabelled() {
        return hasEnergy() && hasForces();
    }

    /** {@return whether there is an energy that is not NaN} */
    boolean hasEnergy() {
        return energy.isPresent() && !energy.get().isNaN();
    }

    /** {@return whether there are forces on all atoms} */
    boolean hasForces() {
        return forces.isPresent() && Arrays.stream(forces.get()).noneMatch(Double::isNaN);
    }

    /** {@return whether there are forces on some atoms only, the others being NaN} */
    boolean hasForcesInPart() {
        return forces.isPresent()
                && !hasForces()
                && !Arrays.stream(forces.get()).allMatch(Double::isNaN);
    }

    /**
     * The atoms in Å.
     *
     * @throws org.lowland.api.InputException when a number is no atomic number
     */
    AtomicSystem system(LabelUnits units) {
        return AtomicSystem.of(SampleMaker.whole(numbers), SampleMaker.scaled(positions, units.length()));
    }

    /** The labels of a labelled frame in eV and eV/Å. */
    Evaluation labels(LabelUnits units) {
        return Evaluation.of(
                energy.orElseThrow() * units.energy(), SampleMaker.scaled(forces.orElseThrow(), units.force()));
    }
}
