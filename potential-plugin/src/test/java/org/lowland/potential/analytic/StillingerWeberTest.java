package org.lowland.potential.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.UnsupportedException;
import org.lowland.api.optimize.Forces;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

class StillingerWeberTest {
    private static final Potential POTENTIAL = LennardJonesTest.potential("stillinger-weber");

    /** 64 atoms with LAMMPS (version of 7 August 2019): the log beside the published silicon, with its ε of 2.1683 eV. */
    @Test
    void theCrystalHasTheEnergyThatLammpsGivesIt() {
        AtomicSystem crystal = Silicon.diamond(2, Silicon.EDGE);

        Evaluation evaluation =
                LennardJonesTest.potential("stillinger-weber?epsilon=2.1683").evaluate(crystal);

        assertThat(evaluation.energy()).isCloseTo(-277.542399683, within(1e-8));
        assertThat(Forces.fmax(crystal, evaluation)).isLessThan(1e-12);
    }

    /** The four bonds of an atom share a depth of ε each, and no angle costs anything: the paper. */
    @Test
    void anAtomOfTheCrystalHasTwiceTheDepthOfThePair() {
        assertThat(POTENTIAL.evaluate(Silicon.diamond(1, Silicon.EDGE)).energy() / 8)
                .isCloseTo(-2 * 2.16826, within(1e-5));
        assertThat(POTENTIAL.evaluate(Silicon.diamond(1, Silicon.EDGE)).energy() / 8)
                .isCloseTo(-4.336519995, within(1e-9));
    }

    /** Where the stress vanishes, a bond is as long as that of a pair alone, 2^(1/6) σ, which makes the edge 5.43095 Å. */
    @Test
    void theCrystalIsAtRestAtItsLatticeConstant() {
        double low = 5.42;
        double high = 5.44;
        while (high - low > 1e-7) {
            double middle = (low + high) / 2;
            double stress =
                    POTENTIAL.evaluate(Silicon.diamond(1, middle)).stress().orElseThrow()[0];
            if (stress > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        assertThat(low).isCloseTo(Math.pow(2, 1.0 / 6) * 2.0951 * 4 / Math.sqrt(3), within(1e-4));
        assertThat(low).isCloseTo(Silicon.EDGE, within(2e-4));
    }

    /** Energies: the formula in NumPy, summed over all pairs of neighbours of every atom. */
    @Test
    void structuresOutOfOrderHaveTheirEnergies() {
        AtomicSystem crystal = Silicon.diamond(2, Silicon.EDGE);
        double[] positions = crystal.positions();
        for (int k = 0; k < positions.length; k++) {
            positions[k] += 0.3 * Math.sin(1.7 * k * k + 0.3);
        }

        assertThat(POTENTIAL.evaluate(crystal.withPositions(positions)).energy())
                .isCloseTo(-204.941831254, within(1e-8));
        assertThat(POTENTIAL.evaluate(Silicon.five()).energy()).isCloseTo(-4.924373392, within(1e-9));
    }

    @Test
    void itIsNamedWithTheOptionsThatMatter() {
        assertThat(LennardJonesTest.potential("stillinger-weber?lambda=21&gamma=1.3")
                        .id())
                .isEqualTo("stillinger-weber?gamma=1.3");
    }

    @Test
    void otherElementsAreRefused() {
        AtomicSystem carbon = AtomicSystem.of(new int[] {14, 6}, new double[] {0, 0, 0, 2, 0, 0});

        assertThatThrownBy(() -> POTENTIAL.evaluate(carbon))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("atom 2 (C)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sigma=0", "epsilon=-1", "a=0", "lambda=-21", "gamma=0", "strength=0"})
    void optionsThatMakeNoSenseAreRefused(String typed) {
        assertThatThrownBy(() -> LennardJonesTest.potential("stillinger-weber?" + typed))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'" + typed.substring(0, typed.indexOf('=')) + "'");
    }
}
