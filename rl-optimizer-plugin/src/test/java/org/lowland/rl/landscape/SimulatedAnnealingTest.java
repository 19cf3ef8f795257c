package org.lowland.rl.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.rl.start.Liquid;

class SimulatedAnnealingTest {
    private static final Liquid LIQUID = Liquid.named("kob-andersen").with(40, 2);

    private static OptimizationResult run(String optimizer, Potential potential, AtomicSystem start, long evaluations) {
        return OptimizationLoop.builder(Searches.optimizer(optimizer), potential)
                .options(OptimizationOptions.defaults().withEvaluations(evaluations))
                .build()
                .run(start);
    }

    /** Slow cooling goes around barriers at which a descent stops. */
    @Test
    void endsLowerThanADescentAndLowerTheSlowerItCools() {
        double quenched = 0;
        double fast = 0;
        double slow = 0;
        try (Potential potential = LIQUID.open()) {
            for (int number = 0; number < 6; number++) {
                AtomicSystem start = LIQUID.sample(potential, 3, number).system();
                quenched += energy(run("lbfgs", potential, start, 1000));
                fast += energy(run("simulated-annealing", potential, start, 400));
                slow += energy(run("simulated-annealing", potential, start, 4000));
            }
        }
        assertThat(fast / 6).isLessThan(quenched / 6);
        assertThat(slow / 6).isLessThan(fast / 6 - 1);
    }

    private static double energy(OptimizationResult result) {
        return result.evaluation().orElseThrow().energy();
    }

    @Test
    void endsAtAMinimumWithinItsEvaluations() {
        try (Potential potential = LIQUID.open()) {
            OptimizationResult result = run(
                    "simulated-annealing",
                    potential,
                    LIQUID.sample(potential, 3, 0).system(),
                    700);
            assertThat(result.converged()).isTrue();
            assertThat(result.evaluations()).isBetween(420L, 700L);
        }
    }

    @Test
    void refusesATemperatureThatRises() {
        assertThatThrownBy(() -> Searches.optimizer("simulated-annealing?hottest=0.1&coldest=0.2"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("coldest");
    }
}
