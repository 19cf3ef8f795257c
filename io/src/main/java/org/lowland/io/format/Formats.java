package org.lowland.io.format;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.lowland.api.InputException;
import org.lowland.io.file.Limits;
import org.lowland.io.file.TextFiles;

/** All formats that there are. Immutable and thread-safe. */
public final class Formats {
    private final List<StructureFormat> formats;

    private Formats(List<StructureFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /** Found once: they are the same for all who ask. */
    private static final class Holder {
        private static final Formats ALL = load();

        private static Formats load() {
            List<StructureFormat> found = new ArrayList<>();
            List<FormatProvider> providers = new ArrayList<>();
            providers.add(new StandardFormats());
            ServiceLoader.load(FormatProvider.class, Formats.class.getClassLoader())
                    .forEach(providers::add);
            for (FormatProvider provider : providers) {
                for (StructureFormat format : provider.formats()) {
                    if (found.stream().noneMatch(known -> known.id().equals(format.id()))) {
                        found.add(format);
                    }
                }
            }
            return new Formats(found);
        }
    }

    /** {@return the formats of this library and of all services on the class path} */
    public static Formats all() {
        return Holder.ALL;
    }

    /** {@return every format, also those that are not available here} */
    public List<StructureFormat> list() {
        return formats;
    }

    /**
     * The format of an id.
     *
     * @param id as typed
     * @return the format
     * @throws InputException when there is none, with the list of the known ones
     */
    public StructureFormat byId(String id) {
        String wanted = id.toLowerCase(Locale.ROOT);
        return formats.stream()
                .filter(format -> format.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InputException("There is no format '" + id + "'; known: "
                        + formats.stream().map(StructureFormat::id).collect(Collectors.joining(", "))));
    }

    /**
     * The format that a file's name means.
     *
     * @param file its name; a final {@code .gz} does not count
     * @return the format
     * @throws InputException when the name tells none, with the list of the known endings
     */
    public StructureFormat ofName(Path file) {
        return named(file)
                .orElseThrow(() -> new InputException(file + ": the name tells no format; known: "
                        + formats.stream()
                                .flatMap(format -> format.endings().stream())
                                .distinct()
                                .map(known -> "." + known)
                                .collect(Collectors.joining(", "))
                        + " and POSCAR, each also with .gz"));
    }

    /**
     * Opens a file: what it holds decides about its format, then its name.
     *
     * @param file plain or compressed
     * @return a reader before the first record
     * @throws InputException when the file is not there, cannot be read or is empty, or its format is not known
     */
    public RecordReader<? extends Structure> open(Path file) {
        return open(file, Limits.standard());
    }

    /**
     * Opens a file within limits: what it holds decides about its format, then its name.
     *
     * @param file plain or compressed
     * @param limits what is taken of it
     * @return a reader before the first record
     * @throws InputException when the file is not there, cannot be read or is empty, or its format is not known
     */
    public RecordReader<? extends Structure> open(Path file, Limits limits) {
        Optional<StructureFormat> meant = named(file);
        Optional<StructureFormat> binary = begun(TextFiles.beginning(file));
        if (binary.isPresent()) {
            return binary.get().open(file, limits);
        }
        BufferedReader text = TextFiles.reader(file, limits);
        return detected(Head.of(text, file.toString()))
                .or(() -> meant)
                .orElseGet(() -> ofName(file))
                .read(file.toString(), text);
    }

    /**
     * Reads text whose format nothing but its content tells.
     *
     * @param source for messages
     * @param text closed with the reader
     * @return a reader before the first record
     * @throws InputException when the content is not known
     */
    public RecordReader<? extends Structure> read(String source, BufferedReader text) {
        return detected(Head.of(text, source))
                .orElseThrow(() ->
                        new InputException(source + ": the content tells no format; give it with --from, as listed by"
                                + " 'lowland convert --list'"))
                .read(source, text);
    }

    /**
     * The format that content is of.
     *
     * @param head its beginning
     * @return the format; empty when it looks like none
     */
    public Optional<StructureFormat> detected(Head head) {
        return formats.stream()
                .filter(format ->
                        format.reading().isPresent() && format.signature().test(head))
                .findFirst();
    }

    /** The format whose files, which are no text, begin so. */
    private Optional<StructureFormat> begun(byte[] beginning) {
        return formats.stream()
                .filter(format -> format.filing()
                        .filter(filing -> filing.begins(beginning))
                        .isPresent())
                .findFirst();
    }

    private Optional<StructureFormat> named(Path file) {
        String name = TextFiles.plainName(file);
        String ending = name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
        return formats.stream()
                .filter(format -> format.endings().contains(ending))
                .findFirst()
                .or(() -> formats.stream()
                        .filter(format -> format.fileNames().stream().anyMatch(known -> isOrBegins(name, known)))
                        .findFirst());
    }

    private static boolean isOrBegins(String name, String known) {
        return name.startsWith(known)
                && (name.length() == known.length() || ".-_".indexOf(name.charAt(known.length())) >= 0);
    }
}
