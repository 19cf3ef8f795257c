package org.lowland.potential.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;
import org.lowland.api.Lowland;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;

class PhysicsReportTest {
    private static final double DISTANCE = 3.9;
    private static final Potential ARGON = Lowland.potential(BackendSpec.parse("lj?sigma=3.4&epsilon=0.0104"));
    private static final AtomicSystem CLUSTER = AtomicSystem.of(new int[] {18, 18, 18, 18}, new double[] {
        0, 0, 0, DISTANCE, 0, 0, 0.5 * DISTANCE, 0.87 * DISTANCE, 0, 0.5 * DISTANCE, 0.3 * DISTANCE, 0.8 * DISTANCE
    });

    private static Trajectory run(Potential potential, double picoseconds, double femtoseconds) {
        return Trajectory.run(potential, CLUSTER, new Trajectory.Plan(picoseconds, femtoseconds, 20, 3), step -> {});
    }

    @Test
    void aSoundPotentialKeepsItsEnergyTheBetterTheShorterTheSteps() {
        Trajectory coarse = run(ARGON, 10, 10);
        Trajectory fine = run(ARGON, 10, 5);
        assertThat(coarse.broken()).isFalse();
        assertThat(coarse.picoseconds()).isCloseTo(10, within(1e-9));
        assertThat(coarse.excursion()).isBetween(1e-4, 0.2);
        assertThat(coarse.excursion() / fine.excursion()).isBetween(3.0, 5.0);
        assertThat(Math.abs(fine.drift())).isLessThan(1e-3);
    }

    @Test
    void aForceThatIsNoGradientHeats() {
        Trajectory sound = run(ARGON, 5, 5);
        Trajectory leaky = run(new LeakyPotential(ARGON, 0.01, 0), 5, 5);
        assertThat(Math.abs(leaky.drift())).isGreaterThan(100 * Math.abs(sound.drift()));
        assertThat(leaky.excursion()).isGreaterThan(10 * sound.excursion());
    }

    @Test
    void theDriftIsInMillielectronvoltsPerAtomAndPicosecond() {
        // A push of f for a time t on an atom of mass m that feels nothing else gives it the energy f² t² / 2m.
        Potential nothing = Lowland.potential(BackendSpec.parse("lj?sigma=1&epsilon=1e-12"));
        AtomicSystem far = AtomicSystem.of(new int[] {18, 18}, new double[] {0, 0, 0, 50, 0, 0});
        double force = 0.01;
        Trajectory pushed = Trajectory.run(
                new LeakyPotential(nothing, 0, force), far, new Trajectory.Plan(1, 1, 1e-9, 1), step -> {});
        double metres = 1e-10;
        double joule = 1.602176634e-19;
        double newton = force * joule / metres;
        double kilograms = 39.948 * 1.66053906660e-27;
        double energy = newton * newton * 1e-24 / (2 * kilograms) / joule;
        assertThat(pushed.excursion()).isCloseTo(1000 * energy / 2, within(1e-3 * energy * 1000));
        // The slope of the best line through a parabola from 0 to 1 is 1.
        assertThat(pushed.drift()).isCloseTo(1000 * energy / 2, within(1e-2 * energy * 1000));
    }

    @Test
    void atomsThatMeetBreakATrajectory() {
        AtomicSystem close = AtomicSystem.of(new int[] {18, 18}, new double[] {0, 0, 0, 0.6, 0, 0});
        Trajectory broken = Trajectory.run(ARGON, close, new Trajectory.Plan(1, 50, 300, 1), step -> {});
        assertThat(broken.broken() || broken.excursion() > 1e3).isTrue();
    }

    @Test
    void measuresWhatSymmetryForbids() {
        List<AtomicSystem> structures = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            double[] x = CLUSTER.positions();
            x[2] += 0.1 * k;
            structures.add(CLUSTER.withPositions(x));
        }
        AtomicLong steps = new AtomicLong();
        Trajectory.Plan plan = new Trajectory.Plan(0.05, 1, 20, 3);
        PhysicsReport sound = PhysicsReport.of(ARGON, structures, plan, steps::set);
        assertThat(steps).hasValue(50);
        assertThat(sound.netForce()).isLessThan(1e-12);
        assertThat(sound.netTorque()).isLessThan(1e-12);
        assertThat(sound.rotationError()).isLessThan(1e-12);
        assertThat(sound.rotationErrorOfEnergy()).isLessThan(1e-12);
        assertThat(sound.closedPathWork()).isLessThan(1e-6);
        assertThat(sound.atomsPerSecond()).isGreaterThan(100);

        PhysicsReport leaky = PhysicsReport.of(new LeakyPotential(ARGON, 0.5, 0.25), structures, plan, step -> {});
        assertThat(leaky.netForce()).isCloseTo(0.25, within(1e-12));
        assertThat(leaky.netTorque()).isGreaterThan(0.1);
        assertThat(leaky.rotationError()).isGreaterThan(0.05);
        assertThat(leaky.closedPathWork()).isGreaterThan(0.01);
    }

    @Test
    void needsAStructure() {
        assertThatThrownBy(() -> PhysicsReport.of(ARGON, List.of(), Trajectory.Plan.DEFAULT, step -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("two atoms");
    }
}
