package org.lowland.cli;

import java.util.OptionalInt;
import java.util.Set;
import org.lowland.cli.batch.AtomList;
import org.lowland.cli.batch.Preparation;
import picocli.CommandLine.Option;

/** The options that say of the structures what their files do not. */
final class SystemFlags {
    @Option(names = "--charge", paramLabel = "Q", description = "net charge; default the sum of formal charges")
    private Integer charge;

    @Option(
            names = "--multiplicity",
            paramLabel = "M",
            description = "spin multiplicity 2S+1; default the lowest possible")
    private Integer multiplicity;

    /** How records are prepared, with atoms held in place or none. */
    Preparation preparation(String fixed) {
        return new Preparation(
                charge == null ? OptionalInt.empty() : OptionalInt.of(charge),
                multiplicity == null ? OptionalInt.empty() : OptionalInt.of(multiplicity),
                fixed == null ? Set.of() : AtomList.parse(fixed));
    }
}
