package org.lowland.io.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.lowland.api.InputException;

/**
 * A file that appears under its name only when it is whole. What is written goes to a hidden file beside it, which
 * {@link #commit()} forces to the disk and moves to the name in one step; closing without a commit deletes it. A process
 * killed in between leaves the hidden file, {@code .NAME.*.part}, and never a part of the output under its name.
 * Confined to one thread.
 */
public final class WholeFile implements Output {
    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream bytes;
    private Writer writer;
    private boolean closed;

    private WholeFile(Path target, Path temporary, FileChannel channel) {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
        this.bytes = new Unclosed(Channels.newOutputStream(channel));
    }

    /**
     * Writes a whole file of bytes.
     *
     * @param file its name
     * @param content as it is, not compressed
     * @throws InputException as {@link #create} and {@link #commit}
     */
    public static void write(Path file, byte[] content) {
        try (WholeFile whole = create(file)) {
            whole.bytes().write(content);
            whole.commit();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * Begins a file; one that already has the name stays as it is until the commit.
     *
     * @param file its name; compressed when it ends in {@code .gz}
     * @return the file to write
     * @throws InputException when the folder is not there or cannot be written, or the name is a folder's
     */
    public static WholeFile create(Path file) {
        if (Files.isDirectory(file)) {
            throw new InputException(file + ": this is a folder; give the name of a file");
        }
        Path target = Files.isSymbolicLink(file) ? followed(file) : file.toAbsolutePath();
        Path folder = Objects.requireNonNull(target.getParent());
        if (!Files.isDirectory(folder)) {
            throw new InputException(file + ": there is no folder " + folder + "; create it first");
        }
        String unique = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
        Path temporary = folder.resolve("." + target.getFileName() + "." + unique + ".part");
        try {
            FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            temporary.toFile().deleteOnExit();
            return new WholeFile(file, temporary, channel);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * Where the text goes, compressed when the name ends in {@code .gz}; not to be closed by the caller.
     *
     * @return always the same writer
     * @throws InputException when the disk refuses
     */
    @Override
    public Writer writer() {
        if (writer == null) {
            try {
                writer = TextFiles.writer(bytes, target);
            } catch (IOException e) {
                throw unwritable(target, e);
            }
        }
        return writer;
    }

    /** {@return where bytes go as they are, for a file without text; not to be closed by the caller} */
    @Override
    public OutputStream bytes() {
        return bytes;
    }

    /** {@return the name under which the file appears, as it was given} */
    public Path target() {
        return target;
    }

    /**
     * Forces all that was written to the disk and gives the file its name.
     *
     * @throws InputException when the disk refuses; what stood under the name before then still does
     * @throws IllegalStateException when the file is closed
     */
    @Override
    public void commit() {
        if (closed) {
            throw new IllegalStateException(target + " is closed");
        }
        closed = true;
        try {
            (writer == null ? bytes : writer).close();
            channel.force(true);
            channel.close();
            Path name = Files.isSymbolicLink(target) ? followed(target) : target.toAbsolutePath();
            Files.move(temporary, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard();
            throw unwritable(target, e);
        }
    }

    /** Drops what was written, unless it was committed. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            discard();
        }
    }

    private void discard() {
        try {
            channel.close();
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException("The unfinished file " + temporary + " cannot be removed", e);
        }
    }

    private static Path followed(Path link) {
        try {
            Path end = Files.readSymbolicLink(link);
            return link.toAbsolutePath().resolveSibling(end).normalize();
        } catch (IOException e) {
            throw unwritable(link, e);
        }
    }

    private static InputException unwritable(Path file, IOException e) {
        return new InputException(
                file + ": cannot be written (" + TextFiles.reason(e)
                        + "); check the folder's permissions and the free space, or choose another folder",
                e);
    }

    /** Leaves the channel open when the writer is closed, so that it can still be forced to the disk. */
    private static final class Unclosed extends FilterOutputStream {
        private Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
