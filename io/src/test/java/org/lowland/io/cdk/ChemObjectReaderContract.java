package org.lowland.io.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IAtomContainerSet;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IChemFile;
import org.openscience.cdk.interfaces.IChemModel;
import org.openscience.cdk.interfaces.IChemObject;
import org.openscience.cdk.interfaces.IChemObjectBuilder;
import org.openscience.cdk.interfaces.IChemSequence;
import org.openscience.cdk.interfaces.ICrystal;
import org.openscience.cdk.io.FormatFactory;
import org.openscience.cdk.io.ISimpleChemObjectReader;
import org.openscience.cdk.io.ReaderFactory;
import org.openscience.cdk.io.formats.IChemFormat;
import org.openscience.cdk.silent.SilentChemObjectBuilder;

/** What CDK expects of a reader, whoever wrote it. Subclasses say which reader and give it something to read. */
abstract class ChemObjectReaderContract {
    private static final IChemObjectBuilder BUILDER = SilentChemObjectBuilder.getInstance();

    /** A reader of nothing. */
    abstract ISimpleChemObjectReader reader();

    /** A file of two atoms. */
    abstract String text();

    /** Whether it can be given text; CDK's reader of CML wants bytes. */
    boolean takesText() {
        return true;
    }

    private void open(ISimpleChemObjectReader reader) throws CDKException {
        if (takesText()) {
            reader.setReader(new StringReader(text()));
        } else {
            reader.setReader(bytes());
        }
    }

    private static List<IChemObject> kinds() {
        return List.of(
                BUILDER.newInstance(IChemFile.class),
                BUILDER.newInstance(IChemSequence.class),
                BUILDER.newInstance(IChemModel.class),
                BUILDER.newInstance(IAtomContainerSet.class),
                BUILDER.newInstance(ICrystal.class),
                BUILDER.newAtomContainer());
    }

    @Test
    void itsFormatNamesIt() throws ReflectiveOperationException {
        IChemFormat format = (IChemFormat) reader().getFormat();
        assertThat(format).isEqualTo(reader().getFormat());
        assertThat(format.getReaderClassName()).isEqualTo(reader().getClass().getName());
        assertThat(Class.forName(format.getReaderClassName())
                        .getDeclaredConstructor()
                        .newInstance())
                .isInstanceOf(ISimpleChemObjectReader.class);
        assertThat(format.getFormatName()).isNotBlank();
        assertThat(format.getNameExtensions()).isNotNull();
        assertThat(format.getSupportedDataFeatures() & format.getRequiredDataFeatures())
                .isEqualTo(format.getRequiredDataFeatures());
    }

    @Test
    void factoriesFindItByContent() throws IOException {
        assertThat(new FormatFactory().guessFormat(new BufferedReader(new StringReader(text()))))
                .isEqualTo(reader().getFormat());
        assertThat(new FormatFactory().guessFormat(bytes())).isEqualTo(reader().getFormat());
        try (ISimpleChemObjectReader byText =
                        new ReaderFactory().createReader(new BufferedReader(new StringReader(text())));
                ISimpleChemObjectReader byBytes = new ReaderFactory().createReader(bytes())) {
            assertThat(byText).hasSameClassAs(reader());
            assertThat(byBytes).hasSameClassAs(reader());
        }
    }

    @Test
    void readsEveryKindThatItAccepts() throws CDKException, IOException {
        int accepted = 0;
        for (IChemObject kind : kinds()) {
            if (!reader().accepts(kind.getClass())) {
                continue;
            }
            accepted++;
            try (ISimpleChemObjectReader reader = reader()) {
                open(reader);
                assertThat(atoms(reader.read(kind)))
                        .as(kind.getClass().getSimpleName())
                        .isEqualTo(2);
            }
        }
        assertThat(accepted).isPositive();
    }

    @Test
    void readsBytesAsText() throws CDKException, IOException {
        try (ISimpleChemObjectReader reader = reader()) {
            for (IChemObject kind : kinds()) {
                if (reader.accepts(kind.getClass())) {
                    reader.setReader(bytes());
                    assertThat(atoms(reader.read(kind))).isEqualTo(2);
                }
            }
        }
    }

    @Test
    void refusesWhatItDoesNotAccept() throws CDKException, IOException {
        assertThat(reader().accepts(IBond.class)).isFalse();
        try (ISimpleChemObjectReader reader = reader()) {
            open(reader);
            assertThatThrownBy(() -> reader.read(BUILDER.newInstance(IBond.class)))
                    .isInstanceOf(CDKException.class);
        }
    }

    @Test
    void closesWhatItReads() throws CDKException, IOException {
        boolean[] closed = {false};
        ISimpleChemObjectReader reader = reader();
        if (takesText()) {
            reader.setReader(new BufferedReader(new StringReader(text())) {
                @Override
                public void close() throws IOException {
                    closed[0] = true;
                    super.close();
                }
            });
        } else {
            reader.setReader(new FilterInputStream(bytes()) {
                @Override
                public void close() {
                    closed[0] = true;
                }
            });
        }
        reader.close();
        assertThat(closed[0]).isTrue();
    }

    @Test
    void hasSettingsAndListeners() {
        assertThat(reader().getIOSettings()).isNotNull();
        assertThat(reader().getListeners()).isEmpty();
    }

    private ByteArrayInputStream bytes() {
        return new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8));
    }

    /** The number of atoms of all that an object holds. */
    static int atoms(IChemObject object) {
        return containers(object).stream()
                .mapToInt(IAtomContainer::getAtomCount)
                .sum();
    }

    /** All molecules and crystals that an object holds. */
    static List<IAtomContainer> containers(IChemObject object) {
        List<IAtomContainer> containers = new ArrayList<>();
        if (object instanceof IAtomContainer container) {
            containers.add(container);
        } else if (object instanceof IAtomContainerSet set) {
            set.atomContainers().forEach(containers::add);
        } else if (object instanceof IChemModel model) {
            add(model, containers);
        } else if (object instanceof IChemSequence sequence) {
            sequence.chemModels().forEach(model -> add(model, containers));
        } else if (object instanceof IChemFile file) {
            file.chemSequences().forEach(sequence -> sequence.chemModels().forEach(model -> add(model, containers)));
        }
        return containers;
    }

    private static void add(IChemModel model, List<IAtomContainer> containers) {
        if (model.getCrystal() != null) {
            containers.add(model.getCrystal());
        }
        if (model.getMoleculeSet() != null) {
            model.getMoleculeSet().atomContainers().forEach(containers::add);
        }
    }
}
