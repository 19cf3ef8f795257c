package org.lowland.api.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;

class AtomicSystemTest {
    private static final int[] WATER = {8, 1, 1};
    private static final double[] POSITIONS = {0, 0, 0, 0.96, 0, 0, -0.24, 0.93, 0};

    private static AtomicSystem.Builder water() {
        return AtomicSystem.builder(WATER, POSITIONS);
    }

    @Test
    void holdsWhatItWasGiven() {
        AtomicSystem system = water().charge(1)
                .multiplicity(4)
                .fixed(new boolean[] {true, false, false})
                .bonds(new int[] {0, 1, 0, 2})
                .cell(Cell.orthorhombic(3, 4, 5))
                .build();
        assertThat(system.size()).isEqualTo(3);
        assertThat(system.atomicNumbers()).containsExactly(WATER);
        assertThat(system.positions()).containsExactly(POSITIONS);
        assertThat(system.position(2, 1)).isEqualTo(0.93);
        assertThat(system.charge()).isOne();
        assertThat(system.electrons()).isEqualTo(9);
        assertThat(system.multiplicity()).isEqualTo(4);
        assertThat(system.isFixed(0)).isTrue();
        assertThat(system.freeAtoms()).isEqualTo(2);
        assertThat(system.bonds()).containsExactly(0, 1, 0, 2);
        assertThat(system.isPeriodic()).isTrue();
        assertThat(system.toBuilder().build()).isEqualTo(system).hasSameHashCodeAs(system);
        assertThat(system.describe(1)).isEqualTo("atom 2 (H)");
    }

    @Test
    void hasUsualDefaults() {
        AtomicSystem system = AtomicSystem.of(WATER, POSITIONS);
        assertThat(system.charge()).isZero();
        assertThat(system.multiplicity()).isOne();
        assertThat(system.cell()).isEmpty();
        assertThat(system.isPeriodic()).isFalse();
        assertThat(system.freeAtoms()).isEqualTo(3);
        assertThat(water().charge(1).build().multiplicity()).isEqualTo(2);
    }

    @Test
    void cannotBeChangedThroughItsArrays() {
        double[] given = POSITIONS.clone();
        AtomicSystem system = AtomicSystem.of(WATER, given);
        given[0] = 99;
        system.positions()[1] = 99;
        system.atomicNumbers()[0] = 99;
        system.fixed()[0] = true;
        assertThat(system).isEqualTo(AtomicSystem.of(WATER, POSITIONS));
    }

    @Test
    void movesToOtherPositionsAndKeepsTheRest() {
        AtomicSystem system =
                water().charge(-1).bonds(new int[] {0, 1}).fixed(new boolean[3]).build();
        double[] moved = POSITIONS.clone();
        moved[4] = 0.5;
        assertThat(system.withPositions(moved))
                .isEqualTo(AtomicSystem.builder(WATER, moved)
                        .charge(-1)
                        .bonds(new int[] {0, 1})
                        .build())
                .isNotEqualTo(system);
    }

    @Test
    void namesTheAtomWhoseCoordinateIsNoNumber() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            double[] positions = POSITIONS.clone();
            positions[7] = bad;
            assertThatThrownBy(() -> AtomicSystem.of(WATER, positions))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("y coordinate of atom 3 (H)")
                    .hasMessageContaining(String.valueOf(bad));
            AtomicSystem system = AtomicSystem.of(WATER, POSITIONS);
            assertThatThrownBy(() -> system.withPositions(positions)).isInstanceOf(InputException.class);
        }
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertRefused(AtomicSystem.builder(WATER, new double[8]), "9 coordinates");
        assertRefused(AtomicSystem.builder(new int[] {8, 0, 1}, POSITIONS), "Atom 2");
        assertRefused(AtomicSystem.builder(new int[] {8, 1, 119}, POSITIONS), "Atom 3");
        assertRefused(water().fixed(new boolean[2]), "2 flags for 3 atoms");
        assertRefused(water().bonds(new int[] {0, 3}), "pairs of atom indices");
        assertRefused(water().bonds(new int[] {0, 1, 2}), "pairs of atom indices");
        assertRefused(water().multiplicity(2), "multiplicity of 2");
        assertRefused(water().multiplicity(0), "multiplicity of 0");
        assertRefused(water().charge(1).multiplicity(1), "9 electrons");
    }

    private static void assertRefused(AtomicSystem.Builder builder, String word) {
        assertThatThrownBy(builder::build).isInstanceOf(InputException.class).hasMessageContaining(word);
    }
}
