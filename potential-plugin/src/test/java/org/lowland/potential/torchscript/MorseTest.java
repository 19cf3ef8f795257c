package org.lowland.potential.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.api.system.Units;
import org.lowland.test.PotentialContract;
import org.lowland.test.Structures;
import org.lowland.test.Tolerances;

/** A model of hartree and bohr that makes its own pairs and gives nothing but an energy; its declaration is inside. */
class MorseTest extends PotentialContract {
    @Override
    protected Potential create() {
        return Archives.potential("morse.pt");
    }

    @Override
    protected List<AtomicSystem> systems() {
        return List.of(
                Structures.water(),
                Structures.acetamide(),
                Structures.ethanol().toBuilder()
                        .cell(Cell.of(new double[] {11, 0, 0, 0.7, 10.5, 0, -0.5, 0.6, 10}, true, true, true))
                        .build());
    }

    @Override
    protected Tolerances tolerances() {
        return Tolerances.doublePrecision();
    }

    @Test
    void givesTheEnergyOfTheFormula() {
        assertThat(potential().id()).isEqualTo("morse");
        double d = 1.2;
        AtomicSystem pair = AtomicSystem.of(new int[] {6, 8}, new double[] {0, 0, 0, 0, d, 0});
        double bohr = d / Units.BOHR;
        double exponential = Math.exp(1.6 + 0.05 * 14 - bohr);
        double well = 0.05 * (Math.pow(1 - exponential, 2) - 1);
        double fade = 1 - bohr * bohr / 81;
        double slope = 0.1 * (1 - exponential) * exponential * Math.pow(fade, 3) - well * 6 * bohr / 81 * fade * fade;
        Evaluation evaluation = potential().evaluate(pair);
        assertThat(evaluation.energy()).isCloseTo((well * Math.pow(fade, 3) - 37.8 - 75) * Units.HARTREE, within(1e-9));
        assertThat(evaluation.force(0, 1)).isCloseTo(slope * Units.HARTREE / Units.BOHR, within(1e-9));
        assertThat(evaluation.stress()).isEmpty();
    }

    @Test
    void seesImagesOfNeighbouringCells() {
        AtomicSystem pair = AtomicSystem.of(new int[] {6, 8}, new double[] {0, 0, 0, 0, 1.2, 0});
        AtomicSystem across = AtomicSystem.builder(new int[] {6, 8}, new double[] {0, 0, 0, 0, 1.2 - 11, 0})
                .cell(Cell.orthorhombic(12, 11, 10))
                .build();
        assertThat(potential().evaluate(across).energy())
                .isCloseTo(potential().evaluate(pair).energy(), within(1e-9));
    }

    @Test
    void anAtomAloneHasNoForce() {
        Evaluation atom = potential()
                .evaluate(AtomicSystem.of(new int[] {8}, new double[3]).toBuilder()
                        .multiplicity(1)
                        .build());
        assertThat(atom.energy()).isCloseTo(-75 * Units.HARTREE, within(1e-9));
        assertThat(atom.forces()).containsOnly(0.0);
    }
}
