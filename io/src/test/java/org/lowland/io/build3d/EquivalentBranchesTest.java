package org.lowland.io.build3d;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import javax.vecmath.Point3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.stereo.StereoElementFactory;

class EquivalentBranchesTest {
    private static final String SYMMETRIC = "C[C@@H]1CC[C@H](O)CC1";

    /** The mirror image of a molecule without a hand is that molecule with two of its branches exchanged. */
    @ParameterizedTest
    @ValueSource(strings = {SYMMETRIC, "C[C@H](O)[C@H](O)C", "O[C@H]1[C@@H](O)C1"})
    void aMirrorImageWithoutAHandIsRenumbered(String smiles) throws Exception {
        IAtomContainer molecule = Smiles.parse(smiles);
        IAtomContainer mirrored = mirrored(ConformerBuilder.quick().build(molecule, 1));

        IAtomContainer exchanged = EquivalentBranches.exchanged(mirrored).orElseThrow();

        StereoCheck.requireAsWritten(exchanged);
        exchanged.setStereoElements(
                StereoElementFactory.using3DCoordinates(exchanged).createAll());
        assertThat(Smiles.canonical(exchanged)).isEqualTo(Smiles.canonical(molecule));
        assertThat(sorted(exchanged)).isEqualTo(sorted(mirrored));
        exchanged.bonds().forEach(bond -> assertThat(
                        bond.getBegin().getPoint3d().distance(bond.getEnd().getPoint3d()))
                .isBetween(0.6, 2.4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C[C@H](O)CC",
                "C[C@H](O)[C@@H](O)C",
                "[13CH3][C@H](O)[C@H](O)C",
                "[2H]C[C@H](O)[C@H](O)C",
                "C[C@H]([O-])[C@H](O)C",
            })
    void anotherIsomerStaysOne(String smiles) throws Exception {
        IAtomContainer built = ConformerBuilder.quick().build(Smiles.parse(smiles), 1);

        assertThat(EquivalentBranches.exchanged(mirrored(built))).isEmpty();
    }

    /** Each of the five branches has 48 ways to exchange its atoms, and none of the 2^28 helps. */
    @Test
    @Timeout(60)
    void theSearchAmongManyEquivalentsIsBounded() throws Exception {
        String trityl = "C(c9ccccc9)(c9ccccc9)c9ccccc9";
        IAtomContainer molecule = Smiles.parse("F[C@](Cl)(Br)C(O%s)(O%s)C(O%s)(O%s)O%s".replace("%s", trityl));
        Random random = new Random(1);
        molecule.atoms()
                .forEach(atom ->
                        atom.setPoint3d(new Point3d(random.nextDouble(), random.nextDouble(), random.nextDouble())));
        boolean asWritten =
                StereoCheck.isAsWritten(molecule.stereoElements().iterator().next());

        assertThat(EquivalentBranches.exchanged(asWritten ? mirrored(molecule) : molecule))
                .isEmpty();
    }

    private static IAtomContainer mirrored(IAtomContainer molecule) throws CloneNotSupportedException {
        IAtomContainer copy = molecule.clone();
        copy.atoms().forEach(atom -> atom.getPoint3d().z = -atom.getPoint3d().z);
        return copy;
    }

    /** Every atom with its place, so that none is lost or doubled. */
    private static String[] sorted(IAtomContainer molecule) {
        AtomicSystem system = Molecules.toSystem(molecule);
        String[] all = new String[system.size()];
        for (int k = 0; k < all.length; k++) {
            all[k] = system.atomicNumber(k) + " " + molecule.getAtom(k).getPoint3d();
        }
        Arrays.sort(all);
        return all;
    }
}
