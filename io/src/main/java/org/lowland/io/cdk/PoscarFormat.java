package org.lowland.io.cdk;

import org.openscience.cdk.io.formats.IResourceFormat;

/** POSCAR and CONTCAR of VASP, as CDK's registry has formats. */
public final class PoscarFormat extends RegisteredFormat {

    /** What the registry makes. */
    public PoscarFormat() {
        super("poscar", PoscarReader.class, PoscarWriter.class);
    }

    /** {@return the format} */
    public static IResourceFormat getInstance() {
        return new PoscarFormat();
    }
}
