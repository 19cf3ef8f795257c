package org.lowland.io.cdk;

import java.io.InputStream;
import java.io.Reader;

/** Reads POSCAR and CONTCAR of VASP. Confined to one thread. */
public final class PoscarReader extends FrameReader {

    /** A reader of nothing; give it text with {@link #setReader(Reader)}. */
    public PoscarReader() {
        super(new PoscarFormat());
    }

    /**
     * A reader of text.
     *
     * @param text closed with this
     */
    public PoscarReader(Reader text) {
        this();
        setReader(text);
    }

    /**
     * A reader of bytes.
     *
     * @param bytes plain or compressed with gzip; closed with this
     */
    public PoscarReader(InputStream bytes) {
        this();
        setReader(bytes);
    }
}
