package org.lowland.io.build3d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.molecule.Identity;
import org.lowland.api.molecule.Molecules;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IStereoElement;
import org.openscience.cdk.stereo.StereoElementFactory;

class ConformerBuilderTest {
    private final ConformerBuilder builder = ConformerBuilder.thorough().within(Duration.ofSeconds(20));
    private final ConformerBuilder quick = ConformerBuilder.quick().within(Duration.ofSeconds(20));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[H][H]",
                "O",
                "C",
                "[2H]C([2H])([2H])Cl",
                "C[C@H](O)[2H]",
                "CC(=O)Oc1ccccc1C(=O)O",
                "CC(C)Cc1ccc(cc1)[C@@H](C)C(=O)O",
                "CC(=O)N[C@@H](C)C(=O)NC",
                "OC[C@H]1O[C@@H](O)[C@H](O)[C@@H](O)[C@@H]1O",
                "C[C@H](CCCC(C)C)[C@H]1CC[C@@H]2[C@@]1(CC[C@H]3[C@H]2CC=C4[C@@]3(CC[C@@H](C4)O)C)C",
                "CC1([C@@H](N2[C@H](S1)[C@@H](C2=O)NC(=O)Cc3ccccc3)C(=O)O)C",
                "F/C=C/F",
                "F/C=C\\F",
                "C/C(F)=C(/Cl)\\C",
                "C[S@](=O)CC",
                "[O-][N+](=O)c1ccccc1",
                "[NH3+]CC(=O)[O-]",
                "[O-]C(=O)C.[NH4+]",
                "C[N+](C)(C)C",
                "CN=[N+]=[N-]",
                "[13CH3]C#N",
                "C1CC2(C1)CC2",
                "O=C1NC(=O)/C(=C\\c2ccco2)S1",
                "C[C@@H]1CC[C@H](O)CC1",
                "C[C@H]1CC[C@H](O)CC1",
                "[13CH3][C@@H]1CC[C@H]([NH3+])CC1",
                "[2H][C@@H]1CC[C@H](C(F)(F)F)CC1",
                "CC(C)(C)[C@@H]1CC[C@@H](CC1)c1ccc(cc1)[C@H]1CC[C@@H](O)CC1",
            })
    void buildsWhatIsWritten(String smiles) {
        IAtomContainer molecule = Smiles.parse(smiles);

        assertBuilt(molecule, builder.build(molecule, 1));
        if (!smiles.contains(".")) {
            quick.build(molecule, 2, 1).forEach(built -> assertBuilt(molecule, built));
        }
    }

    private static void assertBuilt(IAtomContainer molecule, IAtomContainer built) {
        assertThat(built.getAtomCount()).isEqualTo(molecule.getAtomCount());
        assertThat(Molecules.identity(built, built)).isEqualTo(Identity.KEPT);
        for (IAtom atom : built.atoms()) {
            IAtom before = molecule.getAtom(atom.getIndex());
            assertThat(atom.getPoint3d()).isNotNull();
            assertThat(before.getPoint3d()).isNull();
            assertThat(atom.getAtomicNumber()).isEqualTo(before.getAtomicNumber());
            assertThat(atom.getMassNumber()).isEqualTo(before.getMassNumber());
        }
        assertThat(Smiles.canonical(built)).isEqualTo(Smiles.canonical(molecule));
        assertThat(Smiles.canonical(perceived(built))).isEqualTo(Smiles.canonical(molecule));
        assertBondLengths(built);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void severalConformersDifferAndRepeatWithTheSeed(boolean quickly) {
        IAtomContainer molecule = Smiles.parse("CCCCC(=O)O");
        ConformerBuilder chosen = quickly ? quick : builder;

        List<IAtomContainer> some = chosen.build(molecule, 5, 3);
        List<IAtomContainer> again = chosen.build(molecule, 5, 3);

        assertThat(some).hasSize(5);
        for (int k = 0; k < 5; k++) {
            assertThat(coordinates(some.get(k))).isEqualTo(coordinates(again.get(k)));
            for (int other = 0; other < k; other++) {
                assertThat(coordinates(some.get(k))).isNotEqualTo(coordinates(some.get(other)));
            }
        }
    }

    /** The generator gives one configuration of the nitrogen, whichever is written; the carbons stay as written. */
    @ParameterizedTest
    @ValueSource(strings = {"@", "@@"})
    void anAmineMayInvert(String nitrogen) {
        IAtomContainer molecule = Smiles.parse("C[C@H]1C[N" + nitrogen + "](C)CCN1C(=O)C");

        IAtomContainer built = ConformerBuilder.thorough().build(molecule, 0);

        assertThat(Molecules.identity(built, built)).isEqualTo(Identity.KEPT);
        built.stereoElements()
                .forEach(element -> assertThat(StereoCheck.isAsWritten(element)).isTrue());
        assertThat(withoutNitrogen(built)).isEqualTo(withoutNitrogen(molecule));
    }

    @SuppressWarnings("rawtypes") // as CDK has it
    private static String withoutNitrogen(IAtomContainer molecule) {
        List<IStereoElement> carbons = new ArrayList<>();
        for (IStereoElement<?, ?> element : molecule.stereoElements()) {
            if (!(element.getFocus() instanceof IAtom atom && atom.getAtomicNumber() == 7)) {
                carbons.add(element);
            }
        }
        molecule.setStereoElements(carbons);
        return Smiles.canonical(molecule);
    }

    @Test
    void aBridgeheadNitrogenIsAsWritten() {
        for (String nitrogen : List.of("@", "@@")) {
            IAtomContainer molecule = Smiles.parse("Cc1ccc2N3Cc4cc(C)ccc4[N" + nitrogen + "](C3)Cc2c1");
            IStereoElement<?, ?> written = molecule.stereoElements().iterator().next();

            IStereoElement<?, ?> built =
                    builder.build(molecule, 0).stereoElements().iterator().next();

            assertThat(built.getConfigOrder()).isEqualTo(written.getConfigOrder());
            assertThat(StereoCheck.isAsWritten(built)).isTrue();
        }
    }

    @Test
    void aRigidMoleculeHasOneConformer() {
        assertThat(builder.build(Smiles.parse("c1ccccc1"), 10, 0)).hasSize(1);
    }

    @Test
    void givesUpInTime() {
        IAtomContainer chain = Smiles.parse("C".repeat(400));
        long start = System.nanoTime();

        assertThatThrownBy(() -> ConformerBuilder.thorough()
                        .within(Duration.ofMillis(50))
                        .build(chain, 1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("give a structure with coordinates");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void notASmiles() {
        assertThatThrownBy(() -> Smiles.parse("CC(("))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'CC((' is not a SMILES");
    }

    @Test
    void drugLikeMoleculesKeepTheirStereo() throws IOException {
        Path list = Path.of("../../shared/data/smiles/BBBP.csv");
        assumeTrue(Files.exists(list), "needs " + list);
        List<String> failures = new ArrayList<>();
        int built = 0;
        for (String line : Files.readAllLines(list)) {
            String smiles = line.substring(line.indexOf(',') + 1).strip();
            if (!smiles.contains("@") || smiles.contains(".") || smiles.length() > 70 || built == 40) {
                continue;
            }
            built++;
            try {
                IAtomContainer molecule = Smiles.parse(smiles);
                IAtomContainer result = quick.build(molecule, 1);
                assertBondLengths(result);
            } catch (InputException e) {
                failures.add(smiles + ": " + e.getMessage());
            }
        }
        assertThat(built).isEqualTo(40);
        assertThat(failures).hasSizeLessThan(2);
    }

    private static IAtomContainer perceived(IAtomContainer built) {
        try {
            IAtomContainer copy = built.clone();
            copy.setStereoElements(StereoElementFactory.using3DCoordinates(copy).createAll());
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertBondLengths(IAtomContainer molecule) {
        molecule.bonds().forEach(bond -> assertThat(
                        bond.getBegin().getPoint3d().distance(bond.getEnd().getPoint3d()))
                .as("%s-%s", bond.getBegin().getSymbol(), bond.getEnd().getSymbol())
                .isBetween(0.6, 2.4));
    }

    private static List<Double> coordinates(IAtomContainer molecule) {
        List<Double> all = new ArrayList<>();
        molecule.atoms()
                .forEach(atom -> all.addAll(List.of(atom.getPoint3d().x, atom.getPoint3d().y, atom.getPoint3d().z)));
        return all;
    }
}
