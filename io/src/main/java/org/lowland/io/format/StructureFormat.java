package org.lowland.io.format;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lowland.api.InputException;
import org.lowland.api.UnsupportedException;
import org.lowland.io.file.Limits;
import org.lowland.io.file.Output;
import org.lowland.io.file.TextFiles;

/**
 * A format of files: what it is called, what it carries and who reads and writes it. Immutable; its readers and writers
 * are confined to one thread each.
 *
 * @param id by which it is asked for
 * @param name by which messages call it
 * @param description one line for lists
 * @param endings of file names that mean it, without a dot and in lower case
 * @param fileNames whole names, or the first part of names before a dot, a dash or an underscore, in lower case
 * @param features what it carries
 * @param library whose code reads it
 * @param available whether that library is there
 * @param reading makes readers; empty for a format that is only written
 * @param filing reads files that are no text; empty for a format of text
 * @param writing makes writers; empty for a format that is only read
 * @param signature whether a file begins as one of this format does; no other kind of text may be taken for it
 */
public record StructureFormat(
        String id,
        String name,
        String description,
        List<String> endings,
        List<String> fileNames,
        Set<Feature> features,
        Library library,
        boolean available,
        Optional<Reading> reading,
        Optional<Filing> filing,
        Optional<Writing> writing,
        Predicate<Head> signature) {

    /** Makes readers. */
    @FunctionalInterface
    public interface Reading {
        /**
         * Reads text.
         *
         * @param name for messages
         * @param text closed with the reader
         * @return a reader before the first record
         */
        RecordReader<? extends Structure> open(String name, BufferedReader text);
    }

    /** Reads files that are no text. Thread-safe. */
    public interface Filing {
        /**
         * Whether a file is one of these.
         *
         * @param beginning the first bytes of the file, eight at most
         * @return true when no other format begins so
         */
        boolean begins(byte[] beginning);

        /**
         * Opens a file.
         *
         * @param file not compressed
         * @param limits what is taken of it
         * @return a reader before the first record
         * @throws InputException when it cannot be read
         */
        RecordReader<? extends Structure> open(Path file, Limits limits);
    }

    /** Makes writers. */
    @FunctionalInterface
    public interface Writing {
        /**
         * Begins content.
         *
         * @param output where it goes; committed and closed by the caller
         * @return what appends structures to it
         */
        RecordAppender begin(Output output);
    }

    public StructureFormat {
        endings = List.copyOf(endings);
        fileNames = List.copyOf(fileNames);
        features = Set.copyOf(features);
        Objects.requireNonNull(library);
        Objects.requireNonNull(signature);
    }

    /**
     * Begins the description of a format.
     *
     * @param id by which it is asked for
     * @param name by which messages call it
     * @param description one line for lists
     * @return a builder
     */
    public static FormatBuilder builder(String id, String name, String description) {
        return new FormatBuilder(id, name, description);
    }

    /** {@return whether it can be written, here and now} */
    public boolean writable() {
        return available && writing.isPresent();
    }

    /** {@return whether it can be read, here and now} */
    public boolean readable() {
        return available && (reading.isPresent() || filing.isPresent());
    }

    /**
     * Whether it can carry something.
     *
     * @param feature what
     * @return true when it has a place for that
     */
    public boolean carries(Feature feature) {
        return features.contains(feature);
    }

    /** {@return whether its records are molecules, so that frames of atoms need bonds before they can be written} */
    public boolean isOfMolecules() {
        return carries(Feature.BONDS) && !carries(Feature.UNIT_CELL);
    }

    /** {@return whether its records are bare atoms, so that molecules leave their bonds behind} */
    public boolean isOfAtoms() {
        return !carries(Feature.BONDS);
    }

    /** {@return all that it carries, in the order of {@link Feature}} */
    public Set<Feature> orderedFeatures() {
        Set<Feature> ordered = EnumSet.noneOf(Feature.class);
        ordered.addAll(features);
        return ordered;
    }

    /**
     * The format that a file's name means.
     *
     * @param file its name; a final {@code .gz} does not count
     * @return the format
     * @throws InputException when the name tells none, with the list of the known endings
     */
    public static StructureFormat of(Path file) {
        return Formats.all().ofName(file);
    }

    /**
     * The format of an id.
     *
     * @param id as typed
     * @return the format
     * @throws InputException when there is none, with the list of the known ones
     */
    public static StructureFormat byId(String id) {
        return Formats.all().byId(id);
    }

    /**
     * Opens a file of this format.
     *
     * @param file plain or compressed
     * @return a reader before the first record
     * @throws InputException when the file is not there, cannot be read or is empty
     * @throws UnsupportedException when this format is not read, or not here
     */
    public RecordReader<? extends Structure> open(Path file) {
        return open(file, Limits.standard());
    }

    /**
     * Opens a file of this format within limits.
     *
     * @param file plain or compressed
     * @param limits what is taken of it
     * @return a reader before the first record
     * @throws InputException when the file is not there, cannot be read or is empty
     * @throws UnsupportedException when this format is not read, or not here
     */
    public RecordReader<? extends Structure> open(Path file, Limits limits) {
        requireReadable(file.toString());
        return filing.isPresent()
                ? filing.get().open(file, limits)
                : read(file.toString(), TextFiles.reader(file, limits));
    }

    /**
     * Reads text of this format.
     *
     * @param source for messages
     * @param text closed with the reader
     * @return a reader before the first record
     * @throws UnsupportedException when this format is not read, or not here
     */
    public RecordReader<? extends Structure> read(String source, BufferedReader text) {
        requireReadable(source);
        return reading.orElseThrow(() -> new InputException(source + ": " + name
                        + " is read from a file that is not compressed; write it to one, and give its name"))
                .open(source, text);
    }

    private void requireReadable(String source) {
        requireAvailable(source);
        if (reading.isEmpty() && filing.isEmpty()) {
            throw new InputException(source + ": " + name + " is written, not read; 'lowland convert --list' shows the"
                    + " formats that are read");
        }
    }

    /**
     * Refuses to write where that cannot be.
     *
     * @param target for messages
     * @throws InputException when this format is not written
     * @throws UnsupportedException when its library is missing
     */
    public void requireWritable(String target) {
        requireAvailable(target);
        if (writing.isEmpty()) {
            throw new InputException(target + ": " + name + " is read, not written; 'lowland convert --list' shows the"
                    + " formats that are written");
        }
    }

    private void requireAvailable(String target) {
        if (!available) {
            throw new UnsupportedException(target + ": " + name + " is served by " + library.words()
                    + ", which is not on the class path; add it");
        }
    }
}
