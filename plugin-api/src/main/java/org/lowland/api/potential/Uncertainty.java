package org.lowland.api.potential;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far an answer may be off, as the potential itself sees it.
 *
 * @param energy standard deviation of the energy in eV
 * @param force expected length of the error of the force on the atom where it is largest, in eV/Å, where that is known
 * @param doubt why the answer is not to be relied on, in a sentence that names the atom; empty for a structure of the kind that
 *     the potential is made for
 */
public record Uncertainty(double energy, OptionalDouble force, Optional<String> doubt) {

    /**
     * An uncertainty of the energy alone.
     *
     * @param energy standard deviation in eV
     * @return the uncertainty
     */
    public static Uncertainty ofEnergy(double energy) {
        return new Uncertainty(energy, OptionalDouble.empty(), Optional.empty());
    }
}
