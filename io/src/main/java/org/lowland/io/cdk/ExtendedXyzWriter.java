package org.lowland.io.cdk;

import java.io.OutputStream;
import java.io.Writer;

/** Writes extended XYZ. Confined to one thread. */
public final class ExtendedXyzWriter extends FrameWriter {

    /** A writer to nothing; give it a place with {@link #setWriter(Writer)}. */
    public ExtendedXyzWriter() {
        super(new ExtendedXyzFormat());
    }

    /**
     * A writer of text.
     *
     * @param text closed with this
     */
    public ExtendedXyzWriter(Writer text) {
        this();
        setWriter(text);
    }

    /**
     * A writer of bytes.
     *
     * @param bytes closed with this
     */
    public ExtendedXyzWriter(OutputStream bytes) {
        this();
        setWriter(bytes);
    }
}
