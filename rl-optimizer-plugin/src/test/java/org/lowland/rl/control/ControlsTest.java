package org.lowland.rl.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.constraint.Constraint;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.Structures;

class ControlsTest {
    private static final AtomicSystem DIMER = AtomicSystem.of(new int[] {18, 18}, new double[] {0, 0, 0, 0, 0, 1.3});

    private static OptimizationOptions steps(int steps) {
        return OptimizationOptions.defaults().withFmax(1e-9).withSteps(steps);
    }

    private static double distance(OptimizationResult result) {
        return result.system().position(1, 2) - result.system().position(0, 2);
    }

    private static double force(double r) {
        return 4 * (12 * Math.pow(r, -13) - 6 * Math.pow(r, -7));
    }

    @Test
    void steepestDescentWithoutBacktrackingIsTheForceTimesTheRate() {
        OptimizationResult result =
                Controls.run("steepest-descent?rate=1e-2&backtracking=false", "lj", DIMER, steps(2));

        double once = 1.3 + 2e-2 * force(1.3);
        assertThat(distance(result)).isCloseTo(once + 2e-2 * force(once), within(1e-12));
        assertThat(result.evaluations()).isEqualTo(3);
    }

    @Test
    void steepestDescentGrowsItsStepsByAFifthAndTakesBackThoseUphill() {
        OptimizationResult result = Controls.run("steepest-descent?rate=1e-2", "lj", DIMER, steps(2));

        double once = 1.3 + 2e-2 * force(1.3);
        assertThat(distance(result)).isCloseTo(once + 1.2 * 2e-2 * force(once), within(1e-12));
        OptimizationResult far = Controls.run("steepest-descent?rate=0.1&max-step=1", "lj", DIMER, steps(1));
        assertThat(far.energy()).isLessThan(-4 * (Math.pow(1.3, -6) - Math.pow(1.3, -12)));
        assertThat(far.evaluations()).isGreaterThan(2);
    }

    /** With one force that hardly changes, every step of Adam is as long as the rate. */
    @Test
    void adamMovesByTheRateWhereTheForceIsSteady() {
        OptimizationResult result = Controls.run("adam?rate=1e-4", "lj", DIMER, steps(10));

        assertThat(distance(result)).isCloseTo(1.3 - 2 * 10 * 1e-4, within(2e-6));
    }

    /** Three steps by the formula of the paper */
    @Test
    void adamFollowsItsFormula() {
        double x = 1.3;
        double mean = 0;
        double square = 0;
        for (int t = 1; t <= 3; t++) {
            double f = force(x);
            mean = 0.8 * mean + 0.2 * f;
            square = 0.9 * square + 0.1 * f * f;
            x += 2 * 0.05 * (mean / (1 - Math.pow(0.8, t))) / (Math.sqrt(square / (1 - Math.pow(0.9, t))) + 1e-8);
        }

        OptimizationResult result = Controls.run("adam?rate=0.05&beta1=0.8&beta2=0.9", "lj", DIMER, steps(3));

        assertThat(distance(result)).isCloseTo(x, within(1e-12));
    }

    @Test
    void noActionEndsWhereItStarts() {
        AtomicSystem start = Structures.randomCluster(7, 1);

        OptimizationResult result = Controls.run(
                "null-action", "lj", start, OptimizationOptions.defaults().withEvaluations(20));

        assertThat(result.system()).isEqualTo(start);
        assertThat(result.evaluations()).isEqualTo(20);
        assertThat(result.steps()).isEqualTo(19);
        assertThat(result.reason()).isEqualTo(StopReason.BUDGET);
        assertThat(result.converged()).isFalse();
    }

    @Test
    void randomForcesStayBetweenTheScales() {
        for (long seed = 0; seed < 20; seed++) {
            OptimizationResult result =
                    Controls.run("random-force?smallest=1e-3&largest=1e-2", "lj", DIMER, steps(1).withSeed(seed));

            double scale = (distance(result) - 1.3) / (2 * force(1.3));
            assertThat(scale).as("seed %d", seed).isBetween(1e-3 - 1e-12, 1e-2 + 1e-12);
        }
        OptimizationResult clipped =
                Controls.run("random-force?smallest=1&largest=2&max-step=0.01", "lj", DIMER, steps(1));
        assertThat(distance(clipped)).isCloseTo(1.3 - 2 * 0.01, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null-action", "random-force"})
    void constraintsAreRefusedByName(String optimizer) {
        AtomicSystem start = DIMER.toBuilder()
                .constraints(List.of(Constraint.distance(0, 1).to(1.3)))
                .build();

        OptimizationResult result = Controls.run(optimizer, "lj", start, OptimizationOptions.defaults());

        assertThat(result.reason()).isEqualTo(StopReason.FAILED);
        assertThat(result.message()).hasValueSatisfying(line -> assertThat(line).contains("constraint"));
    }

    @ParameterizedTest
    @CsvSource({
        "steepest-descent, rate, 0",
        "steepest-descent, max-step, -1",
        "adam, rate, 0",
        "adam, beta1, 1",
        "adam, beta2, -0.1",
        "adam, max-step, 0",
        "random-force, smallest, 0",
        "random-force, largest, 1e-6",
        "random-force, max-step, 0"
    })
    void optionsThatMakeNoSenseAreRefused(String id, String option, String value) {
        assertThatThrownBy(() -> Controls.optimizer(id + "?" + option + "=" + value))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'" + option + "'")
                .hasMessageContaining("'" + id + "'");
    }
}
