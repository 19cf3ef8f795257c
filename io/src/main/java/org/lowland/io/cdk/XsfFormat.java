package org.lowland.io.cdk;

import org.openscience.cdk.io.formats.IResourceFormat;

/** XSF of XCrySDen, as CDK's registry has formats. */
public final class XsfFormat extends RegisteredFormat {

    /** What the registry makes. */
    public XsfFormat() {
        super("xsf", XsfReader.class, XsfWriter.class);
    }

    /** {@return the format} */
    public static IResourceFormat getInstance() {
        return new XsfFormat();
    }
}
