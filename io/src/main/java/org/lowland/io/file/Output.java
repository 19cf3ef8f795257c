package org.lowland.io.file;

import java.io.OutputStream;
import java.io.Writer;

/** Where a file's content goes: a file that appears when it is whole, or a stream that somebody reads meanwhile. */
public sealed interface Output extends AutoCloseable permits WholeFile, StreamOutput {

    /**
     * Where text goes, as UTF-8; not to be closed by the caller.
     *
     * @return always the same writer
     * @throws org.lowland.api.InputException when the disk refuses
     */
    Writer writer();

    /** {@return where bytes go as they are, for content that is no text; not to be closed by the caller} */
    OutputStream bytes();

    /**
     * Ends the content: a file gets its name, a stream all that is still waiting.
     *
     * @throws org.lowland.api.InputException when the disk or the reader refuses
     */
    void commit();

    /** Drops a file that was not committed; what went to a stream is gone. */
    @Override
    void close();
}
