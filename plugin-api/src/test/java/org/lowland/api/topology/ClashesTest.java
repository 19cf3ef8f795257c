package org.lowland.api.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lowland.api.precondition.ModelPreconditioner;
import org.lowland.api.system.AtomicSystem;

class ClashesTest {
    private static AtomicSystem hydroxyl(double length, int... bonds) {
        return AtomicSystem.builder(new int[] {8, 1, 1}, new double[] {0, 0, 0, length, 0, 0, -0.3, 0.9, 0})
                .bonds(bonds)
                .build();
    }

    @Test
    void bondsAreNoneHoweverShort() {
        assertThat(Clashes.any(hydroxyl(0.96))).isFalse();
        assertThat(Clashes.any(hydroxyl(0.6))).isTrue();
        assertThat(Clashes.any(hydroxyl(0.6, 0, 1, 0, 2))).isFalse();
    }

    @Test
    void whileAtomsClashEveryAtomIsAsStiffAsAnyOther() {
        double[] forces = {1, 2, 3, 4, 5, 6, 7, 8, 9};

        double[] step = ModelPreconditioner.of(hydroxyl(0.3), 50).solve(forces);

        for (int k = 0; k < forces.length; k++) {
            assertThat(step[k]).isEqualTo(forces[k] / 50);
        }
    }
}
