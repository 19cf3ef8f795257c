package org.lowland.io.format;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Describes a format step by step. Confined to one thread. */
public final class FormatBuilder {
    private final String id;
    private final String name;
    private final String description;
    private List<String> endings = List.of();
    private List<String> fileNames = List.of();
    private final Set<Feature> features = EnumSet.noneOf(Feature.class);
    private Library library = Library.OWN;
    private boolean available = true;
    private StructureFormat.Reading reading;
    private StructureFormat.Filing filing;
    private StructureFormat.Writing writing;
    private Predicate<Head> signature = head -> false;

    FormatBuilder(String id, String name, String description) {
        this.id = id;
        this.name = name;
        this.description = description;
    }

    /**
     * Endings of file names.
     *
     * @param values without a dot, in lower case
     * @return this
     */
    public FormatBuilder endings(String... values) {
        endings = List.of(values);
        return this;
    }

    /**
     * Whole file names.
     *
     * @param values in lower case
     * @return this
     */
    public FormatBuilder fileNames(String... values) {
        fileNames = List.of(values);
        return this;
    }

    /**
     * What it carries.
     *
     * @param values added to those before
     * @return this
     */
    public FormatBuilder carries(Feature... values) {
        features.addAll(List.of(values));
        return this;
    }

    /**
     * Whose code serves it, if it is not our own.
     *
     * @param value the library
     * @param isThere whether it is on the class path
     * @return this
     */
    public FormatBuilder by(Library value, boolean isThere) {
        library = value;
        available = isThere;
        return this;
    }

    /**
     * How it is read.
     *
     * @param value makes readers
     * @return this
     */
    public FormatBuilder reading(StructureFormat.Reading value) {
        reading = value;
        return this;
    }

    /**
     * How it is read where it is no text.
     *
     * @param value opens files
     * @return this
     */
    public FormatBuilder filing(StructureFormat.Filing value) {
        filing = value;
        return this;
    }

    /**
     * How it is written.
     *
     * @param value makes writers
     * @return this
     */
    public FormatBuilder writing(StructureFormat.Writing value) {
        writing = value;
        return this;
    }

    /**
     * How its content is known.
     *
     * @param value true for the beginning of such a file, and for no other
     * @return this
     */
    public FormatBuilder knownBy(Predicate<Head> value) {
        signature = value;
        return this;
    }

    /** {@return the format} */
    public StructureFormat build() {
        return new StructureFormat(
                id,
                name,
                description,
                endings,
                fileNames,
                features,
                library,
                available,
                Optional.ofNullable(reading),
                Optional.ofNullable(filing),
                Optional.ofNullable(writing),
                signature);
    }
}
