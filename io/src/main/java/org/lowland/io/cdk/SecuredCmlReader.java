package org.lowland.io.cdk;

import java.io.IOException;
import java.io.InputStream;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.io.CMLReader;
import org.openscience.cdk.io.formats.IResourceFormat;

/**
 * CDK's reader of CML on a document without its document type, so that no entity is expanded, no other file is read and
 * nothing is fetched. Documents that name entities of their own are refused as damaged. Like CDK's reader it wants bytes,
 * not text. Confined to one thread.
 */
public final class SecuredCmlReader extends CMLReader {
    /** Made by CDK's factories. */
    public SecuredCmlReader() {
        super();
    }

    @Override
    public IResourceFormat getFormat() {
        return SecuredCmlFormat.getInstance();
    }

    /**
     * Gives it something to read.
     *
     * @param input in an encoding that begins as ASCII does, such as UTF-8 and ISO 8859; closed with this
     * @throws CDKException when it cannot be read or is in another encoding, or its prolog is longer than any real one
     */
    @Override
    public void setReader(InputStream input) throws CDKException {
        try {
            super.setReader(XmlProlog.withoutDocumentType(input));
        } catch (IOException e) {
            throw new CDKException("The document cannot be read: " + e.getMessage(), e);
        }
    }
}
