package org.lowland.io.cdk;

import java.io.InputStream;
import java.io.Reader;

/** Reads coordinates of Turbomole and xtb. Confined to one thread. */
public final class CoordReader extends FrameReader {

    /** A reader of nothing; give it text with {@link #setReader(Reader)}. */
    public CoordReader() {
        super(new CoordFormat());
    }

    /**
     * A reader of text.
     *
     * @param text closed with this
     */
    public CoordReader(Reader text) {
        this();
        setReader(text);
    }

    /**
     * A reader of bytes.
     *
     * @param bytes plain or compressed with gzip; closed with this
     */
    public CoordReader(InputStream bytes) {
        this();
        setReader(bytes);
    }
}
