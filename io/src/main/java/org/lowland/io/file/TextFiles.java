package org.lowland.io.file;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.lowland.api.InputException;

/** Opens text files, compressed or not. */
public final class TextFiles {
    private static final int BUFFER = 1 << 16;

    private TextFiles() {}

    /**
     * Opens a file for reading; one that begins as gzip does is decompressed, whatever its name.
     *
     * @param file the file
     * @return its text, taken as UTF-8; bytes that are none become replacement characters
     * @throws InputException when the file is not there, is a folder, cannot be read or is empty
     */
    public static BufferedReader reader(Path file) {
        return reader(file, Limits.standard());
    }

    /**
     * Opens a file for reading within limits; one that begins as gzip does is decompressed, whatever its name.
     *
     * @param file the file
     * @param limits what is taken of it; the text refuses more with a {@link LimitException}
     * @return its text, taken as UTF-8; bytes that are none become replacement characters
     * @throws InputException when the file is not there, is a folder, cannot be read or is empty
     */
    public static LimitedText reader(Path file, Limits limits) {
        if (!Files.exists(file)) {
            throw new InputException(file + ": there is no such file; check the name");
        }
        if (Files.isDirectory(file)) {
            throw new InputException(file + ": this is a folder; name the files in it");
        }
        try {
            return reader(stream(file), file.toString(), limits);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read (" + reason(e) + "); check its permissions", e);
        }
    }

    /** A stream of Files asks where in the file it is, which a pipe (a FIFO, or {@code <(...)} of a shell) refuses. */
    private static InputStream stream(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.newInputStream(file) : new FileInputStream(file.toFile());
    }

    /**
     * The first bytes of a file, by which formats that are no text are told.
     *
     * @param file any path
     * @return eight bytes at most; none of what is no regular file, since a pipe can be read only once
     * @throws InputException when the file cannot be read
     */
    public static byte[] beginning(Path file) {
        if (!Files.isRegularFile(file)) {
            return new byte[0];
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(8);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read (" + reason(e) + "); check its permissions", e);
        }
    }

    /**
     * Reads text from a stream, decompressed when it begins as gzip does.
     *
     * @param stream the bytes; closed with the reader
     * @param name for messages
     * @return the text
     * @throws InputException when the stream is empty or cannot be read
     */
    public static BufferedReader reader(InputStream stream, String name) {
        return reader(stream, name, Limits.standard());
    }

    /**
     * Reads text from a stream within limits, decompressed when it begins as gzip does.
     *
     * @param stream the bytes; closed with the reader
     * @param name for messages
     * @param limits what is taken of it; the text refuses more with a {@link LimitException}
     * @return the text
     * @throws InputException when the stream is empty or cannot be read
     */
    public static LimitedText reader(InputStream stream, String name, Limits limits) {
        try {
            InputStream bytes = new BufferedInputStream(stream, BUFFER);
            bytes.mark(2);
            int first = bytes.read();
            int second = bytes.read();
            bytes.reset();
            if (first < 0) {
                bytes.close();
                throw new InputException(name + ": the file is empty; it holds no structure");
            }
            InputStream text = first == 0x1f && second == 0x8b
                    ? new LimitedStream(new GZIPInputStream(bytes, BUFFER), limits.unpacked())
                    : bytes;
            return new LimitedText(new InputStreamReader(text, StandardCharsets.UTF_8), limits);
        } catch (IOException e) {
            throw new InputException(name + ": cannot be read (" + reason(e) + ")", e);
        }
    }

    /**
     * Opens a writer over bytes.
     *
     * @param bytes where the text goes; closed with the writer
     * @param name of the file: compressed when it ends in {@code .gz}
     * @return a buffered UTF-8 writer
     * @throws IOException when the first bytes cannot be written
     */
    public static Writer writer(OutputStream bytes, Path name) throws IOException {
        OutputStream out = isCompressed(name) ? new GZIPOutputStream(bytes, BUFFER) : bytes;
        return new java.io.BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    }

    /**
     * A file's name without a final {@code .gz}, in lower case: what its format is told by.
     *
     * @param file the file
     * @return the name alone, without its folder
     */
    public static String plainName(Path file) {
        String name =
                file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    /**
     * What to say of text that cannot be read.
     *
     * @param where the file, and what of it
     * @param e why
     * @return the exception to throw
     */
    public static InputException unreadable(String where, IOException e) {
        String before = where.isEmpty() ? "" : where + ": ";
        return e instanceof LimitException
                ? new InputException(before + e.getMessage(), e)
                : new InputException(before + "cannot be read (" + reason(e) + "); get the file anew", e);
    }

    /**
     * What went wrong, in words for a message.
     *
     * @param e a failure of input or output
     * @return its message, or its kind when it has none
     */
    public static String reason(IOException e) {
        String kind = e.getClass().getSimpleName();
        return switch (kind) {
            case "AccessDeniedException" -> "permission denied";
            case "EOFException" -> "the compressed data end too early";
            case "NoSuchFileException" -> "there is no such file or folder";
            default -> e.getMessage() == null ? kind : e.getMessage();
        };
    }

    private static boolean isCompressed(Path file) {
        return file.getFileName() != null
                && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }
}
