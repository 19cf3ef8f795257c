package org.lowland.io.cdk;

import java.io.OutputStream;
import java.io.Writer;

/** Writes coordinates of Turbomole and xtb. Confined to one thread. */
public final class CoordWriter extends FrameWriter {

    /** A writer to nothing; give it a place with {@link #setWriter(Writer)}. */
    public CoordWriter() {
        super(new CoordFormat());
    }

    /**
     * A writer of text.
     *
     * @param text closed with this
     */
    public CoordWriter(Writer text) {
        this();
        setWriter(text);
    }

    /**
     * A writer of bytes.
     *
     * @param bytes closed with this
     */
    public CoordWriter(OutputStream bytes) {
        this();
        setWriter(bytes);
    }
}
