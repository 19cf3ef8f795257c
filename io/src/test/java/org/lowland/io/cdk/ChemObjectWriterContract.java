package org.lowland.io.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.vecmath.Point3d;
import javax.vecmath.Vector3d;
import org.junit.jupiter.api.Test;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IChemFile;
import org.openscience.cdk.interfaces.IChemObject;
import org.openscience.cdk.interfaces.ICrystal;
import org.openscience.cdk.io.IChemObjectWriter;
import org.openscience.cdk.io.ISimpleChemObjectReader;
import org.openscience.cdk.io.ReaderFactory;
import org.openscience.cdk.io.WriterFactory;
import org.openscience.cdk.io.formats.IChemFormat;
import org.openscience.cdk.silent.SilentChemObjectBuilder;

/** What CDK expects of a writer, whoever wrote it. */
abstract class ChemObjectWriterContract {

    /** A writer to nowhere. */
    abstract IChemObjectWriter writer();

    /** Two atoms that it accepts. */
    IAtomContainer object() {
        return filled(SilentChemObjectBuilder.getInstance().newAtomContainer());
    }

    /** Two atoms in a cell. */
    static ICrystal crystal() {
        ICrystal crystal = SilentChemObjectBuilder.getInstance().newInstance(ICrystal.class);
        crystal.setA(new Vector3d(5, 0, 0));
        crystal.setB(new Vector3d(0, 6, 0));
        crystal.setC(new Vector3d(0, 0, 7));
        filled(crystal);
        return crystal;
    }

    private static IAtomContainer filled(IAtomContainer container) {
        for (int k = 0; k < 2; k++) {
            IAtom atom = container.getBuilder().newInstance(IAtom.class, k == 0 ? "O" : "C");
            atom.setPoint3d(new Point3d(0.5, 0.25, 1.128 * k));
            atom.setImplicitHydrogenCount(0);
            container.addAtom(atom);
        }
        container.addBond(0, 1, IBond.Order.DOUBLE);
        return container;
    }

    @Test
    void itsFormatNamesIt() {
        IChemFormat format = (IChemFormat) writer().getFormat();
        assertThat(format.getWriterClassName()).isEqualTo(writer().getClass().getName());
        WriterFactory factory = new WriterFactory();
        factory.registerWriter(writer().getClass());
        assertThat(factory.createWriter(format)).hasSameClassAs(writer());
        assertThat(new WriterFactory().createWriter(format)).hasSameClassAs(writer());
    }

    @Test
    void whatItWritesIsReadBack() throws CDKException, IOException {
        String written = text(object());
        IChemFormat format = (IChemFormat) writer().getFormat();
        try (ISimpleChemObjectReader reader = new ReaderFactory().createReader(format)) {
            reader.setReader(new StringReader(written));
            IAtomContainer back = ChemObjectReaderContract.containers(
                            reader.read(SilentChemObjectBuilder.getInstance().newInstance(IChemFile.class)))
                    .get(0);
            assertThat(back.getAtomCount()).isEqualTo(2);
            assertThat(back.getAtom(1).getSymbol()).isEqualTo("C");
            assertThat(back.getAtom(1).getPoint3d().distance(back.getAtom(0).getPoint3d()))
                    .isBetween(1.127, 1.129);
        }
    }

    @Test
    void writesBytesAsText() throws CDKException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (IChemObjectWriter writer = writer()) {
            writer.setWriter(bytes);
            writer.write(object());
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(text(object()));
    }

    @Test
    void refusesWhatItDoesNotAccept() throws CDKException, IOException {
        assertThat(writer().accepts(object().getClass())).isTrue();
        assertThat(writer().accepts(IBond.class)).isFalse();
        IChemObject bond = SilentChemObjectBuilder.getInstance().newInstance(IBond.class);
        try (IChemObjectWriter writer = writer()) {
            writer.setWriter(new StringWriter());
            assertThatThrownBy(() -> writer.write(bond)).isInstanceOf(CDKException.class);
        }
    }

    @Test
    void closesWhatItWrites() throws CDKException, IOException {
        boolean[] closed = {false};
        IChemObjectWriter writer = writer();
        writer.setWriter(new StringWriter() {
            @Override
            public void close() {
                closed[0] = true;
            }
        });
        writer.write(object());
        writer.close();
        assertThat(closed[0]).isTrue();
    }

    final String text(IAtomContainer object) throws CDKException, IOException {
        StringWriter text = new StringWriter();
        try (IChemObjectWriter writer = writer()) {
            writer.setWriter(text);
            writer.write(object);
        }
        return text.toString();
    }
}
