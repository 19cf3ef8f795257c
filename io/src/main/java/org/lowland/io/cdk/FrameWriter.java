package org.lowland.io.cdk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lowland.api.LowlandException;
import org.lowland.io.file.StreamOutput;
import org.lowland.io.format.Feature;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.RecordAppender;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IChemObject;
import org.openscience.cdk.io.DefaultChemObjectWriter;
import org.openscience.cdk.io.formats.IResourceFormat;

/**
 * Writes objects of CDK in a format of ours: molecules, which leave their bonds behind, crystals, and all structures of
 * sets, models, sequences and files. What cannot be written leaves nothing behind. Confined to one thread.
 */
public abstract class FrameWriter extends DefaultChemObjectWriter {
    private final RegisteredFormat format;
    private Writer out;
    private int written;

    /**
     * A writer to nothing.
     *
     * @param format that is written
     */
    protected FrameWriter(RegisteredFormat format) {
        this.format = format;
    }

    @Override
    public final IResourceFormat getFormat() {
        return format;
    }

    @Override
    public final boolean accepts(Class<? extends IChemObject> type) {
        return CdkFrames.accepts(type);
    }

    @Override
    public final void setWriter(Writer output) {
        out = output;
        written = 0;
    }

    @Override
    public final void setWriter(OutputStream output) {
        setWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    }

    @Override
    public final void write(IChemObject object) throws CDKException {
        if (out == null) {
            throw new CDKException("no output was set; call setWriter before");
        }
        if (object == null || !accepts(object.getClass())) {
            throw new CDKException(format.format().name() + " does not hold a "
                    + (object == null ? "null" : object.getClass().getSimpleName()));
        }
        try {
            List<LabelledFrame> frames = CdkFrames.frames(object);
            if (written + frames.size() > 1 && !format.format().carries(Feature.SEVERAL)) {
                throw new CDKException(
                        format.format().name() + " holds one structure; write each into a file of its own");
            }
            out.write(text(frames));
            out.flush();
            written += frames.size();
        } catch (LowlandException | IOException e) {
            throw new CDKException(e.getMessage(), e);
        }
    }

    private String text(List<LabelledFrame> frames) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StreamOutput output = new StreamOutput(bytes, format.format().name());
        RecordAppender appender = format.format().writing().orElseThrow().begin(output);
        frames.forEach(appender::append);
        appender.finish();
        output.commit();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public final void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
