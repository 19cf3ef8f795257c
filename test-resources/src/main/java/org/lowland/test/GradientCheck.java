package org.lowland.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * Compares forces and stresses with differences of energies, by the central formula of fourth order
 * (8 (E₊₁ − E₋₁) − (E₊₂ − E₋₂)) / 12h.
 */
final class GradientCheck {
    private static final int MOST_COMPONENTS = 60;

    private GradientCheck() {}

    /**
     * A potential that is not smooth jumps where a pair crosses the cutoff, and some differences straddle a jump: a
     * tenth of them may disagree then.
     */
    static void forces(Potential potential, AtomicSystem system, Tolerances tolerances) {
        int[] components = Transformations.randomOrder(3 * system.size(), new Random(PotentialContract.SEED));
        int count = Math.min(components.length, MOST_COMPONENTS);
        List<AtomicSystem> moved = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            for (int steps : new int[] {1, -1, 2, -2}) {
                double[] positions = system.positions();
                positions[components[k]] += steps * tolerances.step();
                moved.add(system.withPositions(positions));
            }
        }
        List<Evaluation> evaluations = potential.evaluate(moved);
        double[] forces = potential.evaluate(system).forces();
        double tolerance = tolerances.gradient() * Math.max(1, largest(forces));
        List<String> wrong = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double expected = -derivative(evaluations.subList(4 * k, 4 * k + 4), tolerances.step());
            double actual = forces[components[k]];
            if (!(Math.abs(actual - expected) <= tolerance)) {
                wrong.add("the " + "xyz".charAt(components[k] % 3) + " force on " + system.describe(components[k] / 3)
                        + " is " + actual + ", the energies say " + expected);
            }
        }
        assertThat(wrong)
                .as("%s, forces that differ by more than %s eV/Å", system, tolerance)
                .hasSizeLessThanOrEqualTo(potential.domain().smooth() ? 0 : count / 10);
    }

    static void stress(Potential potential, AtomicSystem system, Tolerances tolerances) {
        double volume = Math.abs(system.cell().orElseThrow().volume());
        double edge = Math.cbrt(volume);
        double step = tolerances.step() / edge;
        double[] stress = potential.evaluate(system).stress().orElseThrow();
        double tolerance = tolerances.gradient() * Math.max(edge, volume * largest(stress));
        for (int k = 0; k < 9; k++) {
            List<AtomicSystem> strained = new ArrayList<>();
            for (int steps : new int[] {1, -1, 2, -2}) {
                double[] matrix = {1, 0, 0, 0, 1, 0, 0, 0, 1};
                matrix[k] += steps * step / 2;
                matrix[3 * (k % 3) + k / 3] += steps * step / 2;
                strained.add(Transformations.rotated(system, matrix));
            }
            double derivative = derivative(potential.evaluate(strained), step);
            assertThat(volume * stress[k])
                    .as("%s, stress component %d times volume", system, k)
                    .isCloseTo(derivative, within(tolerance));
        }
    }

    private static double derivative(List<Evaluation> evaluations, double step) {
        double near = evaluations.get(0).energy() - evaluations.get(1).energy();
        double far = evaluations.get(2).energy() - evaluations.get(3).energy();
        return (8 * near - far) / (12 * step);
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
