package org.lowland.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.constraint.Constraint;
import org.lowland.api.constraint.TargetDrive;
import org.lowland.api.system.AtomicSystem;

/** A molecule that is brought far away must stay whole. */
class TargetDriveTest {

    private static AtomicSystem driven(AtomicSystem system, boolean[] fixed, String... constraints) {
        AtomicSystem constrained = system.toBuilder()
                .fixed(fixed)
                .constraints(Arrays.stream(constraints).map(Constraint::parse).toList())
                .build();
        return constrained.withPositions(
                TargetDrive.reach(constrained.manifold(), constrained.positions(), constrained.bonds()));
    }

    private static AtomicSystem driven(AtomicSystem system, String... constraints) {
        return driven(system, new boolean[system.size()], constraints);
    }

    private static double distance(AtomicSystem system, int i, int j) {
        double squared = 0;
        for (int axis = 0; axis < 3; axis++) {
            double d = system.position(i, axis) - system.position(j, axis);
            squared += d * d;
        }
        return Math.sqrt(squared);
    }

    private static void assertWhole(AtomicSystem before, AtomicSystem after, double tolerance) {
        int[] bonds = before.bonds();
        for (int k = 0; k < bonds.length; k += 2) {
            assertThat(distance(after, bonds[k], bonds[k + 1]))
                    .as("bond %s-%s", bonds[k] + 1, bonds[k + 1] + 1)
                    .isCloseTo(distance(before, bonds[k], bonds[k + 1]), within(tolerance));
        }
        for (int i = 0; i < after.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(distance(after, i, j)).isGreaterThan(0.9);
            }
        }
        assertThat(after.manifold().violation(after.positions())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, 0, -90, 120, 180, 359})
    void turnsABondAsAWhole(double torsion) {
        AtomicSystem butane = Structures.alkane(4);
        AtomicSystem turned = driven(butane, "torsion 1 2 3 4 = " + torsion);
        assertWhole(butane, turned, 0.01);
    }

    @Test
    void turnsTheMiddleOfALongChain() {
        AtomicSystem chain = Structures.alkane(30);
        assertWhole(chain, driven(chain, "torsion 14 15 16 17 = 60", "torsion 15 16 17 18"), 0.01);
    }

    @Test
    void movesFragmentsAsTheyAre() {
        double[] away = new double[9];
        for (int k = 0; k < 9; k += 3) {
            away[k] = 3;
        }
        AtomicSystem water = Structures.water();
        double[] moved = water.positions();
        for (int k = 0; k < 9; k++) {
            moved[k] += away[k];
        }
        AtomicSystem dimer = Transformations.joined(water, water.withPositions(moved));
        assertWhole(dimer, driven(dimer, "distance 1 4 = 8"), 1e-3);
    }

    @Test
    void closesAChainByItsTorsions() {
        AtomicSystem chain = Structures.alkane(8);
        assertWhole(chain, driven(chain, "distance 1 8 = 5"), 0.05);
    }

    @Test
    void bendsARing() {
        AtomicSystem benzene = Structures.benzene();
        assertWhole(benzene, driven(benzene, "torsion 1 2 3 4 = 25"), 0.05);
    }

    @Test
    void leavesFixedAtomsWhereTheyAre() {
        AtomicSystem butane = Structures.alkane(4);
        boolean[] fixed = new boolean[butane.size()];
        Arrays.fill(fixed, 0, 3, true);
        AtomicSystem turned = driven(butane, fixed, "torsion 1 2 3 4 = 60");
        assertWhole(butane, turned, 0.01);
        assertThat(Arrays.copyOf(turned.positions(), 9)).containsExactly(Arrays.copyOf(butane.positions(), 9));
    }

    @Test
    void movesNothingThatHoldsAlready() {
        AtomicSystem turned = driven(Structures.alkane(4), "torsion 1 2 3 4 = 60");
        assertThat(driven(turned, "torsion 1 2 3 4 = 60")).isEqualTo(turned);
    }

    @Test
    void refusesWhatNoStructureHas() {
        AtomicSystem butane = Structures.alkane(4);
        assertThatThrownBy(() -> driven(
                        butane, "distance 1 2 = 1.5", "distance 2 3 = 1.5", "distance 3 4 = 1.5", "distance 1 4 = 9"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot be met together")
                .hasMessageContaining("does not hold");
    }

    @Test
    void keepsTheOrderOfConstraints() {
        AtomicSystem ethanol = Structures.ethanol().toBuilder()
                .constraints(List.of(Constraint.distance(0, 1), Constraint.angle(0, 1, 2)))
                .build();
        assertThat(ethanol.toBuilder().build()).isEqualTo(ethanol);
        int[] order = {8, 7, 6, 5, 4, 3, 2, 1, 0};
        assertThat(Transformations.permuted(Transformations.permuted(ethanol, order), order))
                .isEqualTo(ethanol);
    }
}
