package org.lowland.io.cdk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import org.lowland.api.InputException;
import org.lowland.api.LowlandException;
import org.lowland.io.file.LimitedText;
import org.lowland.io.file.Limits;
import org.lowland.io.file.TextFiles;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IAtomContainerSet;
import org.openscience.cdk.interfaces.IChemFile;
import org.openscience.cdk.interfaces.IChemModel;
import org.openscience.cdk.interfaces.IChemObject;
import org.openscience.cdk.interfaces.IChemSequence;
import org.openscience.cdk.io.DefaultChemObjectReader;
import org.openscience.cdk.io.formats.IResourceFormat;

/**
 * Reads a format of ours into objects of CDK: a molecule, a crystal or a model takes the next structure, a set, a sequence
 * and a file take all that are left. Energies are the property {@code lowland.energy.eV}, charges {@code lowland.charge},
 * forces the property {@code lowland.force.eV/A} of the atoms, and other values properties under their names. A broken
 * record goes to the error handler, which throws in the mode {@code STRICT}; in the mode {@code RELAXED} the next one is
 * read. Confined to one thread.
 */
public abstract class FrameReader extends DefaultChemObjectReader {
    private final RegisteredFormat format;
    private BufferedReader text;
    private InputStream bytes;
    private RecordReader<? extends Structure> records;

    /**
     * A reader of nothing.
     *
     * @param format that is read
     */
    protected FrameReader(RegisteredFormat format) {
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
    public final void setReader(Reader input) {
        text = input instanceof BufferedReader buffered ? buffered : new LimitedText(input, Limits.standard());
        bytes = null;
        records = null;
    }

    @Override
    public final void setReader(InputStream input) {
        bytes = input;
        text = null;
        records = null;
    }

    @Override
    public final <T extends IChemObject> T read(T object) throws CDKException {
        if (object instanceof IAtomContainer container) {
            CdkFrames.fill(need(), container);
        } else if (object instanceof IChemModel model) {
            CdkFrames.fill(need(), model);
        } else if (object instanceof IAtomContainerSet set) {
            for (LabelledFrame frame = next(); frame != null; frame = next()) {
                IAtomContainer molecule = set.getBuilder().newAtomContainer();
                CdkFrames.fill(frame, molecule);
                set.addAtomContainer(molecule);
            }
        } else if (object instanceof IChemSequence sequence) {
            fill(sequence);
        } else if (object instanceof IChemFile file) {
            IChemSequence sequence = file.getBuilder().newInstance(IChemSequence.class);
            fill(sequence);
            file.addChemSequence(sequence);
        } else {
            throw new CDKException(name() + " is not read into a "
                    + (object == null ? "null" : object.getClass().getSimpleName())
                    + "; give a molecule, a crystal, a model, a sequence or a file");
        }
        return object;
    }

    private void fill(IChemSequence sequence) throws CDKException {
        for (LabelledFrame frame = next(); frame != null; frame = next()) {
            IChemModel model = sequence.getBuilder().newInstance(IChemModel.class);
            CdkFrames.fill(frame, model);
            sequence.addChemModel(model);
        }
    }

    private LabelledFrame need() throws CDKException {
        LabelledFrame frame = next();
        if (frame == null) {
            throw new CDKException("there are no more structures to be read as " + name());
        }
        return frame;
    }

    /** The next frame that can be read; null behind the last. */
    private LabelledFrame next() throws CDKException {
        if (text == null && bytes == null) {
            throw new CDKException("no input was set; call setReader before");
        }
        try {
            if (text == null) {
                text = TextFiles.reader(bytes, name());
            }
            if (records == null) {
                records = format.format().read(name(), text);
            }
            while (records.hasNext()) {
                try {
                    return (LabelledFrame) records.next();
                } catch (InputException e) {
                    handleError(e.getMessage(), e);
                }
            }
            return null;
        } catch (LowlandException e) {
            throw new CDKException(e.getMessage(), e);
        }
    }

    private String name() {
        return format.format().name();
    }

    @Override
    public final void close() throws IOException {
        if (text != null) {
            text.close();
        } else if (bytes != null) {
            bytes.close();
        }
    }
}
