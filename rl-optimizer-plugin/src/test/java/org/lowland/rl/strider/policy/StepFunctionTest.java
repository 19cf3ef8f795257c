package org.lowland.rl.strider.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lowland.api.UnsupportedException;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.rl.strider.Situations;
import org.lowland.rl.strider.episode.Situation;
import org.lowland.test.Structures;
import org.lowland.test.Transformations;

class StepFunctionTest {
    private static final AtomicSystem LIQUID = Structures.kobAndersenBox(50, 3);
    private final Potential potential = Situations.smooth();
    private final Situation situation = Situations.amid(LIQUID, potential, 1);
    private final StepPolicy policy = Situations.policy(2);

    private double[] value(Situation of) {
        return policy.function().value(policy.parameters(), of);
    }

    private static double[] mean(double[] value) {
        return Arrays.copyOf(value, value.length / 4 * 3);
    }

    private static double[] logs(double[] value) {
        return Arrays.copyOfRange(value, value.length / 4 * 3, value.length);
    }

    private static Situation with(Situation of, AtomicSystem system, double[] forces, double[] before, double[] moved) {
        return new Situation(
                system,
                of.energy(),
                forces,
                before,
                moved,
                of.stepsLeft(),
                of.stepsInAll(),
                of.reference(),
                of.atomEnergies());
    }

    @Test
    void turnsWithTheStructure() {
        for (long seed = 0; seed < 5; seed++) {
            double[] rotation = Transformations.randomRotation(new Random(seed));
            Situation turned = with(
                    situation,
                    Transformations.rotated(situation.system(), rotation),
                    Transformations.apply(rotation, situation.forces()),
                    Transformations.apply(rotation, situation.forcesBefore()),
                    Transformations.apply(rotation, situation.displacement()));
            assertThat(mean(value(turned)))
                    .containsExactly(Transformations.apply(rotation, mean(value(situation))), within(1e-12));
            assertThat(logs(value(turned))).containsExactly(logs(value(situation)), within(1e-12));
        }
    }

    @Test
    void isNumberedAsItsAtoms() {
        int[] order = Transformations.randomOrder(LIQUID.size(), new Random(4));
        Situation other = with(
                situation,
                Transformations.permuted(situation.system(), order),
                Transformations.permuted(order, situation.forces()),
                Transformations.permuted(order, situation.forcesBefore()),
                Transformations.permuted(order, situation.displacement()));
        assertThat(mean(value(other)))
                .containsExactly(Transformations.permuted(order, mean(value(situation))), within(1e-14));
    }

    @Test
    void doesNotDriftAndDoesNotCareWhereItIs() {
        double[] mean = mean(value(situation));
        for (int axis = 0; axis < 3; axis++) {
            double sum = 0;
            for (int k = axis; k < mean.length; k += 3) {
                sum += mean[k];
            }
            assertThat(sum).isCloseTo(0, within(1e-13));
        }
        Situation elsewhere = with(
                situation,
                Transformations.translated(situation.system(), 5.3, -20.1, 0.7),
                situation.forces(),
                situation.forcesBefore(),
                situation.displacement());
        assertThat(value(elsewhere)).containsExactly(value(situation), within(1e-11));
    }

    /** Two boxes side by side are the same infinite liquid: every atom does what it did. */
    @Test
    void doesNotCareHowManyAtomsThereAre() {
        AtomicSystem one = situation.system();
        double edge = one.cell().orElseThrow().component(0, 0);
        AtomicSystem shifted = Transformations.translated(one, edge, 0, 0);
        int[] elements = twice(one.atomicNumbers());
        AtomicSystem both = AtomicSystem.builder(elements, joined(one.positions(), shifted.positions()))
                .cell(Cell.orthorhombic(2 * edge, edge, edge))
                .build();
        Situation doubled = with(
                situation,
                both,
                joined(situation.forces(), situation.forces()),
                joined(situation.forcesBefore(), situation.forcesBefore()),
                joined(situation.displacement(), situation.displacement()));
        double[] alone = value(situation);
        double[] together = value(doubled);
        assertThat(mean(together)).containsExactly(joined(mean(alone), mean(alone)), within(1e-12));
        assertThat(logs(together)).containsExactly(joined(logs(alone), logs(alone)), within(1e-12));
    }

