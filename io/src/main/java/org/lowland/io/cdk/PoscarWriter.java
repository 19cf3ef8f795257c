package org.lowland.io.cdk;

import java.io.OutputStream;
import java.io.Writer;

/** Writes POSCAR and CONTCAR of VASP. Confined to one thread. */
public final class PoscarWriter extends FrameWriter {

    /** A writer to nothing; give it a place with {@link #setWriter(Writer)}. */
    public PoscarWriter() {
        super(new PoscarFormat());
    }

    /**
     * A writer of text.
     *
     * @param text closed with this
     */
    public PoscarWriter(Writer text) {
        this();
        setWriter(text);
    }

    /**
     * A writer of bytes.
     *
     * @param bytes closed with this
     */
    public PoscarWriter(OutputStream bytes) {
        this();
        setWriter(bytes);
    }
}
