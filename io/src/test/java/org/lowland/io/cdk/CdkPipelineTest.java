package org.lowland.io.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.vecmath.Vector3d;
import org.junit.jupiter.api.Test;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IChemFile;
import org.openscience.cdk.interfaces.IChemModel;
import org.openscience.cdk.interfaces.IChemObjectBuilder;
import org.openscience.cdk.interfaces.ICrystal;
import org.openscience.cdk.io.IChemObjectReader;
import org.openscience.cdk.io.IChemObjectReaderErrorHandler;
import org.openscience.cdk.io.ISimpleChemObjectReader;
import org.openscience.cdk.io.ReaderFactory;
import org.openscience.cdk.silent.SilentChemObjectBuilder;

/** What a program that knows CDK only finds in our formats. */
class CdkPipelineTest {
    private static final IChemObjectBuilder BUILDER = SilentChemObjectBuilder.getInstance();
    private static final String FRAMES =
            """
            2
            Properties=species:S:1:pos:R:3:forces:R:3 energy=-2.5 charge=1 name=first note=seen
            C 0 0 0 0.1 0.2 0.3
            H 0 0 1.1 -0.1 -0.2 -0.3
            1
            Lattice="4 0 0 0 5 0 0 0 6" Properties=species:S:1:pos:R:3
            Ar 1 2 3
            2
            Properties=species:S:1:pos:R:3
            Xx 0 0 0
            He 0 0 1
            1
            Properties=species:S:1:pos:R:3
            Ne 0 0 0
            """;

    @Test
    void framesMoleculesAndCrystals() throws IOException, CDKException {
        List<String> broken = new ArrayList<>();
        try (ISimpleChemObjectReader reader =
                new ReaderFactory().createReader(new BufferedReader(new StringReader(FRAMES)))) {
            reader.setErrorHandler(new Handler(broken));
            IChemFile file = reader.read(BUILDER.newInstance(IChemFile.class));
            assertThat(file.getChemSequence(0).getChemModelCount()).isEqualTo(3);
            IChemModel first = file.getChemSequence(0).getChemModel(0);
            IAtomContainer molecule = first.getMoleculeSet().getAtomContainer(0);
            assertThat(molecule.getTitle()).isEqualTo("first");
            assertThat((String) molecule.getProperty("note")).isEqualTo("seen");
            assertThat((Double) molecule.getProperty("lowland.energy.eV")).isEqualTo(-2.5);
            assertThat((Integer) molecule.getProperty("lowland.charge")).isEqualTo(1);
            assertThat((Vector3d) molecule.getAtom(1).getProperty("lowland.force.eV/A"))
                    .isEqualTo(new Vector3d(-0.1, -0.2, -0.3));
            ICrystal crystal = file.getChemSequence(0).getChemModel(1).getCrystal();
            assertThat(crystal.getB()).isEqualTo(new Vector3d(0, 5, 0));
            assertThat(crystal.getAtom(0).getFractionalPoint3d().z).isCloseTo(0.5, within(1e-12));

            StringWriter text = new StringWriter();
            try (ExtendedXyzWriter writer = new ExtendedXyzWriter(text)) {
                writer.write(file);
            }
            assertThat(text.toString())
                    .contains("energy=-2.5")
                    .contains("charge=1")
                    .contains("Lattice=\"4.0 0.0");
            assertThat(text.toString().lines().filter(line -> line.startsWith("H ")))
                    .singleElement()
                    .asString()
                    .matches(".*-0\\.10000000\\s+-0\\.20000000\\s+-0\\.30000000");
        }
        assertThat(broken).singleElement().asString().contains("frame 3").contains("Xx");
    }

    private record Handler(List<String> seen) implements IChemObjectReaderErrorHandler {
        @Override
        public void handleError(String message) {
            seen.add(message);
        }

        @Override
        public void handleError(String message, Exception exception) {
            seen.add(message);
        }

        @Override
        public void handleError(String message, int row, int colStart, int colEnd) {
            seen.add(message);
        }

        @Override
        public void handleFatalError(String message) {
            seen.add(message);
        }

        @Override
        public void handleFatalError(String message, Exception exception) {
            seen.add(message);
        }

        @Override
        public void handleFatalError(String message, int row, int colStart, int colEnd) {
            seen.add(message);
        }

        @Override
        public void handleFatalError(String message, int row, int colStart, int colEnd, Exception exception) {
            seen.add(message);
        }

        @Override
        public void handleError(String message, int row, int colStart, int colEnd, Exception exception) {
            seen.add(message);
        }
    }

    @Test
    void strictReadersStopAtDamage() throws IOException {
        try (ExtendedXyzReader reader = new ExtendedXyzReader(new StringReader(FRAMES))) {
            reader.setReaderMode(IChemObjectReader.Mode.STRICT);
            assertThatThrownBy(() -> reader.read(BUILDER.newInstance(IChemFile.class)))
                    .isInstanceOf(CDKException.class)
                    .hasMessageContaining("frame 3");
        }
        assertThatThrownBy(() -> new PoscarReader().read(BUILDER.newAtomContainer()))
                .isInstanceOf(CDKException.class)
                .hasMessageContaining("setReader");
        assertThatThrownBy(() -> new PoscarReader(new StringReader("x\n")).read(BUILDER.newAtomContainer()))
                .isInstanceOf(CDKException.class)
                .hasMessageContaining("there are no more structures");
    }

    @Test
    void whatAFormatDoesNotHoldIsRefusedWhole() throws IOException, CDKException {
        StringWriter text = new StringWriter();
        try (PoscarWriter writer = new PoscarWriter(text)) {
            IAtomContainer molecule = new ExtendedXyzReader(new StringReader(FRAMES)).read(BUILDER.newAtomContainer());
            assertThatThrownBy(() -> writer.write(molecule))
                    .isInstanceOf(CDKException.class)
                    .hasMessageContaining("periodic along three vectors");
            assertThat(text.toString()).isEmpty();
            writer.write(ChemObjectWriterContract.crystal());
            assertThatThrownBy(() -> writer.write(ChemObjectWriterContract.crystal()))
                    .hasMessageContaining("POSCAR holds one structure");
        }
    }
}
