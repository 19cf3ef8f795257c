package org.lowland.io.cdk;

import org.openscience.cdk.io.formats.IResourceFormat;

/** Coordinates of Turbomole and xtb, as CDK's registry has formats. */
public final class CoordFormat extends RegisteredFormat {

    /** What the registry makes. */
    public CoordFormat() {
        super("coord", CoordReader.class, CoordWriter.class);
    }

    /** {@return the format} */
    public static IResourceFormat getInstance() {
        return new CoordFormat();
    }
}
