package org.lowland.potential.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.PotentialContract;
import org.lowland.test.Tolerances;

/** A model of nm and kJ/mol in single precision that takes numbers of lattice vectors and gives forces and stress itself. */
class LennardJonesForcesTest extends PotentialContract {
    @Override
    protected Potential create() {
        return Archives.potential("lennard-jones-forces.pt");
    }

    @Override
    protected List<AtomicSystem> systems() {
        return List.of(Archives.cluster(), Archives.trimer(), Archives.crystal());
    }

    @Override
    protected Tolerances tolerances() {
        return Tolerances.singlePrecision();
    }

    @Test
    void givesTheEnergiesAndForcesOfTheFormula() {
        for (AtomicSystem system : systems()) {
            double[] expected = Archives.lennardJones(system);
            Evaluation evaluation = potential().evaluate(system);
            assertThat(evaluation.energy()).isCloseTo(expected[0], within(1e-4));
            assertThat(evaluation.forces())
                    .containsExactly(Arrays.copyOfRange(expected, 1, expected.length), within(2e-3));
        }
    }

    @Test
    void givesTheStressThatTheGradientOfTheEnergyGives() {
        try (Potential differentiated = Archives.potential("lennard-jones.pt")) {
            assertThat(potential().evaluate(Archives.crystal()).stress().orElseThrow())
                    .containsExactly(
                            differentiated.evaluate(Archives.crystal()).stress().orElseThrow(), within(1e-4));
        }
    }
}
