package org.lowland.io.cdk;

import java.io.OutputStream;
import java.io.Writer;

/** Writes XSF of XCrySDen. Confined to one thread. */
public final class XsfWriter extends FrameWriter {

    /** A writer to nothing; give it a place with {@link #setWriter(Writer)}. */
    public XsfWriter() {
        super(new XsfFormat());
    }

    /**
     * A writer of text.
     *
     * @param text closed with this
     */
    public XsfWriter(Writer text) {
        this();
        setWriter(text);
    }

    /**
     * A writer of bytes.
     *
     * @param bytes closed with this
     */
    public XsfWriter(OutputStream bytes) {
        this();
        setWriter(bytes);
    }
}
