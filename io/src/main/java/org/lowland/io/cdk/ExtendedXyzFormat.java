package org.lowland.io.cdk;

import org.lowland.io.format.Head;
import org.openscience.cdk.io.formats.IResourceFormat;

/** Extended XYZ, as CDK's registry has formats. */
public final class ExtendedXyzFormat extends RegisteredFormat {

    /** What the registry makes. */
    public ExtendedXyzFormat() {
        super("xyz", ExtendedXyzReader.class, ExtendedXyzWriter.class);
    }

    /** {@return the format} */
    public static IResourceFormat getInstance() {
        return new ExtendedXyzFormat();
    }

    /** Plain XYZ stays with CDK's own reader. */
    @Override
    protected boolean isSo(Head head) {
        return super.isSo(head)
                && (head.line(1).contains("Properties=") || head.line(1).contains("Lattice="));
    }
}
