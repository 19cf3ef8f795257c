package org.lowland.cli;

import java.util.List;
import org.lowland.api.constraint.Constraint;
import org.lowland.api.molecule.SystemOptions;
import org.lowland.cli.batch.AtomList;
import picocli.CommandLine.Option;

/** The options that hold atoms and coordinates while the rest relaxes: {@code @Mixin private HoldFlags held;}. */
public final class HoldFlags {
    @Option(names = "--fix", paramLabel = "ATOMS", description = "atoms held in place in every structure, as in 1,4-7")
    private String fixed;

    @Option(
            names = "--constrain",
            paramLabel = "WHAT",
            description = "a coordinate held in every structure, as in 'torsion 1 2 3 4 = 60', 'angle 1 2 3 = 109.5' or"
                    + " 'distance 1 2 = 1.5', in degrees and Å, atoms counted from 1; without '= value' at what it is;"
                    + " may be repeated")
    private List<String> constraints = List.of();

    /**
     * Adds what is held.
     *
     * @param options all else that is known of the structures
     * @return the same with the atoms and coordinates that were typed
     * @throws org.lowland.api.InputException when one of them is not written as it should be
     */
    public SystemOptions addTo(SystemOptions options) {
        SystemOptions constrained = options.withConstraints(
                constraints.stream().map(Constraint::parse).toList());
        return fixed == null ? constrained : constrained.withFixed(AtomList.parse(fixed));
    }
}
