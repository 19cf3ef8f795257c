package org.lowland.io.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.vecmath.Point3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.build3d.Smiles;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;

class SdfTest {
    private static final String WATER =
            """
            water
              somebody          3D
            a remark
              3  2  0  0  0  0  0  0  0  0999 V2000
                0.0000    0.0000    0.1173 O   0  0  0  0  0  0  0  0  0  7  0  0
                0.0000    0.7572   -0.4692 H   0  0  0  0  0  0
               -0.0000   -0.7572   -0.4692 H   0  0
              1  2  1  0  0  0  0
              1  3  1  0
            M  ISO  1   2   2
            M  END
            >  <melting point> (7)
            273.15 K
            at 1 atm

            > 25 <NOTE>

            >  <lowland.energy.eV>
            -1

            $$$$
            """;

    @TempDir
    Path folder;

    @Test
    void whatWasReadIsWrittenLineByLine() {
        MoleculeRecord record = read(WATER);

        assertThat(write(record))
                .isEqualTo(WATER.replace("-0.0000 ", " 0.0000 ").replace(" 0.0000   -0.7572", "-0.0000   -0.7572"));
        assertThat(record.title()).isEqualTo("water");
        assertThat(record.tag("melting point")).contains("273.15 K\nat 1 atm");
        assertThat(record.tag("NOTE")).contains("");
        assertThat(record.molecule().getAtom(1).getMassNumber()).isEqualTo(2);
    }

    @Test
    void onlyCoordinatesAndResultsChange() {
        MoleculeRecord record = read(WATER);
        AtomicSystem start = Molecules.toSystem(record.molecule());
        double[] positions = start.positions();
        positions[2] = -12.34567;

        String text = write(record.moved(Molecules.withPositions(record.molecule(), start.withPositions(positions)))
                .with("lowland.energy.eV", "-76.5")
                .with("two lines", "a\n\nb"));

        assertThat(text)
                .contains("\n    0.0000    0.0000  -12.3457 O   0  0  0  0  0  0  0  0  0  7  0  0\n")
                .contains("M  ISO  1   2   2")
                .contains(
                        ">  <melting point> (7)\n273.15 K\nat 1 atm\n\n> 25 <NOTE>\n\n>  <lowland.energy.eV>\n-76.5\n\n")
                .doesNotContain("\n-1\n")
                .endsWith(">  <two lines>\na\n \nb\n\n$$$$\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C[C@H](O)C(=O)O",
                "F/C=C\\Cl",
                "[13CH3][N+](C)(C)CC([O-])=O",
                "C[C@@H]1CC[C@H](C(C)C)C[C@@H]1[18OH]",
                "[O-][N+](=O)c1ccccc1",
                "[CH3]",
                "[O][O]",
                "[2H]O[2H]",
            })
    void moleculesComeBackTheSame(String smiles) throws IOException {
        IAtomContainer molecule = ConformerBuilder.quick().build(Smiles.parse(smiles), 1);
        Path file = folder.resolve("one.sdf.gz");
        try (SdfWriter writer = SdfWriter.create(file)) {
            writer.write(MoleculeRecord.of("the title", molecule).with("key", "value"));
            assertThat(file).doesNotExist();
            writer.commit();
        }

        try (SdfReader reader = SdfReader.open(file)) {
            MoleculeRecord back = reader.next();
            assertThat(reader.hasNext()).isFalse();
            assertThat(back.title()).isEqualTo("the title");
            assertThat(back.tag("key")).contains("value");
            assertThat(back.is3d()).isTrue();
            assertThat(Smiles.canonical(back.molecule())).isEqualTo(Smiles.canonical(molecule));
            AtomicSystem before = Molecules.toSystem(molecule);
            AtomicSystem after = Molecules.toSystem(back.molecule());
            assertThat(after.atomicNumbers()).isEqualTo(before.atomicNumbers());
            assertThat(after.charge()).isEqualTo(before.charge());
            assertThat(after.multiplicity()).isEqualTo(before.multiplicity());
            assertThat(after.bonds()).isEqualTo(before.bonds());
            assertThat(write(back))
                    .isEqualTo(write(MoleculeRecord.of("the title", molecule).with("key", "value")));
        }
    }

