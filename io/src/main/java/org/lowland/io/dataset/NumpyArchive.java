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
import org.lowland.io.file.Limits;
import org.lowland.io.file.TextFiles;

/** An {@code .npz}: arrays by name, as {@code numpy.savez} and {@code numpy.savez_compressed} write them. */
final class NumpyArchive implements AutoCloseable {
    private static final String ENDING = ".npy";

    private final Path file;
    private final ZipFile zip;

    private final Limits limits;

    private NumpyArchive(Path file, ZipFile zip, Limits limits) {
        this.file = file;
        this.zip = zip;
        this.limits = limits;
    }

    /** Opens an archive; its arrays are read when they are asked for, and nothing is unpacked onto the disk. */
    static NumpyArchive open(Path file, Limits limits) {
        try {
            NumpyArchive archive = new NumpyArchive(file, new ZipFile(file.toFile()), limits);
            archive.requirePlainNames();
            return archive;
        } catch (ZipException e) {
            throw new InputException(
                    file + ": this is no whole NumPy archive (" + e.getMessage()
                            + "); write it with numpy.savez, or fetch it again",
                    e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read (" + TextFiles.reason(e) + ")", e);
        }
    }

    private void requirePlainNames() {
        Optional<String> outside = zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith("/") || name.contains("..") || name.contains("\\"))
                .findFirst();
        if (outside.isPresent()) {
            close();
            throw new InputException(file + ": its member '" + outside.get()
                    + "' names a file outside of the archive; NumPy writes no such name, so do not trust the file");
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
            // What the archive says of the size may be wrong, so that what comes is counted.
            long most = Math.min(limits.array(), Integer.MAX_VALUE - 9);
            byte[] bytes = in.readNBytes((int) most + 1);
            limits.withArray(most).requireArray(place, bytes.length);
            return NpyArray.read(place, bytes);
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
