package org.lowland.cli;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.lowland.api.molecule.SystemOptions;
import picocli.CommandLine.Option;

/** The options that say of the structures what their files do not: {@code @Mixin private SystemFlags system;}. */
public final class SystemFlags {
    @Option(names = "--charge", paramLabel = "Q", description = "net charge; default the sum of formal charges")
    private Integer charge;

    @Option(
            names = "--multiplicity",
            paramLabel = "M",
            description = "spin multiplicity 2S+1; default the lowest possible")
    private Integer multiplicity;

    /** {@return what was typed, with nothing fixed or constrained} */
    public SystemOptions options() {
        return new SystemOptions(
                charge == null ? OptionalInt.empty() : OptionalInt.of(charge),
                multiplicity == null ? OptionalInt.empty() : OptionalInt.of(multiplicity),
                Set.of(),
                List.of());
    }
}
