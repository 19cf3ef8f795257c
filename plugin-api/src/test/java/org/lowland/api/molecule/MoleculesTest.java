package org.lowland.api.molecule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import javax.vecmath.Point2d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.CDKConstants;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IStereoElement;

class MoleculesTest {
    private static final double[] WATER = {0, 0, 0, 0.96, 0, 0, -0.24, 0.93, 0};

    /** A regular tetrahedron around carbon: anticlockwise F, Cl, Br seen from H. */
    private static final double[] HALOMETHANE = {
        0, 0, 0, 0.63, 0.63, 0.63, -0.78, -0.78, 0.78, -1, 1, -1, 1.1, -1.1, -1.1
    };

    private static IAtomContainer water() {
        return Structures.smiles("[O]([H])[H]", WATER);
    }

    private static IAtomContainer halomethane() {
        return Structures.smiles("[C@]([H])(F)(Cl)Br", HALOMETHANE);
    }

    @Test
    void readsAtomsPositionsAndBondsInOrder() {
        AtomicSystem system = Molecules.toSystem(water());

        assertThat(system.atomicNumbers()).containsExactly(8, 1, 1);
        assertThat(system.positions()).containsExactly(WATER);
        assertThat(system.bonds()).containsExactly(0, 1, 0, 2);
        assertThat(system.charge()).isZero();
        assertThat(system.multiplicity()).isOne();
        assertThat(system.freeAtoms()).isEqualTo(3);
    }

    @Test
    void takesTheSumOfFormalChargesAndTheLowestMultiplicity() {
        AtomicSystem ammonium = Molecules.toSystem(Structures.smiles("[N+]([H])([H])([H])[H]", new double[15]));

        assertThat(ammonium.charge()).isEqualTo(1);
        assertThat(ammonium.multiplicity()).isEqualTo(1);
    }

    @Test
    void optionsOverrideChargeMultiplicityAndFixedAtoms() {
        AtomicSystem cation = Molecules.toSystem(
                water(), SystemOptions.none().withCharge(1).withMultiplicity(4).withFixed(Set.of(1)));

        assertThat(cation.charge()).isEqualTo(1);
        assertThat(cation.multiplicity()).isEqualTo(4);
        assertThat(cation.fixed()).containsExactly(false, true, false);
    }

    @Test
    void aChargeThatContradictsTheRadicalsGivesTheLowestMultiplicity() {
        IAtomContainer hydroxyl = Structures.smiles("[O][H]", 0, 0, 0, 0.97, 0, 0);
        hydroxyl.addSingleElectron(0);

        assertThat(Molecules.toSystem(hydroxyl).multiplicity()).isEqualTo(2);
        assertThat(Molecules.toSystem(hydroxyl, SystemOptions.none().withCharge(-1))
                        .multiplicity())
                .isEqualTo(1);
    }

    @Test
    void declaredRadicalsAreHighSpin() {
        IAtomContainer methylene = Structures.smiles("[C]([H])[H]", 0, 0, 0, 1.08, 0, 0, -0.5, 0.95, 0);
        methylene.addSingleElectron(0);
        methylene.addSingleElectron(0);

        assertThat(Molecules.toSystem(methylene).multiplicity()).isEqualTo(3);
    }

    @Test
    void missingCoordinatesAreRefusedByAtom() {
        IAtomContainer molecule = water();
        molecule.getAtom(1).setPoint3d(null);

        assertThatThrownBy(() -> Molecules.toSystem(molecule))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("atom 2 (H) has no 3D coordinates");
    }

    @Test
    void aFlatDrawingIsRefusedAsSuch() {
        IAtomContainer drawing = Structures.smiles("[O]([H])[H]");
        drawing.atoms().forEach(atom -> atom.setPoint2d(new Point2d(atom.getIndex(), 0)));

        assertThatThrownBy(() -> Molecules.toSystem(drawing))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("2D only")
                .hasMessageContaining("atom 1 (O)");
    }

    @Test
    void implicitHydrogensAreRefusedByAtom() {
        IAtomContainer ethane = Structures.smiles("CC", 0, 0, 0, 1.5, 0, 0);

        assertThatThrownBy(() -> Molecules.toSystem(ethane))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("atom 1 (C) has 3 implicit hydrogens; give every hydrogen as an atom");
    }