    private static double[] joined(double[] one, double[] other) {
        double[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static int[] twice(int[] one) {
        int[] both = Arrays.copyOf(one, 2 * one.length);
        System.arraycopy(one, 0, both, one.length, one.length);
        return both;
    }

    @Test
    void hasTheGradientOfItsDifferences() {
        double[] parameters = policy.parameters();
        double[] cotangent = new Random(7).doubles(4 * LIQUID.size(), -1, 1).toArray();
        double[] gradient = new double[parameters.length];
        policy.function().addGradient(parameters, situation, cotangent, gradient);
        for (int k = 0; k < parameters.length; k++) {
            double step = 1e-5;
            double[] ahead = parameters.clone();
            double[] behind = parameters.clone();
            ahead[k] += step;
            behind[k] -= step;
            double difference = (dot(cotangent, policy.function().value(ahead, situation))
                            - dot(cotangent, policy.function().value(behind, situation)))
                    / (2 * step);
            assertThat(gradient[k]).as("parameter %d", k).isCloseTo(difference, within(1e-7));
        }
    }

    /** In a box with a neighbour list and in one without. */
    @Test
    void hasTheGradientByTheSituationOfItsDifferences() {
        for (int atoms : new int[] {20, 50}) {
            Situation amid = Situations.amid(Structures.kobAndersenBox(atoms, 3), potential, 1);
            double[][] parts = {amid.system().positions(), amid.forces(), amid.forcesBefore(), amid.displacement()};
            double[] cotangent = new Random(7).doubles(4 * atoms, -1, 1).toArray();
            double[] gradient = policy.function().stateGradient(policy.parameters(), amid, cotangent);
            assertThat(gradient).hasSize(amid.coordinates());
            for (int k = 0; k < 12 * atoms; k += 7) {
                int part = k / (3 * atoms);
                double step = part == 1 || part == 2 ? 1e-3 : 1e-6;
                double difference = (dot(cotangent, value(shifted(amid, parts, k, step)))
                                - dot(cotangent, value(shifted(amid, parts, k, -step))))
                        / (2 * step);
                assertThat(gradient[k])
                        .as("coordinate %d of %d atoms", k, atoms)
                        .isCloseTo(difference, within(1e-5 * (1 + Math.abs(difference))));
            }
        }
    }

    /** The network at random, with two more numbers to see. */
    @Test
    void hasTheGradientByTheEnergiesOfTheAtoms() {
        Architecture blind = policy.function().architecture();
        StepFunction function = new StepFunction(new Architecture(
                blind.elements(),
                1,
                1,
                blind.cutoff(),
                blind.hidden(),
                blind.keep(),
                blind.mobility(),
                blind.noise(),
                true));
        double[] parameters = new Random(3).doubles(function.size(), -0.3, 0.3).toArray();
        double[] cotangent = new Random(7).doubles(200, -1, 1).toArray();
        double[] gradient = function.stateGradient(parameters, situation, cotangent);
        for (int atom = 0; atom < 50; atom += 7) {
            double slope = (dot(cotangent, function.value(parameters, raised(atom, 1e-5)))
                            - dot(cotangent, function.value(parameters, raised(atom, -1e-5))))
                    / 2e-5;
            assertThat(slope).isNotZero();
            assertThat(gradient[Situation.SHARES_AFTER * 50 + atom]).isCloseTo(slope, within(1e-7));
        }
    }

    private Situation raised(int atom, double by) {
        double[] shares = situation.atomEnergies().clone();
        shares[atom] += by;
        return new Situation(
                situation.system(),
                situation.energy(),
                situation.forces(),
                situation.forcesBefore(),
                situation.displacement(),
                situation.stepsLeft(),
                situation.stepsInAll(),
                situation.reference(),
                shares);
    }

    private static Situation shifted(Situation of, double[][] parts, int coordinate, double by) {
        double[][] moved = new double[parts.length][];
        for (int part = 0; part < parts.length; part++) {
            moved[part] = parts[part].clone();
        }
        moved[coordinate / parts[0].length][coordinate % parts[0].length] += by;
        return with(of, of.system().withPositions(moved[0]), moved[1], moved[2], moved[3]);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    @Test
    void refusesElementsThatItHasNotSeen() {
        AtomicSystem water = Structures.water();
        assertThatThrownBy(() -> policy.function().architecture().requireKnown(water))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("Ni, P");
    }
}
