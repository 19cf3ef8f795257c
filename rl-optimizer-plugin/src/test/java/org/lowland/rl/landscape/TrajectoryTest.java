package org.lowland.rl.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

class TrajectoryTest {
    private static final double STIFFNESS = 2;
    private static final AtomicSystem START =
            AtomicSystem.of(new int[] {18, 18, 18}, new double[] {0, 0, 0, 3, 0, 0, 0, 3, 0});
    private static final Container CONTAINER = Container.around(START, OptionalDouble.of(100));

    /** Three particles, each on a spring of its own. */
    private static Evaluation springs(AtomicSystem system) {
        double energy = 0;
        double[] forces = new double[9];
        for (int k = 0; k < 9; k++) {
            double d = system.position(k / 3, k % 3) - START.position(k / 3, k % 3);
            energy += STIFFNESS * d * d / 2;
            forces[k] = -STIFFNESS * d;
        }
        return Evaluation.of(energy, forces);
    }

    private static Ladder.Rung move(Ladder.Rung from, double temperature, RandomGenerator random) {
        Trajectory trajectory = new Trajectory(from, temperature, CONTAINER, random);
        for (int step = 1; step <= 5; step++) {
            trajectory.receive(springs(trajectory.next()), step == 5);
        }
        return trajectory.end(random);
    }

    /** Every degree of freedom has kT/2: the sampling is exact although the time step is long. */
    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.02})
    void theMeanEnergyIsThatOfEquipartition(double temperature) {
        RandomGenerator random = new Well19937c(5);
        Ladder.Rung rung = new Ladder.Rung(new Walk.Position(START, springs(START)), 0.3);
        double sum = 0;
        int moves = 20_000;
        for (int move = 0; move < moves; move++) {
            rung = new Ladder.Rung(move(rung, temperature, random).at(), 0.4);
            sum += rung.energy();
        }

        assertThat(sum / moves).isCloseTo(9 * temperature / 2, within(0.03 * 9 * temperature / 2));
    }

    @Test
    void theTimeStepSettlesWhereSevenTenthsAreAccepted() {
        RandomGenerator random = new Well19937c(6);
        Ladder.Rung rung = new Ladder.Rung(new Walk.Position(START, springs(START)), 0.01);
        int accepted = 0;
        for (int move = 0; move < 3000; move++) {
            Ladder.Rung next = move(rung, 0.002, random);
            accepted += move >= 1000 && next.at() != rung.at() ? 1 : 0;
            rung = next;
        }

        assertThat(accepted / 2000.0).isCloseTo(0.7, within(0.05));
    }

    @Test
    void aRunThatLeavesAllReasonIsTurnedDown() {
        RandomGenerator random = new Well19937c(7);
        Ladder.Rung rung = new Ladder.Rung(new Walk.Position(START, springs(START)), 10);

        Ladder.Rung end = move(rung, 1, random);

        assertThat(end.at()).isSameAs(rung.at());
        assertThat(end.timeStep()).isLessThan(10);
    }
}