    @Test
    void v3000KeepsEverythingButCoordinates() {
        String text =
                """
                ion
                  x

                  0  0  0     0  0            999 V3000
                M  V30 BEGIN CTAB
                M  V30 COUNTS 4 3 0 0 1
                M  V30 BEGIN ATOM
                M  V30 1 H 0.1 0.2 0.3 0
                M  V30 7 N 0 0 1.5 0 CHG=1 MASS=15 -
                M  V30 RAD=2
                M  V30 3 C 0 1.2 2 5
                M  V30 4 Cl 0 2.2 3 0
                M  V30 END ATOM
                M  V30 BEGIN BOND
                M  V30 1 1 1 7
                M  V30 2 2 7 3
                M  V30 3 1 3 4
                M  V30 END BOND
                M  V30 END CTAB
                M  END
                > <A>
                1

                $$$$
                """;
        MoleculeRecord record = read(text);
        IAtomContainer molecule = record.molecule();
        assertThat(molecule.getAtom(1).getFormalCharge()).isEqualTo(1);
        assertThat(molecule.getAtom(1).getMassNumber()).isEqualTo(15);
        assertThat(molecule.getConnectedSingleElectronsCount(molecule.getAtom(1)))
                .isEqualTo(1);
        assertThat(molecule.getAtom(0).getSymbol()).isEqualTo("H");
        molecule.getAtom(1).setPoint3d(new Point3d(-1, 2.25, 1e-7));

        String written = write(record);

        assertThat(written)
                .contains("\n  x                 3D\n")
                .contains("M  V30 1 H 0.100000 0.200000 0.300000 0\n")
                .contains("M  V30 7 N -1.000000 2.250000 0.000000 0 CHG=1 MASS=15 RAD=2\n")
                .contains("M  V30 3 C 0.000000 1.200000 2.000000 5\n")
                .contains("M  V30 2 2 7 3\n")
                .endsWith("M  END\n> <A>\n1\n\n$$$$\n");
        assertThat(write(read(written))).isEqualTo(written);
    }

    @Test
    void largeMoleculesAreWrittenAsV3000InTheirOrder() {
        IAtomContainer molecule = Smiles.parse("[H]C([H])(Cl)C([13CH3])(C)[NH2+]" + "C".repeat(340));
        for (IAtom atom : molecule.atoms()) {
            atom.setPoint3d(new Point3d(atom.getIndex(), -1.5, 1000.123456));
        }
        assertThat(molecule.getAtomCount()).isGreaterThan(999);

        MoleculeRecord back = read(write(MoleculeRecord.of("large", molecule)));

        assertThat(Molecules.toSystem(back.molecule())).isEqualTo(Molecules.toSystem(molecule));
        assertThat(Smiles.canonical(back.molecule())).isEqualTo(Smiles.canonical(molecule));
    }

    @Test
    void aFlatDrawingIsTold() {
        MoleculeRecord flat = read(WATER.replace("3D", "2D").replaceAll("[- ]0\\.(1173|4692)", " 0.0000"));

        assertThat(flat.is3d()).isFalse();
        assertThat(flat.molecule().getAtom(1).getPoint2d().y).isEqualTo(0.7572);
        assertThat(write(flat)).contains("2D");
    }

    @Test
    void aFlatMoleculeMarked3dIsOne() {
        MoleculeRecord planar = read(WATER.replaceAll("[- ]0\\.(1173|4692)", " 0.0000"));

        assertThat(planar.is3d()).isTrue();
        assertThat(planar.molecule().getAtom(1).getPoint3d().y).isEqualTo(0.7572);
    }

