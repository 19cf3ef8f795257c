package org.lowland.io.store;

import java.util.Objects;
import java.util.Optional;
import org.lowland.api.molecule.Identity;
import org.lowland.api.optimize.StopReason;

/**
 * How the optimization of a structure ended.
 *
 * @param fmax the largest norm of the force on a free atom in eV/Å
 * @param converged whether the structure meets the threshold that was asked for
 * @param steps the number of steps
 * @param evaluations the number of evaluations of energy and forces
 * @param reason what ended it
 * @param identity whether it still is the molecule that it was, where that can be told
 * @param seed of the random numbers
 * @param seconds that it took
 */
public record Ending(
        double fmax,
        boolean converged,
        int steps,
        long evaluations,
        StopReason reason,
        Optional<Identity> identity,
        long seed,
        double seconds) {

    public Ending {
        Objects.requireNonNull(reason);
        Objects.requireNonNull(identity);
    }
}
