package org.lowland.jmol.verb;

import java.nio.file.Path;
import org.lowland.api.InputException;
import org.lowland.io.format.StructureFormat;
import org.lowland.io.format.StructureWriter;
import org.lowland.io.jmol.JmolModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The model as a file. */
@Command(
        name = "convert",
        aliases = "write",
        description = "Writes the model in any format of 'lowland convert', with all that the format carries.",
        sortOptions = false)
final class ConvertVerb implements Verb {
    @Parameters(paramLabel = "OUT", description = "the file to write: .sdf, .xyz, .cif and others, also with .gz")
    private String file;

    @Option(names = "--to", paramLabel = "FMT", description = "format of OUT, where its name does not tell")
    private String to;

    @Option(names = "--strict", description = "refuse what the format cannot hold instead of leaving it out")
    private boolean strict;

    @Mixin
    private ModelOption model;

    @Override
    public Answer run(Scene scene) {
        JmolModel read = model.read(scene.viewer());
        Path target = scene.file(file);
        StructureFormat format = to == null ? StructureFormat.of(target) : StructureFormat.byId(to);
        try (StructureWriter writer = StructureWriter.create(target, format, what -> lost(what, scene))) {
            writer.write(read.structure());
            writer.commit();
        }
        return new Answer()
                .with("file", target.toString())
                .with("format", format.id())
                .with("atoms", read.size());
    }

    private void lost(String what, Scene scene) {
        if (strict) {
            throw new InputException(what);
        }
        scene.say("lowland: " + what);
    }
}