    @Test
    void aMolFileNeedsNoEndLine() {
        assertThat(read(WATER.substring(0, WATER.indexOf(">  <melt"))).atoms()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'  3  2  0'|'  x  2  0'|'is not a line of counts'",
                "'  3  2  0'|' 12  2  0'|'is too short'",
                "'  3  2  0'|'  3  9  0'|'the record ends after 2 of 9 bonds'",
                "'M  END'|'M  STOP'|'the line ''M  END'' is missing'",
                "'    0.7572   -0.4692 H'|'       nan   -0.4692 H'|'the y coordinate of atom 2 (H) is nan, not a finite number'",
                "'    0.7572   -0.4692 H'|'       inf   -0.4692 H'|'the y coordinate of atom 2 (H) is inf, not a finite number'",
                "'    0.7572   -0.4692 H'|'    0.7.72   -0.4692 H'|'the y coordinate of atom 2 (H) is ''0.7.72'', not a number'",
                "'  1  3  1  0'|'  1  8  1  0'|'CDK cannot read it'",
                "'  1  3  1  0'|'  1  3  9  0'|'CDK cannot read it'",
                "'  1  3  1  0'|'  1  3  8  0'|'it is a pattern'",
            })
    void aBrokenRecordIsNamedAndTheOthersRead(String part, String broken, String message) {
        assertThat(WATER).contains(part);
        SdfReader reader = reader(WATER + WATER.replace(part, broken) + WATER.replace("water", "last"));

        assertThat(reader.next().title()).isEqualTo("water");
        assertThatThrownBy(reader::next)
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("test.sdf, record 2 (water): ")
                .hasMessageContaining(message);
        assertThat(reader.index()).isEqualTo(2);
        assertThat(reader.next().title()).isEqualTo("last");
        assertThat(reader.hasNext()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 100, 200, 300, 400, 520, 560, 580})
    void aTruncatedFileIsNamed(int kept) {
        SdfReader reader = reader(WATER + WATER.substring(0, Math.min(kept, WATER.length() - 6)));

        assertThat(reader.next().title()).isEqualTo("water");
        assertThatThrownBy(reader::next)
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("test.sdf, record 2");
        assertThat(reader.hasNext()).isFalse();
    }

    @Test
    void aDamagedArchiveIsNamed() throws IOException {
        Path file = folder.resolve("many.sdf.gz");
        try (SdfWriter writer = SdfWriter.create(file)) {
            for (int k = 0; k < 3000; k++) {
                writer.write(read(WATER).with("k", "" + Math.sin(k)));
            }
            writer.commit();
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        List<String> messages = new ArrayList<>();
        int good = 0;
        try (SdfReader reader = SdfReader.open(file)) {
            while (reader.hasNext()) {
                try {
                    reader.next();
                    good++;
                } catch (InputException e) {
                    messages.add(e.getMessage());
                }
            }
        }
        assertThat(good).isGreaterThan(100);
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0))
                .contains("many.sdf.gz, record " + (good + 1))
                .contains("end too early");
    }

    @Test
    void windowsLineEndsAreRead() {
        assertThat(read(WATER.replace("\n", "\r\n")).tag("melting point")).contains("273.15 K\nat 1 atm");
    }

    @Test
    void smilesFiles() {
        SmilesReader reader = SmilesReader.of(
                "list.smi",
                new BufferedReader(new StringReader("# header\n\nCCO ethanol, dry\nC1CC\tring\n[Na+].[Cl-]\n")));

        MoleculeRecord ethanol = reader.next();
        assertThat(ethanol.title()).isEqualTo("ethanol, dry");
        assertThat(ethanol.atoms()).isEqualTo(9);
        assertThat(ethanol.is3d()).isFalse();
        assertThatThrownBy(reader::next)
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("list.smi, record 2 (ring): line 4: 'C1CC' is not a SMILES");
        assertThat(reader.next().atoms()).isEqualTo(2);
        assertThat(reader.hasNext()).isFalse();
    }

    @Test
    void converting() {
        List<String> lost = new ArrayList<>();
        MoleculeRecord record = read(WATER);

        LabelledFrame frame = Conversion.toFrame(record);

        assertThat(frame.title()).isEqualTo("water");
        assertThat(frame.info()).containsEntry("melting_point", "273.15 K\nat 1 atm");
        assertThat(frame.system().atomicNumbers()).containsExactly(8, 1, 1);
        assertThat(Holdings.lost(record, StructureFormat.byId("xyz")))
                .containsExactlyInAnyOrder(Feature.BONDS, Feature.ISOTOPES);

        MoleculeRecord back = Conversion.toMolecule(frame, lost::add);
        assertThat(back.title()).isEqualTo("water");
        assertThat(back.tag("melting_point")).contains("273.15 K\nat 1 atm");
        assertThat(Molecules.toSystem(back.molecule()).bonds()).containsExactly(0, 1, 0, 2);
        assertThat(lost).hasSize(1);
    }

    private static SdfReader reader(String text) {
        return SdfReader.of("test.sdf", new BufferedReader(new StringReader(text)));
    }

    private static MoleculeRecord read(String text) {
        return reader(text).next();
    }

    private static String write(MoleculeRecord record) {
        StringWriter out = new StringWriter();
        SdfWriter.over(out).write(record);
        return out.toString();
    }
}
