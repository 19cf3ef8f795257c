package org.lowland.io.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lowland.api.InputException;
import org.lowland.io.dataset.DataSetOptions;
import org.lowland.io.dataset.DataSetReader;
import org.lowland.io.file.Limits;
import org.lowland.io.file.TextFiles;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;
import org.lowland.io.format.StructureFormat;

/**
 * What a fuzzer calls: reads bytes as one format, given by the system property {@code lowland.fuzz.reader}. Whatever the
 * bytes are, a reader gives records or an {@link InputException} with a message, and comes to an end.
 */
public final class ReaderTarget {
    /** The readers of our own, and the endings of their samples. */
    static final Map<String, String> READERS = Map.ofEntries(
            Map.entry("sdf", ".sdf"),
            Map.entry("xyz", ".xyz"),
            Map.entry("smiles", ".smi"),
            Map.entry("inchi", ".inchi"),
            Map.entry("mol2", ".mol2"),
            Map.entry("cml", ".cml"),
            Map.entry("pdb", ".pdb"),
            Map.entry("cif", ".cif"),
            Map.entry("poscar", ".poscar"),
            Map.entry("xsf", ".xsf"),
            Map.entry("coord", ".coord"),
            Map.entry("orca", ".orca"),
            Map.entry("gaussian", ".gaussian"),
            Map.entry("nwchem", ".nwchem"),
            Map.entry("npz", ".npz"));

    static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final Limits LIMITS = Limits.standard()
            .withLine(1 << 18)
            .withRecord(1 << 20)
            .withAtoms(5000)
            .withArray(1 << 22);
    private static final int MOST_RECORDS = 100_000;

    private ReaderTarget() {}

    /**
     * Reads the samples once before the clock of an input runs: what is loaded and instrumented for the first takes seconds.
     * The name is the one that Jazzer looks for.
     *
     * @throws IOException when a sample cannot be read
     */
    public static void fuzzerInitialize() throws IOException {
        String reader = System.getProperty("lowland.fuzz.reader");
        for (Path sample : samples(reader)) {
            read(reader, Files.readAllBytes(sample));
        }
    }

    /**
     * Reads some bytes; the name is the one that Jazzer looks for.
     *
     * @param data anything
     */
    public static void fuzzerTestOneInput(byte[] data) {
        read(System.getProperty("lowland.fuzz.reader"), data);
    }

    /** Reads all records; how many there were. Everything but an InputException is a finding. */
    static int read(String reader, byte[] data) {
        int records = 0;
        try {
            if (reader.equals("npz")) {
                return dataSet(data, READERS.get(reader));
            }
            try (RecordReader<? extends Structure> open = StructureFormat.byId(reader)
                    .read("in", TextFiles.reader(new ByteArrayInputStream(data), "in", LIMITS))) {
                int seen = 0;
                while (open.hasNext()) {
                    if (++seen > MOST_RECORDS) {
                        throw new AssertionError("there is no end to the records");
                    }
                    try {
                        requireSound(open.next());
                        records++;
                    } catch (InputException e) {
                        requireMessage(e);
                    }
                }
            }
        } catch (InputException e) {
            requireMessage(e);
        }
        return records;
    }

    private static int dataSet(byte[] data, String ending) {
        Path file = Path.of(
                System.getProperty("java.io.tmpdir"),
                "fuzz-" + ProcessHandle.current().pid() + ending);
        try {
            Files.write(file, data);
            int[] samples = {0};
            DataSetReader.read(file, DataSetOptions.defaults().within(LIMITS), sample -> samples[0]++);
            return samples[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireSound(Structure structure) {
        if (structure.atoms() < 0 || structure.title() == null) {
            throw new AssertionError("a record without title or atoms");
        }
    }

    private static void requireMessage(InputException e) {
        if (e.getMessage() == null || e.getMessage().isBlank()) {
            throw new AssertionError("no message", e);
        }
    }

    /** Files of a reader's formats that can be read. */
    static List<Path> samples(String reader) {
        List<Path> samples = new ArrayList<>();
        try (Stream<Path> all = Files.list(SAMPLES)) {
            all.filter(file -> file.toString().endsWith(READERS.get(reader)))
                    .sorted()
                    .forEach(samples::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return samples;
    }
}
