package org.lowland.io.cdk;

import java.util.List;
import org.lowland.io.format.Formats;
import org.lowland.io.format.Head;
import org.lowland.io.format.StructureFormat;
import org.openscience.cdk.io.formats.AbstractResourceFormat;
import org.openscience.cdk.io.formats.IChemFormatMatcher;
import org.openscience.cdk.tools.DataFeatures;

/** A format of ours as CDK's registry wants it. Immutable and thread-safe; formats of one class are equal. */
public abstract class RegisteredFormat extends AbstractResourceFormat implements IChemFormatMatcher {
    private final String id;
    private final Class<?> reader;
    private final Class<?> writer;

    /**
     * Describes a format.
     *
     * @param id of it in {@link Formats}
     * @param reader of it, with a constructor that takes nothing
     * @param writer of it, with a constructor that takes nothing
     */
    protected RegisteredFormat(String id, Class<?> reader, Class<?> writer) {
        this.id = id;
        this.reader = reader;
        this.writer = writer;
    }

    /** {@return the format as our own registry has it} */
    public final StructureFormat format() {
        return Formats.all().byId(id);
    }

    @Override
    public String getFormatName() {
        return format().description();
    }

    @Override
    public String getPreferredNameExtension() {
        return getNameExtensions()[0];
    }

    @Override
    public String[] getNameExtensions() {
        return format().endings().toArray(String[]::new);
    }

    @Override
    public String getMIMEType() {
        return null;
    }

    @Override
    public boolean isXMLBased() {
        return false;
    }

    @Override
    public String getReaderClassName() {
        return reader.getName();
    }

    @Override
    public String getWriterClassName() {
        return writer.getName();
    }

    @Override
    public int getSupportedDataFeatures() {
        return getRequiredDataFeatures() | DataFeatures.HAS_UNITCELL_PARAMETERS;
    }

    @Override
    public int getRequiredDataFeatures() {
        return DataFeatures.HAS_3D_COORDINATES | DataFeatures.HAS_ATOM_ELEMENT_SYMBOL;
    }

    @Override
    public MatchResult matches(List<String> lines) {
        // CDK fills what is left of its buffer with null characters.
        Head head = new Head(lines.stream().map(line -> line.replace("\0", "")).toList());
        return isSo(head) ? new MatchResult(true, this, 0) : NO_MATCH;
    }

    /**
     * Knows the format.
     *
     * @param head the beginning of a file
     * @return whether it is of this format and no other
     */
    protected boolean isSo(Head head) {
        return format().signature().test(head);
    }
}
