package org.lowland.io.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Path;
import org.lowland.api.InputException;

/** Content for standard output: text is not compressed, the stream stays open. */
public final class StreamOutput implements Output {
    private final OutputStream stream;
    private final String name;
    private Writer writer;

    /**
     * Writes to a stream.
     *
     * @param stream flushed at the end, never closed
     * @param name for messages
     */
    public StreamOutput(OutputStream stream, String name) {
        this.stream = stream;
        this.name = name;
    }

    @Override
    public Writer writer() {
        if (writer == null) {
            try {
                writer = TextFiles.writer(stream, Path.of(name));
            } catch (IOException e) {
                throw refused(e);
            }
        }
        return writer;
    }

    @Override
    public OutputStream bytes() {
        return stream;
    }

    @Override
    public void commit() {
        try {
            if (writer != null) {
                writer.flush();
            }
            stream.flush();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    @Override
    public void close() {
        // what was written is gone already, and the stream belongs to somebody else
    }

    private InputException refused(IOException e) {
        return new InputException(name + ": cannot be written (" + TextFiles.reason(e) + ")", e);
    }
}
