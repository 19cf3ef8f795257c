package org.lowland.io.cdk;

import java.io.InputStream;
import java.io.Reader;

/** Reads extended XYZ. Confined to one thread. */
public final class ExtendedXyzReader extends FrameReader {

    /** A reader of nothing; give it text with {@link #setReader(Reader)}. */
    public ExtendedXyzReader() {
        super(new ExtendedXyzFormat());
    }

    /**
     * A reader of text.
     *
     * @param text closed with this
     */
    public ExtendedXyzReader(Reader text) {
        this();
        setReader(text);
    }

    /**
     * A reader of bytes.
     *
     * @param bytes plain or compressed with gzip; closed with this
     */
    public ExtendedXyzReader(InputStream bytes) {
        this();
        setReader(bytes);
    }
}
