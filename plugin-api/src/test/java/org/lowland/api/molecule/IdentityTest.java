package org.lowland.api.molecule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lowland.api.molecule.Identity.BONDS_CHANGED;
import static org.lowland.api.molecule.Identity.KEPT;
import static org.lowland.api.molecule.Identity.STEREO_CHANGED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.stereo.StereoElementFactory;

class IdentityTest {
    private static final double[] TETRAHEDRON = {
        0, 0, 0, 0.63, 0.63, 0.63, -0.78, -0.78, 0.78, -1, 1, -1, 1.1, -1.1, -1.1
    };

    /** X and Y on C=C, on the same side (1) or on opposite ones (-1): atoms X C C Y, then what else the second C has, the first. */
    private static double[] disubstitutedEthene(int side) {
        return new double[] {
            -1.25, 1.17, 0, -0.66, 0, 0, 0.66, 0, 0, 1.5, side * 1.5, 0, 1.2, side * -0.94, 0, -1.2, -0.94, 0
        };
    }

    /** The four substituents in the plane of the page. */
    private static final double[] CROSS = {0, 0, 0, 1.09, 0, 0, 0, 1.35, 0, -1.75, 0, 0, 0, -1.9, 0};

    private static IAtomContainer perceived(IAtomContainer molecule) {
        molecule.setStereoElements(
                StereoElementFactory.using3DCoordinates(molecule).createAll());
        assertThat(molecule.stereoElements()).hasSize(1);
        return molecule;
    }

    private static IAtomContainer placed(IAtomContainer molecule, double[] positions) {
        return Molecules.withPositions(molecule, Molecules.toSystem(molecule).withPositions(positions));
    }

    private static IAtomContainer ethene(String smiles, int side) {
        return Structures.smiles(smiles, disubstitutedEthene(side));
    }

    private static Identity identity(IAtomContainer before, IAtomContainer after) {
        return Molecules.identity(before, after);
    }

    @Test
    void theSameGeometryIsKept() {
        IAtomContainer molecule = Structures.smiles("[C@]([H])(F)(Cl)Br", TETRAHEDRON);

        assertThat(identity(molecule, molecule)).isEqualTo(KEPT);
    }

    @Test
    void aMirroredCentreIsReportedWhetherDeclaredOrNot() {
        IAtomContainer declared = Structures.smiles("[C@]([H])(F)(Cl)Br", TETRAHEDRON);
        IAtomContainer bare = Structures.smiles("[C]([H])(F)(Cl)Br", TETRAHEDRON);

        assertThat(identity(declared, Structures.mirrored(declared))).isEqualTo(STEREO_CHANGED);
        assertThat(identity(bare, Structures.mirrored(bare))).isEqualTo(STEREO_CHANGED);
    }

    @Test
    void aMirroredCentreWithTwoEqualSubstituentsIsKept() {
        IAtomContainer molecule = Structures.smiles("[C]([H])(F)(Cl)Cl", TETRAHEDRON);

        assertThat(identity(molecule, Structures.mirrored(molecule))).isEqualTo(KEPT);
    }

    @Test
    void aFlattenedCentreIsReported() {
        IAtomContainer molecule = Structures.smiles("[C@]([H])(F)(Cl)Br", TETRAHEDRON);
        IAtomContainer flat = Structures.smiles("[C@]([H])(F)(Cl)Br", CROSS);

        assertThat(identity(molecule, flat)).isEqualTo(STEREO_CHANGED);
    }

    @Test
    void aFlatDrawingWithDeclaredStereoIsJudgedByTheDeclaration() {
        IAtomContainer one = Structures.smiles("[C@]([H])(F)(Cl)Br", CROSS);
        IAtomContainer other = Structures.smiles("[C@@]([H])(F)(Cl)Br", CROSS);
        IAtomContainer relaxed = Structures.smiles("[C]([H])(F)(Cl)Br", TETRAHEDRON);

        assertThat(identity(one, relaxed)).isNotEqualTo(identity(other, relaxed));
        assertThat(identity(one, Structures.mirrored(relaxed))).isEqualTo(identity(other, relaxed));
    }

    @Test
    void theSignOfADeclaredCentreIsThatOfCdk() {
        IAtomContainer solid = Structures.smiles("[C]([H])(F)(Cl)Br", TETRAHEDRON);
        IAtomContainer drawing = placed(perceived(Structures.smiles("[C]([H])(F)(Cl)Br", TETRAHEDRON)), CROSS);

        assertThat(identity(drawing, solid)).isEqualTo(KEPT);
        assertThat(identity(drawing, Structures.mirrored(solid))).isEqualTo(STEREO_CHANGED);
    }

    @Test
    void aTurnedDoubleBondIsReportedWhetherDeclaredOrNot() {
        for (String smiles : List.of("F/C(=C(/Cl)[H])[H]", "FC(=C(Cl)[H])[H]")) {
            IAtomContainer before = ethene(smiles, 1);
            assertThat(identity(before, before)).isEqualTo(KEPT);
            assertThat(identity(before, ethene(smiles, -1))).as(smiles).isEqualTo(STEREO_CHANGED);
        }
    }

