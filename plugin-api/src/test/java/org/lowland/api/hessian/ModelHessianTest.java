package org.lowland.api.hessian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.coordinate.Angle;
import org.lowland.api.coordinate.Distance;
import org.lowland.api.coordinate.LinearBend;
import org.lowland.api.coordinate.OutOfPlane;
import org.lowland.api.coordinate.Primitive;
import org.lowland.api.coordinate.Torsion;
import org.lowland.api.coordinate.Translation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Units;

class ModelHessianTest {
    /** Hydrogen peroxide, and a hydrogen far away. */
    private static final AtomicSystem PEROXIDE = AtomicSystem.of(
            new int[] {1, 8, 8, 1, 1}, new double[] {-0.2, 0.94, 0, 0, 0, 0, 1.45, 0, 0, 1.65, 0, 0.94, 0, 0, 6});

    private static final List<Primitive> ALL = List.of(
            new Distance(0, 1),
            new Distance(1, 2),
            new Angle(0, 1, 2),
            new Torsion(0, 1, 2, 3),
            new OutOfPlane(1, 0, 2, 3),
            new LinearBend(0, 1, 2, 2, 0),
            new Translation(List.of(4), 0),
            new Distance(0, 4));

    @ParameterizedTest
    @ValueSource(strings = {"lindh", "swart", "fischer"})
    void constantsAreThoseOfAMolecule(String id) {
        double[] k = ModelHessian.byId(id).forceConstants(PEROXIDE, ALL);
        assertThat(ModelHessian.byId(id).id()).isEqualTo(id);
        assertThat(k).hasSize(ALL.size());
        assertThat(IntStream.range(0, k.length).allMatch(i -> k[i] > 0)).isTrue();
        assertThat(k[0]).as("O-H stretch, eV/Å²").isBetween(25.0, 75.0);
        assertThat(k[1]).as("O-O stretch, eV/Å²").isBetween(20.0, 60.0);
        assertThat(k[2]).as("H-O-O bend, eV/rad²").isBetween(1.0, 11.0);
        assertThat(k[3]).as("torsion, eV/rad²").isBetween(0.01, 0.6);
        assertThat(k[7]).as("far apart").isLessThan(0.02);
        assertThat(k[7]).isLessThan(k[0] / 1000);
    }

    /** At the lengths of reference every exponential is one. */
    @Test
    void constantsAreThePublishedOnes() {
        double r = 2.10 * Units.BOHR;
        AtomicSystem lindh = AtomicSystem.of(new int[] {6, 1}, new double[] {0, 0, 0, r, 0, 0});
        double unit = Units.HARTREE / (Units.BOHR * Units.BOHR);
        List<Distance> bond = List.of(new Distance(0, 1));
        assertThat(ModelHessian.byId("lindh").forceConstants(lindh, bond)[0]).isCloseTo(0.45 * unit, within(1e-9));
        AtomicSystem radii = AtomicSystem.of(new int[] {6, 1}, new double[] {0, 0, 0, 1.07, 0, 0});
        assertThat(ModelHessian.byId("swart").forceConstants(radii, bond)[0]).isCloseTo(0.35 * unit, within(1e-9));
        assertThat(ModelHessian.byId("fischer").forceConstants(radii, bond)[0]).isCloseTo(0.3601 * unit, within(1e-9));
    }

    @Test
    void refusesAnUnknownName() {
        assertThatThrownBy(() -> ModelHessian.byId("unit"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("swart");
    }
}
