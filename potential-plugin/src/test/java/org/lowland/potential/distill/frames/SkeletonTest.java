package org.lowland.potential.distill.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.Structures;

class SkeletonTest {

    @Test
    void everyBondOfAChainIsAHingeWithItsSmallerSide() {
        List<Skeleton.Hinge> hinges = Skeleton.of(Structures.ethanol()).hinges();
        assertThat(hinges).hasSize(8).allSatisfy(hinge -> {
            assertThat(hinge.side()).contains(hinge.far()).doesNotContain(hinge.near());
            assertThat(hinge.side().length).isLessThanOrEqualTo(4);
        });
        assertThat(hinges).anySatisfy(hinge -> {
            assertThat(hinge.near()).isEqualTo(1);
            assertThat(hinge.side()).containsExactlyInAnyOrder(2, 8);
        });
    }

    @Test
    void bondsOfRingsAreNone() {
        assertThat(Skeleton.of(Structures.benzene()).hinges()).hasSize(6).allSatisfy(hinge -> assertThat(hinge.side())
                .hasSize(1));
    }

    @Test
    void countsBondsBetweenAtoms() {
        int[][] bonds = Skeleton.of(Structures.ethanol()).distances();
        assertThat(bonds[0][0]).isZero();
        assertThat(bonds[0][1]).isEqualTo(1);
        assertThat(bonds[0][8]).isEqualTo(3);
        assertThat(bonds[3][8]).isEqualTo(4);
        assertThat(bonds[8][3]).isEqualTo(4);
    }

    @Test
    void tellsFusedAndCrowdedAtoms() {
        AtomicSystem ethanol = Structures.ethanol();
        assertThat(Contacts.fused(ethanol)).isFalse();
        assertThat(Contacts.crowded(ethanol, Skeleton.of(ethanol).distances())).isFalse();
        double[] positions = ethanol.positions();
        for (int axis = 0; axis < 3; axis++) {
            positions[3 * 8 + axis] = positions[3 * 3 + axis] + (axis == 0 ? 0.9 : 0);
        }
        AtomicSystem bent = ethanol.withPositions(positions);
        assertThat(Contacts.crowded(bent, Skeleton.of(bent).distances())).isTrue();
        positions[3 * 8] -= 0.7;
        assertThat(Contacts.fused(ethanol.withPositions(positions))).isTrue();
    }
}