    @Test
    void whatIsNoElementIsRefusedByAtom() {
        IAtomContainer open = Structures.smiles("[H]O*", 0, 0, 0, 1, 0, 0, 2, 0, 0);

        assertThatThrownBy(() -> Molecules.toSystem(open))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("atom 3 (R) is not a chemical element");
    }

    @Test
    void anAtomToFixThatIsNotThereIsRefused() {
        assertThatThrownBy(
                        () -> Molecules.toSystem(water(), SystemOptions.none().withFixed(Set.of(3))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("There is no atom 4");
    }

    @Test
    void aMovedCopyKeepsAllButThePositionsAndLeavesTheOriginalAlone() {
        IAtomContainer original = halomethane();
        original.setTitle("a title");
        original.setProperty("tag", "value");
        original.setID("m1");
        original.getAtom(1).setMassNumber(2);
        original.getAtom(2).setProperty("atom tag", 7);
        original.getAtom(3).setFormalCharge(0);
        original.getAtom(0).setProperty(CDKConstants.ATOM_ATOM_MAPPING, 5);
        original.getAtom(0).setPoint2d(new Point2d(1, 2));
        double[] shifted = Molecules.toSystem(original).positions();
        shifted[0] += 0.25;

        IAtomContainer copy =
                Molecules.withPositions(original, Molecules.toSystem(original).withPositions(shifted));

        assertThat(copy).isNotSameAs(original).hasSameClassAs(original);
        assertThat(copy.getTitle()).isEqualTo("a title");
        assertThat(copy.getProperties()).isEqualTo(original.getProperties());
        assertThat(copy.getID()).isEqualTo("m1");
        for (IAtom atom : original.atoms()) {
            IAtom twin = copy.getAtom(atom.getIndex());
            assertThat(twin.getAtomicNumber()).isEqualTo(atom.getAtomicNumber());
            assertThat(twin.getMassNumber()).isEqualTo(atom.getMassNumber());
            assertThat(twin.getFormalCharge()).isEqualTo(atom.getFormalCharge());
            assertThat(twin.getImplicitHydrogenCount()).isEqualTo(atom.getImplicitHydrogenCount());
            assertThat(twin.getProperties()).isEqualTo(atom.getProperties());
            assertThat(twin.getPoint2d()).isEqualTo(atom.getPoint2d());
        }
        for (IBond bond : original.bonds()) {
            IBond twin = copy.getBond(bond.getIndex());
            assertThat(twin.getBegin().getIndex()).isEqualTo(bond.getBegin().getIndex());
            assertThat(twin.getEnd().getIndex()).isEqualTo(bond.getEnd().getIndex());
            assertThat(twin.getOrder()).isEqualTo(bond.getOrder());
        }
        IStereoElement<?, ?> element = copy.stereoElements().iterator().next();
        assertThat(element.getConfig())
                .isEqualTo(original.stereoElements().iterator().next().getConfig());
        assertThat(copy.contains((IAtom) element.getFocus())).isTrue();
        assertThat(copy.getAtom(0).getPoint3d().x).isEqualTo(0.25);
        assertThat(original.getAtom(0).getPoint3d().x).isZero();
    }

    @Test
    void positionsOfOtherAtomsAreRefused() {
        AtomicSystem ammonia = AtomicSystem.of(new int[] {7, 1, 1}, WATER);

        assertThatThrownBy(() -> Molecules.withPositions(water(), ammonia))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("atom 1 (N) is O in the molecule");
        assertThatThrownBy(() -> Molecules.withPositions(halomethane(), ammonia))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("The molecule has 5 atoms, the other structure 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[NH3+]CC(=O)[O-]", "[Na+].[Cl-]", "C[N+](C)(C)CC(=O)[O-]", "[O-]C(=O)C([NH3+])CC(=O)O"})
    void separatedChargesMakeAZwitterion(String smiles) {
        assertThat(Molecules.isZwitterion(Structures.smiles(smiles))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "glycine, NCC(=O)O",
        "nitromethane, C[N+](=O)[O-]",
        "pyridine N-oxide, c1cccc[n+]1[O-]",
        "azide, CN=[N+]=[N-]",
        "ylide, C[P+](C)(C)[CH2-]",
        "sulfone, C[S+2]([O-])([O-])C",
        "isocyanide, C[N+]#[C-]",
        "acetate, CC(=O)[O-]",
        "ammonium, C[NH3+]"
    })
    void chargesThatABondCompensatesDoNot(String name, String smiles) {
        assertThat(Molecules.isZwitterion(Structures.smiles(smiles))).as(name).isFalse();
    }
}
