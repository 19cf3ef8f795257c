package org.lowland.io.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.lowland.api.InputException;
import org.lowland.io.file.TextFiles;

/** An {@code .npz}: arrays by name, as {@code numpy.savez} and {@code numpy.savez_compressed} write them. */
final class NumpyArchive implements AutoCloseable {
    private static final String ENDING = ".npy";

    private final Path file;
    private final ZipFile zip;

    private NumpyArchive(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    static NumpyArchive open(Path file) {
        try {
            return new NumpyArchive(file, new ZipFile(file.toFile()));
        } catch (ZipException e) {
            throw new InputException(
                    file + ": this is no whole NumPy archive (" + e.getMessage()
                            + "); write it with numpy.savez, or fetch it again",
                    e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read (" + TextFiles.reason(e) + ")", e);
        }
    }

    /** The names of the arrays. */
    List<String> names() {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .toList();
    }

    /** The first array that has one of the names. */
    Optional<NpyArray> find(List<String> names) {
        for (String name : names) {
            ZipEntry entry = zip.getEntry(name + ENDING);
            if (entry != null) {
                return Optional.of(read(name, entry));
            }
        }
        return Optional.empty();
    }

    private NpyArray read(String name, ZipEntry entry) {
        String place = file + ": array '" + name + "'";
        try (InputStream in = zip.getInputStream(entry)) {
            return NpyArray.read(place, in.readAllBytes());
        } catch (IOException e) {
            throw new InputException(place + ": cannot be read (" + TextFiles.reason(e) + "); the file is damaged", e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new InputException(file + ": cannot be closed (" + TextFiles.reason(e) + ")", e);
        }
    }
}
