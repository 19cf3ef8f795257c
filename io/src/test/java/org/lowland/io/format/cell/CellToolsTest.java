package org.lowland.io.format.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.vecmath.Point3d;
import javax.vecmath.Vector3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.format.AtomColumn;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.crystal.CellParameters;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.ICrystal;
import org.openscience.cdk.silent.SilentChemObjectBuilder;

class CellToolsTest {
    private static final AtomicSystem SALT = AtomicSystem.builder(
                    new int[] {11, 17}, new double[] {0, 0, 0, 1.5, 2, 2.5})
            .cell(Cell.orthorhombic(3, 4, 5))
            .fixed(new boolean[] {true, false})
            .build();

    @Test
    void supercellsCarryLabels() {
        double[] stress = {1, 2, 3, 2, 4, 5, 3, 5, 6};
        LabelledFrame frame = new LabelledFrame(
                SALT,
                Optional.of(Evaluation.of(-2, new double[] {1, 2, 3, 4, 5, 6}).withStress(stress)),
                "",
                Map.of("name", "salt", "dipole", "1 2 3"),
                List.of(new AtomColumn("tags", 'I', 1, List.of("7", "8"))));
        LabelledFrame larger = Supercell.parse("1x2x3").of(frame);
        AtomicSystem system = larger.system();
        assertThat(system.size()).isEqualTo(12);
        assertThat(system.cell().orElseThrow()).isEqualTo(Cell.orthorhombic(3, 8, 15));
        assertThat(new double[] {system.position(3, 0), system.position(3, 1), system.position(3, 2)})
                .containsExactly(1.5, 2, 7.5);
        assertThat(new double[] {system.position(7, 0), system.position(7, 1), system.position(7, 2)})
                .containsExactly(1.5, 6, 2.5);
        assertThat(system.isFixed(10)).isTrue();
        assertThat(system.isFixed(11)).isFalse();
        Evaluation labels = larger.evaluation().orElseThrow();
        assertThat(labels.energy()).isEqualTo(-12);
        assertThat(labels.force(10, 2)).isEqualTo(3);
        assertThat(labels.force(11, 0)).isEqualTo(4);
        assertThat(labels.stress().orElseThrow()).containsExactly(stress);
        assertThat(larger.columns().get(0).values()).hasSize(12).endsWith("7", "8");
        assertThat(larger.info()).containsOnlyKeys("name");
        LabelledFrame bare = LabelledFrame.of(SALT).with("energy", "-1.5");
        assertThat(new Supercell(2, 1, 1).of(bare).energy()).hasValue(-3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2x2", "0x1x1", "axbxc", "2x2x2x2", "-1x1x1", "", "99999x1x1"})
    void supercellsThatAreNone(String text) {
        assertThatThrownBy(() -> Supercell.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("2x2x1");
    }

    @Test
    void whatCannotBeRepeated() {
        AtomicSystem slab = SALT.toBuilder()
                .cell(Cell.of(new double[] {3, 0, 0, 0, 4, 0, 0, 0, 20}, true, true, false))
                .build();
        assertThat(new Supercell(2, 2, 1).of(slab).size()).isEqualTo(8);
        assertThatThrownBy(() -> new Supercell(1, 1, 2).of(slab)).hasMessageContaining("space does not repeat along c");
        assertThatThrownBy(() -> new Supercell(1, 1, 2).of(AtomicSystem.of(new int[] {2}, new double[3])))
                .hasMessageContaining("there is no cell");
        assertThatThrownBy(() -> ReducedCell.of(slab)).hasMessageContaining("periodic along three vectors");
        assertThatThrownBy(() -> PrimitiveCell.of(slab, 0.05)).hasMessageContaining("periodic along three vectors");
    }

    @Test
    void atomsOnFacesAreThereOnce() {
        AtomicSystem faces = AtomicSystem.builder(
                        new int[] {11, 11, 17, 11, 11},
                        new double[] {0, 0, 0, 3, 0, 0, 1.5, 2, 2.5, 3, 4, 5, 0, 4.01, 0})
                .cell(Cell.orthorhombic(3, 4, 5))
                .build();
        assertThat(CoincidentAtoms.once(faces).atomicNumbers()).containsExactly(11, 17);
        AtomicSystem mixed = AtomicSystem.builder(new int[] {11, 19}, new double[] {0, 0, 0, 3, 4, 5.01})
                .cell(Cell.orthorhombic(3, 4, 5))
                .build();
        assertThatThrownBy(() -> CoincidentAtoms.once(mixed)).hasMessageContaining("the crystal is disordered");
    }

    @Test
    void aCellThatIsReducedIsLeft() {
        AtomicSystem reduced = ReducedCell.of(SALT);
        assertThat(CellParameters.of(reduced.cell().orElseThrow()))
                .containsExactly(new double[] {3, 4, 5, 90, 90, 90}, within(1e-9));
        // The example of Krivy and Gruber (1976): squares 9, 27, 4 and twice the products -5, -4, -22.
        double[] skew = CellParameters.vectors(
                3, Math.sqrt(27), 2, degrees(-5, 4 * Math.sqrt(27)), degrees(-4, 12), degrees(-22, 6 * Math.sqrt(27)));
        assertThat(CellParameters.of(ReducedCell.of(Cell.of(skew, true, true, true))))
                .containsExactly(new double[] {2, 3, 3, degrees(9, 18), degrees(3, 12), degrees(4, 12)}, within(1e-9));
    }

    private static double degrees(double twiceProduct, double twiceLengths) {
        return Math.toDegrees(Math.acos(twiceProduct / twiceLengths));
    }

    @Test
    void crystalsThatAreNotWhole() {
        ICrystal crystal = SilentChemObjectBuilder.getInstance().newInstance(ICrystal.class);
        crystal.addAtom(crystal.getBuilder().newInstance(IAtom.class, "Na"));
        crystal.setA(new Vector3d(3, 0, 0));
        crystal.setB(new Vector3d(0, 3, 0));
        crystal.setC(new Vector3d());
        assertThatThrownBy(() -> CdkCrystals.toSystem(crystal)).isInstanceOf(InputException.class);
        crystal.setC(new Vector3d(0, 0, 3));
        assertThatThrownBy(() -> CdkCrystals.toSystem(crystal)).hasMessageContaining("atom 1 has no coordinates");
        crystal.getAtom(0).setFractionalPoint3d(new Point3d(0.5, 0, 0));
        assertThat(CdkCrystals.toSystem(crystal).position(0, 0)).isEqualTo(1.5);
        crystal.setSpaceGroup("F m -3 m");
        assertThatThrownBy(() -> CdkCrystals.toSystem(crystal)).hasMessageContaining("space group F m -3 m");
    }
}
