package org.lowland.io.cdk;

import java.util.List;
import org.openscience.cdk.io.formats.AbstractResourceFormat;
import org.openscience.cdk.io.formats.CMLFormat;
import org.openscience.cdk.io.formats.IChemFormatMatcher;
import org.openscience.cdk.io.formats.IResourceFormat;

/**
 * CML as CDK knows it, with a reader that leaves the document type out. Where CDK's registry knows a file as CML, it knows
 * it as this. Immutable and thread-safe; formats of one class are equal.
 */
public final class SecuredCmlFormat extends AbstractResourceFormat implements IChemFormatMatcher {
    /** Among formats that know a file the registry takes that which knows it by the earliest line. */
    private static final int BEFORE_ALL_LINES = -1;

    private final CMLFormat format = new CMLFormat();

    /** {@return the format} */
    public static IResourceFormat getInstance() {
        return new SecuredCmlFormat();
    }

    @Override
    public MatchResult matches(List<String> lines) {
        return format.matches(lines).matched() ? new MatchResult(true, this, BEFORE_ALL_LINES) : NO_MATCH;
    }

    @Override
    public String getReaderClassName() {
        return SecuredCmlReader.class.getName();
    }

    @Override
    public String getWriterClassName() {
        return format.getWriterClassName();
    }

    @Override
    public String getFormatName() {
        return format.getFormatName();
    }

    @Override
    public String getPreferredNameExtension() {
        return format.getPreferredNameExtension();
    }

    @Override
    public String[] getNameExtensions() {
        return format.getNameExtensions();
    }

    @Override
    public String getMIMEType() {
        return format.getMIMEType();
    }

    @Override
    public boolean isXMLBased() {
        return true;
    }

    @Override
    public int getSupportedDataFeatures() {
        return format.getSupportedDataFeatures();
    }

    @Override
    public int getRequiredDataFeatures() {
        return format.getRequiredDataFeatures();
    }
}
