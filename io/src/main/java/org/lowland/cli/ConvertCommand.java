package org.lowland.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lowland.api.InputException;
import org.lowland.api.LowlandException;
import org.lowland.cli.batch.Entry;
import org.lowland.cli.batch.Inputs;
import org.lowland.io.dataset.ArrayFormats;
import org.lowland.io.dataset.LabelUnits;
import org.lowland.io.file.Output;
import org.lowland.io.file.StreamOutput;
import org.lowland.io.file.WholeFile;
import org.lowland.io.format.StructureFormat;
import org.lowland.io.store.StoreLocation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes structures in another format. */
@Command(name = "convert", description = "Writes the structures of a file in another format.", sortOptions = false)
final class ConvertCommand implements Callable<Integer> {
    /** Brings the command. */
    public static final class Provider implements CommandProvider {
        @Override
        public Callable<Integer> command() {
            return new ConvertCommand();
        }
    }

    private static final String STANDARD = "-";

    @Mixin
    private Common common;

    @Mixin
    private CellOptions cells;

    @Mixin
    private LimitOptions limits;

    @Parameters(
            arity = "0..2",
            paramLabel = "IN OUT",
            description = "the file to read (- for standard input) and the one to write (- for standard output); either"
                    + " may be a store of structures, NAME.mv.db or a JDBC URL")
    private List<String> files = List.of();

    @Option(
            names = "--from",
            paramLabel = "FMT",
            description = "format of IN, where neither its content nor its name tells")
    private String from;

    @Option(
            names = "--units",
            paramLabel = "U",
            description =
                    "what the numbers of an NPZ or HDF5 file IN are in: eV, kcal/mol, kJ/mol, hartree (all with Å)"
                            + " or atomic (Hartree and bohr); default kcal/mol for NPZ, hartree for HDF5")
    private String units;

    @Option(names = "--to", paramLabel = "FMT", description = "format of OUT, where its name does not tell")
    private String to;

    @Option(
            names = "--charge",
            paramLabel = "Q",
            description = "net charge, where bonds are to be found in a geometry; default what the input says, or what"
                    + " the bonds go with")
    private Integer charge;

    @Option(
            names = "--strict",
            description = "stop at the first record that is broken, ambiguous or more than the new format can hold, and"
                    + " write nothing")
    private boolean strict;

    @Option(names = "--list", description = "list the formats, what they carry and who reads them")
    private boolean list;

    @Override
    public Integer call() {
        if (list) {
            FormatTable.print(common.out());
            return ExitCode.OK.code();
        }
        if (files.size() != 2) {
            throw new InputException("'convert' needs two files, IN and OUT; or --list");
        }
        String target = files.get(1);
        Optional<StructureFormat> given = source(files.get(0));
        LossReport losses = new LossReport(common::note);
        try (Inputs inputs =
                        new Inputs(List.of(files.get(0)), given, common.root().in(), limits.limits());
                ConversionTarget conversions = begin(target, losses);
                Progress progress = Progress.of("convert", common)) {
            return convert(inputs, conversions, losses, progress).code();
        }
    }

    private ConversionTarget begin(String target, LossReport losses) {
        if (StoreLocation.isStore(target)) {
            if (to != null || charge != null) {
                throw new InputException("a store takes structures as they are; leave --to and --charge out");
            }
            return new StoreImport(StoreLocation.parse(target), strict, cells.change(limits.limits()), losses, common);
        }
        StructureFormat format = target(target);
        format.requireWritable(target);
        Output output = target.equals(STANDARD)
                ? new StreamOutput(common.root().out(), "standard output")
                : WholeFile.create(Path.of(target));
        return new Conversions(output, format, charge, losses, strict, cells.change(limits.limits()));
    }

    /** The format of the input where something was said of it. */
    private Optional<StructureFormat> source(String file) {
        Optional<StructureFormat> given = Optional.ofNullable(from).map(StructureFormat::byId);
        if (units == null) {
            return given;
        }
        StructureFormat format = given.orElseGet(() -> StructureFormat.of(Path.of(file)));
        return Optional.of(ArrayFormats.in(format, LabelUnits.of(units)));
    }

    private StructureFormat target(String target) {
        if (to != null) {
            return StructureFormat.byId(to);
        }
        if (target.equals(STANDARD)) {
            throw new InputException("standard output has no name that tells its format; give it with --to");
        }
        return StructureFormat.of(Path.of(target));
    }

    private ExitCode convert(Inputs inputs, ConversionTarget conversions, LossReport losses, Progress progress) {
        ExitCode code = ExitCode.OK;
        boolean readable = false;
        int written = 0;
        while (inputs.hasNext()) {
            Entry entry = inputs.next();
            readable |= entry.isReadable();
            try {
                conversions.write(entry);
                written++;
            } catch (LowlandException e) {
                common.problem(entry.located(e.getMessage()), e);
                code = ExitCode.FAILED;
                if (strict) {
                    common.problem("stopped there (--strict); nothing is written");
                    return readable ? ExitCode.FAILED : ExitCode.UNUSABLE;
                }
            }
            progress.step();
        }
        if (written == 0) {
            common.problem("no record could be converted; nothing is written");
            return readable ? ExitCode.FAILED : ExitCode.UNUSABLE;
        }
        conversions.commit();
        losses.summarize(written);
        common.note(written + (written == 1 ? " structure" : " structures") + " written");
        return code;
    }
}
