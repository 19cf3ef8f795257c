package org.lowland.io.format.roundtrip;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lowland.api.InputException;
import org.lowland.io.file.StreamOutput;
import org.lowland.io.format.Feature;
import org.lowland.io.format.Holdings;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;
import org.lowland.io.format.StructureFormat;
import org.lowland.io.format.StructureWriter;

/**
 * A structure written in a format and read again.
 *
 * @param back what came back; empty when the writer refused
 * @param said what was said of losses on both ways
 * @param refusal of the writer
 * @param lost the features that writing named
 */
record Passage(Optional<Structure> back, List<String> said, String refusal, Set<Feature> lost) {

    /** The decimals that a format leaves of coordinates, in Å. */
    static double tolerance(String format) {
        return switch (format) {
            case "pdb" -> 6e-4;
            case "sdf" -> 6e-5;
            default -> 1e-6;
        };
    }

    static Passage through(String id, Structure structure) {
        List<String> said = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StructureWriter writer =
                StructureWriter.over(new StreamOutput(bytes, "bytes"), StructureFormat.byId(id), said::add)) {
            writer.write(structure);
            writer.commit();
        } catch (InputException e) {
            return new Passage(Optional.empty(), said, e.getMessage(), Set.of());
        }
        Set<Feature> lost = EnumSet.noneOf(Feature.class);
        lost.addAll(Holdings.lost(structure, StructureFormat.byId(id)));
        List<Structure> back = read(id, bytes.toByteArray(), said);
        if (back.size() != 1) {
            throw new IllegalStateException(id + ": " + back.size() + " structures came back of one");
        }
        return new Passage(Optional.of(back.get(0)), said, "", lost);
    }

    /** The text of a structure; nothing where the format refuses it. */
    static Optional<String> text(String id, Structure structure) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StructureWriter writer =
                StructureWriter.over(new StreamOutput(bytes, "bytes"), StructureFormat.byId(id), said -> {})) {
            writer.write(structure);
            writer.commit();
            return Optional.of(bytes.toString(StandardCharsets.UTF_8));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    /** What is kept, of what the structure held. */
    Set<Feature> kept(Structure before, String id) {
        return back.map(after -> Survival.kept(before, after, tolerance(id))).orElse(Set.of());
    }

    static List<Structure> read(String id, byte[] bytes, List<String> said) {
        StructureFormat format = StructureFormat.byId(id.equals("v3000") ? "sdf" : id);
        List<Structure> structures = new ArrayList<>();
        if (id.equals("json")) {
            return JsonBack.read(new String(bytes, StandardCharsets.UTF_8));
        }
        try (RecordReader<? extends Structure> reader = open(format, bytes)) {
            while (reader.hasNext()) {
                structures.add(reader.next());
                said.addAll(reader.remarks());
            }
        }
        return structures;
    }

    /** Formats that are no text are read from files. */
    private static RecordReader<? extends Structure> open(StructureFormat format, byte[] bytes) {
        if (format.filing().isEmpty()) {
            return format.read("text", new BufferedReader(new StringReader(new String(bytes, StandardCharsets.UTF_8))));
        }
        try {
            Path file = Files.createTempFile("lowland", ".arrays");
            file.toFile().deleteOnExit();
            return format.open(Files.write(file, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
