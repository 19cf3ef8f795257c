package org.lowland.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lowland.api.potential.Potential;
import org.lowland.cli.batch.EnergyRun;
import org.lowland.cli.batch.Inputs;
import org.lowland.cli.batch.JsonLines;
import org.lowland.cli.batch.Preparation;
import org.lowland.cli.batch.Tally;
import org.lowland.io.format.StructureFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes energies and forces of structures as they are. */
@Command(
        name = "energy",
        description = "Computes the energy, and the forces, of every structure of the inputs.",
        sortOptions = false)
final class EnergyCommand implements Callable<Integer> {
    /** Brings the command. */
    public static final class Provider implements CommandProvider {
        @Override
        public Callable<Integer> command() {
            return new EnergyCommand();
        }
    }

    @Mixin
    private Common common;

    @Mixin
    private LimitOptions limits;

    @Parameters(arity = "1..*", paramLabel = "IN", description = "files of structures (- for standard input)")
    private List<String> inputs = List.of();

    @Mixin
    private BackendOptions backend;

    @Option(names = "--forces", description = "write the forces on all atoms too")
    private boolean forces;

    @Mixin
    private SystemFlags system;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "write a line of JSON for each structure (- for standard output) instead of a table")
    private String json;

    @Option(names = "--from", paramLabel = "FMT", description = "format of the inputs, where their names do not tell")
    private String from;

    @Override
    public Integer call() {
        Preparation preparation = new Preparation(system.options());
        Optional<StructureFormat> given = Optional.ofNullable(from).map(StructureFormat::byId);
        try (JsonLines lines = JsonLines.to(json, common.out());
                Inputs records = new Inputs(inputs, given, common.root().in(), limits.limits());
                Potential potential = backend.create();
                Progress progress = Progress.of("energy", common)) {
            Tally tally = new EnergyRun(
                            potential,
                            preparation,
                            forces,
                            lines,
                            json == null ? Optional.of(common.out()) : Optional.empty(),
                            new CommandReporter(common, progress))
                    .run(records);
            lines.commit();
            common.out().flush();
            return ExitCode.of(tally).code();
        }
    }
}
