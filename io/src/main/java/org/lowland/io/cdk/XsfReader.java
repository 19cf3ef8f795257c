package org.lowland.io.cdk;

import java.io.InputStream;
import java.io.Reader;

/** Reads XSF of XCrySDen. Confined to one thread. */
public final class XsfReader extends FrameReader {

    /** A reader of nothing; give it text with {@link #setReader(Reader)}. */
    public XsfReader() {
        super(new XsfFormat());
    }

    /**
     * A reader of text.
     *
     * @param text closed with this
     */
    public XsfReader(Reader text) {
        this();
        setReader(text);
    }

    /**
     * A reader of bytes.
     *
     * @param bytes plain or compressed with gzip; closed with this
     */
    public XsfReader(InputStream bytes) {
        this();
        setReader(bytes);
    }
}