    @Test
    void aTurnedDoubleBondWithEqualEndsIsKept() {
        String smiles = "FC(=C(Cl)[H])F";

        assertThat(identity(ethene(smiles, 1), ethene(smiles, -1))).isEqualTo(KEPT);
    }

    @Test
    void theSignOfADeclaredDoubleBondIsThatOfCdk() {
        String bare = "FC(=C(Cl)[H])[H]";
        IAtomContainer straight = placed(perceived(ethene(bare, 1)), disubstitutedEthene(0));

        assertThat(identity(straight, ethene(bare, 1))).isEqualTo(KEPT);
        assertThat(identity(straight, ethene(bare, -1))).isEqualTo(STEREO_CHANGED);
    }

    @Test
    void invertedAminesAreKept() {
        double[] amine = {0, 0, 0, 0.9, 0, -0.4, -0.7, 1.2, -0.45, -0.85, -1.5, -0.5};
        IAtomContainer declared = Structures.smiles("[N]([H])(F)Cl", amine);
        IAtomContainer inverted = Structures.mirrored(declared);

        assertThat(identity(declared, inverted)).isEqualTo(KEPT);
    }

    @Test
    void aLoneHydrogenIsABrokenBond() {
        IAtomContainer water = Structures.smiles("[O]([H])[H]", 0, 0, 0, 0.96, 0, 0, -0.24, 0.93, 0);

        assertThat(identity(water, Structures.moved(water, 1, 0.35, 0, 0))).isEqualTo(KEPT);
        assertThat(identity(water, Structures.moved(water, 1, 0.6, 0, 0))).isEqualTo(BONDS_CHANGED);
    }

    @Test
    void twoHydrogensThatFormAMoleculeAreANewBond() {
        IAtomContainer pair = Structures.smiles("[H][H].[H][H]", 0, 0, 0, 0.74, 0, 0, 0, 3, 0, 0.74, 3, 0);

        assertThat(identity(pair, Structures.moved(Structures.moved(pair, 2, 0, -1, 0), 3, 0, -1, 0)))
                .isEqualTo(KEPT);
        assertThat(identity(pair, Structures.moved(Structures.moved(pair, 2, 0, -2.2, 0), 3, 0, -2.2, 0)))
                .isEqualTo(BONDS_CHANGED);
    }

    @Test
    void aStrongHydrogenBondIsNoBond() {
        double[] dimer = {0, 0, 0, 0.98, 0, 0, -0.24, 0.93, 0, 2.45, 0, 0, 2.7, 0.5, 0.8, 2.7, 0.5, -0.8};
        IAtomContainer water = Structures.smiles("[O]([H])[H].[O]([H])[H]", dimer);

        assertThat(identity(water, Structures.moved(water, 1, 0.15, 0, 0))).isEqualTo(KEPT);
        assertThat(identity(water, Structures.moved(water, 1, 0.45, 0, 0))).isEqualTo(BONDS_CHANGED);
    }

    /** The bridgeheads of bicyclo[1.1.1]pentane are 1.87 Å apart, without a bond. */
    @Test
    void strainedCagesAreNotBondedAcross() {
        IAtomContainer cage = Structures.smiles(
                "[C]12[C][C]([C]1)[C]2", 0, 0, 0.935, 1.22, 0, 0, 0, 0, -0.935, -0.61, 1.0566, 0, -0.61, -1.0566, 0);

        assertThat(identity(cage, cage)).isEqualTo(KEPT);
    }

    @Test
    void metalsAndCoordinationBondsDoNotCount() {
        IAtomContainer salt = Structures.smiles("[Na]Cl", 0, 0, 0, 2.36, 0, 0);

        assertThat(identity(salt, Structures.moved(salt, 1, 2, 0, 0))).isEqualTo(KEPT);
    }

    @Test
    void theMoleculesGivenAreNotChanged() {
        IAtomContainer before = ethene("FC(=C(Cl)[H])[H]", 1);
        before.atoms().forEach(atom -> atom.setImplicitHydrogenCount(null));
        IBond doubleBond = before.getBond(1);
        int begin = doubleBond.getBegin().getIndex();

        identity(before, ethene("FC(=C(Cl)[H])[H]", -1));

        assertThat(before.getAtom(0).getImplicitHydrogenCount()).isNull();
        assertThat(before.stereoElements()).isEmpty();
        assertThat(doubleBond.getBegin().getIndex()).isEqualTo(begin);
    }

    @Test
    void otherAtomsAreRefused() {
        IAtomContainer water = Structures.smiles("[O]([H])[H]", new double[9]);
        IAtomContainer sulfide = Structures.smiles("[S]([H])[H]", new double[9]);

        assertThatThrownBy(() -> identity(water, sulfide)).isInstanceOf(InputException.class);
    }
}
