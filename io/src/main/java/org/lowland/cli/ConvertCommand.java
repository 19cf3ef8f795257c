package org.lowland.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.lowland.api.InputException;
import org.lowland.api.LowlandException;
import org.lowland.cli.batch.Entry;
import org.lowland.cli.batch.Inputs;
import org.lowland.cli.batch.Preparation;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.Structure;
import org.lowland.io.format.StructureFormat;
import org.lowland.io.format.StructureWriter;
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

    @Mixin
    private Common common;

    @Parameters(
            arity = "0..2",
            paramLabel = "IN OUT",
            description = "the file to read (- for standard input) and the one to write")
    private List<String> files = List.of();

    @Option(names = "--from", paramLabel = "FMT", description = "format of IN, where its name does not tell")
    private String from;

    @Option(names = "--to", paramLabel = "FMT", description = "format of OUT, where its name does not tell")
    private String to;

    @Option(names = "--strict", description = "refuse what the new format cannot hold instead of leaving it out")
    private boolean strict;

    @Option(names = "--list", description = "list the formats")
    private boolean list;

    @Override
    public Integer call() {
        if (list) {
            for (StructureFormat format : StructureFormat.values()) {
                common.out()
                        .printf(
                                "%-8s %-11s %-24s %s%n",
                                format.id(),
                                format.writable() ? "read, write" : "read",
                                "." + String.join(" .", format.extensions()),
                                format.description());
            }
            return ExitCode.OK.code();
        }
        if (files.size() != 2) {
            throw new InputException("'convert' needs two files, IN and OUT; or --list");
        }
        Path target = Path.of(files.get(1));
        StructureFormat format = to == null ? StructureFormat.of(target) : StructureFormat.byId(to);
        Optional<StructureFormat> given = Optional.ofNullable(from).map(StructureFormat::byId);
        Consumer<String> lost = strict ? ConvertCommand::refuse : common::note;
        try (Inputs inputs =
                        new Inputs(List.of(files.get(0)), given, common.root().in());
                StructureWriter writer = StructureWriter.create(target, format, lost)) {
            return convert(inputs, writer, format).code();
        }
    }

    private ExitCode convert(Inputs inputs, StructureWriter writer, StructureFormat format) {
        ExitCode code = ExitCode.OK;
        boolean readable = false;
        int written = 0;
        while (inputs.hasNext()) {
            Entry entry = inputs.next();
            readable |= entry.isReadable();
            try {
                writer.write(ready(entry, entry.structure(), format));
                written++;
            } catch (LowlandException e) {
                common.problem(entry.located(e.getMessage()), e);
                code = ExitCode.FAILED;
            }
        }
        if (written == 0) {
            common.problem("no record could be converted; nothing is written");
            return readable ? ExitCode.FAILED : ExitCode.UNUSABLE;
        }
        writer.commit();
        common.note(written + (written == 1 ? " structure" : " structures") + " written");
        return code;
    }

    /** Flat drawings may stay flat in SDF; everything else needs coordinates in space. */
    private Structure ready(Entry entry, Structure structure, StructureFormat format) {
        boolean flat = structure instanceof MoleculeRecord molecule
                && molecule.source().isPresent();
        if (structure instanceof LabelledFrame || flat && format == StructureFormat.SDF) {
            return structure;
        }
        return Preparation.inSpace((MoleculeRecord) structure, what -> common.note(entry.located(what)));
    }

    private static void refuse(String what) {
        throw new InputException(what + "; leave --strict out to accept that");
    }
}
