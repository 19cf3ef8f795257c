package org.lowland.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lowland.api.InputException;
import org.lowland.api.molecule.SystemOptions;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.potential.Potential;
import org.lowland.cli.batch.Inputs;
import org.lowland.cli.batch.JsonLines;
import org.lowland.cli.batch.OptimizationRun;
import org.lowland.cli.batch.Outputs;
import org.lowland.cli.batch.Preparation;
import org.lowland.cli.batch.ReportHeaders;
import org.lowland.cli.batch.StoredResults;
import org.lowland.cli.batch.Tally;
import org.lowland.io.format.StructureFormat;
import org.lowland.io.report.OptimizationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Relaxes structures, or searches for the lowest ones. */
@Command(
        name = "optimize",
        description = "Relaxes every structure of the inputs, or searches for structures of lower energy.",
        sortOptions = false)
final class OptimizeCommand implements Callable<Integer> {
    /** Brings the command. */
    public static final class Provider implements CommandProvider {
        @Override
        public Callable<Integer> command() {
            return new OptimizeCommand();
        }
    }

    @Mixin
    private Common common;

    @Mixin
    private LimitOptions limits;

    @Parameters(arity = "1..*", paramLabel = "IN", description = "files of structures (- for standard input)")
    private List<String> inputs = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "the file to write: .sdf, .xyz, .cif and others with coordinates, also with .gz")
    private Path output;

    @Mixin
    private BackendOptions backend;

    @Mixin
    private OptimizerOptions optimizer;

    @Mixin
    private SystemFlags system;

    @Mixin
    private HoldFlags held;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "structures optimized in parallel; default all processors, 1 on a GPU")
    private Integer threads;

    @Option(
            names = "--trajectory",
            paramLabel = "FILE",
            description = "write all accepted structures with energies and forces as extended XYZ, also .gz")
    private Path trajectory;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "write a page about the run: curves, settings, the potential's card, a table (.html)")
    private Path report;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "write a line of JSON for each result (- for standard output)")
    private String json;

    @Option(
            names = "--store",
            paramLabel = "DB",
            description = "keep every finished structure at once, with energy, forces and where they come from, in a"
                    + " store: NAME.mv.db or a JDBC URL; what the same command has finished before is taken from there")
    private String store;

    @Option(names = "--from", paramLabel = "FMT", description = "format of the inputs, where their names do not tell")
    private String from;

    @Override
    public Integer call() {
        GeometryOptimizer chosen = optimizer.create();
        OptimizationOptions options = optimizer.limits(trajectory != null);
        SystemOptions given = held.addTo(system.options());
        Preparation preparation = new Preparation(given);
        Optional<StructureFormat> format = Optional.ofNullable(from).map(StructureFormat::byId);
        try (Potential potential = backend.create();
                StoreOption kept = new StoreOption(store, backend, optimizer);
                Inputs records = new Inputs(inputs, format, common.root().in(), limits.limits());
                JsonLines lines = JsonLines.to(json, common.out())) {
            OptimizationRun.Plan plan = new OptimizationRun.Plan(
                    chosen, potential, options, optimizer.seeds(), threads(potential), preparation);
            try (Outputs outputs = Outputs.create(output, trajectory, lines, report(plan), common::note)) {
                Optional<StoredResults> results = kept.results(plan, given);
                Tally tally = run(plan, outputs, records, results);
                outputs.commit(tally.written() > 0);
                results.filter(any -> any.found() > 0)
                        .ifPresent(any -> common.note(any.found() + " of them were in the store already"));
                common.note(tally + (tally.written() > 0 ? "; written to " + output : "; nothing is written"));
                return ExitCode.of(tally).code();
            }
        }
    }

    private Optional<OptimizationReport> report(OptimizationRun.Plan plan) {
        return Optional.ofNullable(report)
                .map(file -> OptimizationReport.create(
                        file,
                        ReportHeaders.of(inputs, common.typed(), new Version().getVersion()[0], plan, backend.card())));
    }

    private Tally run(OptimizationRun.Plan plan, Outputs outputs, Inputs records, Optional<StoredResults> results) {
        try (Progress progress = Progress.of("optimize", common)) {
            return new OptimizationRun(plan, outputs, new CommandReporter(common, progress), results).run(records);
        }
    }

    private int threads(Potential potential) {
        if (threads == null) {
            return potential.batching().threads();
        }
        if (threads < 1) {
            throw new InputException("--threads is " + threads + "; give 1 or more");
        }
        return threads;
    }
}
