package org.lowland.io.store.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import javax.vecmath.Point3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.constraint.Constraint;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.build3d.Flat;
import org.lowland.io.build3d.Smiles;
import org.lowland.io.format.AtomColumn;
import org.lowland.io.format.Ctab;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.SdfTag;
import org.openscience.cdk.exception.InvalidSmilesException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IStereoElement;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;

/** What comes back of structures that were written as documents: everything. */
class StructureDocumentTest {
    private static final List<String> LINES =
            """
            acid
              test              3D

              3  2  0  0  1  0  0  0  0  0999 V2000
                0.0000    0.0000    0.1173 O   0  0  0  0  0
                0.0000    0.7572   -0.4692 H   0  0
                0.0000   -0.7572   -0.4692 H   0  0
              1  2  1  0
              1  3  1  0
            M  ISO  1   2   2
            M  CHG  1   1   1
            M  END
            """
                    .lines()
                    .toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CC(=O)Oc1ccccc1C(=O)O",
                "[NH3+][C@@H](C)C(=O)[O-]",
                "[13CH3][2H]",
                "C[CH]C |^1:1|",
                "F/C=C/F",
                "F/C=C=C=C\\F",
                "CC=[C@]=CC",
                "C[S@](=O)CC",
                "F[P@TB1](Cl)(Br)(N)O",
                "F[Co@OH1](Cl)(Br)(N)(O)C",
                "F[Pt@SP1](Cl)(Br)N",
                "[Na+].[Cl-]",
                "*CC",
                "C[C@H](F)[C@H](O)Cl |&1:1,3|",
                "OC1=CC=C2C=CC=CC2=C1C1=C(O)C=CC2=C1C=CC=C2 |wU:10.20|"
            })
    void molecules(String smiles) throws InvalidSmilesException {
        IAtomContainer molecule = new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(smiles);
        MoleculeRecord record = MoleculeRecord.of("a \"title\"\u0001 µ", molecule)
                .with("key", "1\n2")
                .with("other", "");

        String text = StructureDocument.write(record);
        MoleculeRecord back = (MoleculeRecord) StructureDocument.read(text);

        assertThat(back.title()).isEqualTo(record.title());
        assertThat(back.tags()).isEqualTo(record.tags());
        assertThat(described(back.molecule())).isEqualTo(described(molecule));
        assertThat(StructureDocument.write(back)).isEqualTo(text);
        if (!smiles.contains("wU")) {
            assertThat(stereo(molecule).isEmpty()).isEqualTo(!smiles.contains("@") && !smiles.contains("/"));
        }
    }

    @Test
    void coordinatesToTheLastDigit() throws InvalidSmilesException {
        IAtomContainer flat = new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles("C[C@H](N)C(=O)O");
        IAtomContainer molecule = ConformerBuilder.thorough().build(Flat.complete(flat), 0);
        molecule.getAtom(0).setPoint3d(new Point3d(Math.PI, -1e-17, 1.0 / 3));

        MoleculeRecord back =
                (MoleculeRecord) StructureDocument.read(StructureDocument.write(MoleculeRecord.of("", molecule)));

        assertThat(described(back.molecule())).isEqualTo(described(molecule));
        assertThat(Smiles.canonical(back.molecule())).isEqualTo(Smiles.canonical(molecule));
    }

    @Test
    void textFromSdfStaysAndAtomsMove() {
        Ctab source = Ctab.of(LINES);
        List<SdfTag> tags = List.of(new SdfTag(">  25  <melting.point>  (XY)", List.of("273.15", " ", "K")));
        MoleculeRecord record = new MoleculeRecord("acid", source.molecule(), tags, Optional.of(source));
        IAtomContainer moved = source.molecule();
        moved.getAtom(1).setPoint3d(new Point3d(0.1, 1.0 / 3, 0));

        MoleculeRecord same = (MoleculeRecord) StructureDocument.read(StructureDocument.write(record));
        MoleculeRecord other = (MoleculeRecord) StructureDocument.read(StructureDocument.write(record.moved(moved)));

        assertThat(same.source()).map(Ctab::lines).contains(LINES);
        assertThat(same.tags()).isEqualTo(tags);
        assertThat(described(same.molecule())).isEqualTo(described(record.molecule()));
        assertThat(described(other.molecule())).isEqualTo(described(moved));
        assertThat(other.source()).map(Ctab::lines).contains(LINES);
    }

    @Test
    void frames() {
        AtomicSystem system = AtomicSystem.builder(
                        new int[] {8, 1, 1}, new double[] {0, 0, 1e-9, 0, .96, 0, .9, .1, .2})
                .cell(Cell.of(new double[] {5, 0, 0.1, 0, 6, 0, 0, 1, 7}, true, true, false))
                .charge(1)
                .multiplicity(2)
                .fixed(new boolean[] {false, true, false})
                .bonds(new int[] {0, 1, 0, 2})
                .constraints(List.of(
                        new Constraint(Constraint.Kind.DISTANCE, List.of(0, 2), OptionalDouble.of(Math.sqrt(0.86)))))
                .build();
        LabelledFrame frame = new LabelledFrame(
                system,
                Optional.empty(),
                "",
                Map.of("name", "water", "energy", "-76.1"),
                List.of(new AtomColumn("magmoms", 'R', 2, List.of("1", "2", "3", "4.50", "5", "6"))));

        assertThat(StructureDocument.read(StructureDocument.write(frame))).isEqualTo(frame);
    }

    @Test
    void damageIsSaid() {
        for (String text : List.of("{}", "{\"kind\":\"frame\"}", "nothing", "{\"kind\":\"molecule\"}", "[]", "")) {
            assertThatThrownBy(() -> StructureDocument.read(text))
                    .as(text)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("document");
        }
    }

    /** All that CDK is told of a molecule, as text. */
    private static List<String> described(IAtomContainer molecule) {
        List<String> all = new ArrayList<>();
        for (IAtom atom : molecule.atoms()) {
            all.add(atom.getSymbol() + " " + atom.getAtomicNumber() + " " + atom.getFormalCharge() + " "
                    + atom.getMassNumber() + " " + atom.getImplicitHydrogenCount() + " " + atom.isAromatic() + " "
                    + atom.getPoint2d() + " " + atom.getPoint3d() + " "
                    + molecule.getConnectedSingleElectronsCount(atom) + " " + atom.getProperties());
        }
        for (IBond bond : molecule.bonds()) {
            all.add(bond.getBegin().getIndex() + " " + bond.getEnd().getIndex() + " " + bond.getOrder() + " "
                    + bond.isAromatic() + " " + bond.getDisplay());
        }
        all.addAll(stereo(molecule));
        return all;
    }

    private static Set<String> stereo(IAtomContainer molecule) {
        Set<String> all = new TreeSet<>();
        for (IStereoElement<?, ?> element : molecule.stereoElements()) {
            StringBuilder text = new StringBuilder();
            text.append(element.getConfig()).append(' ').append(element.getGroupInfo());
            text.append(' ').append(index(element.getFocus(), molecule));
            element.getCarriers().forEach(carrier -> text.append(' ').append(index(carrier, molecule)));
            all.add(text.toString());
        }
        return all;
    }

    private static int index(Object part, IAtomContainer molecule) {
        return part instanceof IBond bond ? molecule.indexOf(bond) : molecule.indexOf((IAtom) part);
    }
}
