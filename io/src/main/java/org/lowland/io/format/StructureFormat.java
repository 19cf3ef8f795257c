package org.lowland.io.format;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.lowland.api.InputException;
import org.lowland.io.file.TextFiles;

/** The formats that structures are read and written in. */
public enum StructureFormat {
    /** MDL's files of molecules. */
    SDF("sdf", List.of("sdf", "sd", "mol", "mdl"), "SDF and MOL files, V2000 and V3000, with data items", true),
    /** Plain and extended XYZ. */
    XYZ(
            "xyz",
            List.of("xyz", "extxyz"),
            "XYZ and extended XYZ with cell, energy, forces, charge and other properties",
            true),
    /** One SMILES a line. */
    SMILES(
            "smiles",
            List.of("smi", "smiles"),
            "SMILES with titles; hydrogens are added and 3D coordinates built",
            false);

    private final String id;
    private final List<String> extensions;
    private final String description;
    private final boolean writable;

    StructureFormat(String id, List<String> extensions, String description, boolean writable) {
        this.id = id;
        this.extensions = extensions;
        this.description = description;
        this.writable = writable;
    }

    /** {@return the name by which it is asked for} */
    public String id() {
        return id;
    }

    /** {@return the endings of file names that mean it, without a dot} */
    public List<String> extensions() {
        return extensions;
    }

    /** {@return one line for lists} */
    public String description() {
        return description;
    }

    /** {@return whether it can be written too} */
    public boolean writable() {
        return writable;
    }

    /**
     * The format that a file's name means.
     *
     * @param file its name; a final {@code .gz} does not count
     * @return the format
     * @throws InputException when the ending is not known, with the list of the known ones
     */
    public static StructureFormat of(Path file) {
        String name = TextFiles.plainName(file);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(format -> name.contains(".") && format.extensions.contains(extension))
                .findFirst()
                .orElseThrow(() -> new InputException(file + ": the ending of the name tells no format; known: "
                        + Arrays.stream(values())
                                .flatMap(format -> format.extensions.stream())
                                .map(known -> "." + known)
                                .collect(Collectors.joining(", "))
                        + ", each also with .gz"));
    }

    /**
     * The format of an id.
     *
     * @param id as typed
     * @return the format
     * @throws InputException when there is none, with the list of the known ones
     */
    public static StructureFormat byId(String id) {
        return Arrays.stream(values())
                .filter(format -> format.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException("There is no format '" + id + "'; known: "
                        + Arrays.stream(values()).map(StructureFormat::id).collect(Collectors.joining(", "))));
    }

    /**
     * Opens a file of this format.
     *
     * @param file plain or compressed
     * @return a reader before the first record
     * @throws InputException when the file is not there, cannot be read or is empty
     */
    public RecordReader<? extends Structure> open(Path file) {
        return read(file.toString(), TextFiles.reader(file));
    }

    /**
     * Reads text of this format.
     *
     * @param name for messages
     * @param text closed with the reader
     * @return a reader before the first record
     */
    public RecordReader<? extends Structure> read(String name, BufferedReader text) {
        return switch (this) {
            case SDF -> SdfReader.of(name, text);
            case XYZ -> XyzReader.of(name, text);
            case SMILES -> SmilesReader.of(name, text);
        };
    }
}
