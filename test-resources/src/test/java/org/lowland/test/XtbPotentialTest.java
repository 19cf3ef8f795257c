package org.lowland.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Units;

class XtbPotentialTest {
    private final XtbPotential potential = new XtbPotential();

    @BeforeEach
    void needsTheProgram() {
        assumeTrue(XtbPotential.isInstalled(), "the program xtb is not installed");
    }

    @Test
    void givesTheEnergyThatTheProgramPrints() {
        AtomicSystem water = Structures.water();

        Evaluation evaluation = potential.evaluate(water);

        assertThat(evaluation.energy() / Units.HARTREE).isCloseTo(-5.07, within(0.01));
    }

    @Test
    void forcesAreTheNegativeGradient() {
        AtomicSystem water = Structures.water();
        double step = 1e-3;
        double[] forward = water.positions();
        double[] backward = water.positions();
        forward[4] += step;
        backward[4] -= step;

        double slope = (potential.evaluate(water.withPositions(forward)).energy()
                        - potential.evaluate(water.withPositions(backward)).energy())
                / (2 * step);

        assertThat(potential.evaluate(water).force(1, 1)).isCloseTo(-slope, within(1e-3));
    }
}
