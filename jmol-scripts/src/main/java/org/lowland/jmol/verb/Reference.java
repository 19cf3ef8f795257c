package org.lowland.jmol.verb;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says what energies are given relative to: {@code @Mixin private Reference reference;}. */
final class Reference {
    @Option(
            names = "--reference",
            paramLabel = "E",
            description = "give the energy also relative to this one in eV, as relative_eV: take the exact_energy_eV of"
                    + " another answer, since Jmol's numbers have seven digits only")
    private Double energy;

    /** {@return the energy in eV, where one was given} */
    Optional<Double> energy() {
        return Optional.ofNullable(energy);
    }
}
