package org.lowland.rl.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.Providers;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

class BasinHoppingTest {
    private static final OptimizationOptions OPTIONS = OptimizationOptions.defaults();

    /** Energies: Cambridge Cluster Database, D. J. Wales and J. P. K. Doye, J. Phys. Chem. A 101, 5111 (1997). */
    @ParameterizedTest
    @CsvSource({
        "7, 1, 3000, -16.505384",
        "13, 1, 10000, -44.326801",
        "13, 2, 10000, -44.326801",
        "13, 3, 10000, -44.326801"
    })
    void itFindsTheLowestClusterFromARandomStart(int atoms, long seed, long evaluations, double energy) {
        OptimizationResult result = Searches.run(
                "basin-hopping?start=random",
                "lj",
                Searches.grid(atoms),
                OPTIONS.withFmax(1e-3).withSeed(seed).withEvaluations(evaluations));

        assertThat(result.energy()).isCloseTo(energy, within(2e-6));
        assertThat(result.converged()).isTrue();
        assertThat(result.fmax()).isLessThanOrEqualTo(1e-3);
        assertThat(result.reason()).isEqualTo(StopReason.BUDGET);
        assertThat(result.evaluations()).isEqualTo(evaluations);
    }

    @Test
    void stepsAreQuenchesAndSoIsTheirLimit() {
        OptimizationResult result =
                Searches.run("basin-hopping?start=random", "lj", Searches.grid(7), OPTIONS.withSteps(12));

        assertThat(result.steps()).isEqualTo(12);
        assertThat(result.reason()).isEqualTo(StopReason.STEP_LIMIT);
        assertThat(result.message()).hasValueSatisfying(line -> assertThat(line).startsWith("12 quenches"));
    }

    @Test
    void theSameSeedGivesTheSameRunAndAnotherSeedAnother() {
        OptimizationOptions options = OPTIONS.withEvaluations(2000).withTrajectory(true);
        AtomicSystem start = Searches.grid(9);

        OptimizationResult one = Searches.run("basin-hopping?start=random", "lj", start, options.withSeed(4));
        OptimizationResult two = Searches.run("basin-hopping?start=random", "lj", start, options.withSeed(4));
        OptimizationResult other = Searches.run("basin-hopping?start=random", "lj", start, options.withSeed(5));

        assertThat(two.system()).isEqualTo(one.system());
        assertThat(two.energy()).isEqualTo(one.energy());
        assertThat(two.steps()).isEqualTo(one.steps());
        assertThat(other.trajectory().get(0).system())
                .isNotEqualTo(one.trajectory().get(0).system());
    }

    @Test
    void itBeginsAtTheGivenStructureUnlessToldOtherwise() {
        AtomicSystem start = Searches.grid(8);

        Walk given = Searches.optimizer("basin-hopping").start(start, OPTIONS);
        Walk random = Searches.optimizer("basin-hopping?start=random").start(start, OPTIONS);

        assertThat(given.ask()).containsExactly(start);
        assertThat(random.ask().get(0)).isNotEqualTo(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"given", "random"})
    void fixedAtomsStayWhereTheyAre(String from) {
        boolean[] fixed = new boolean[10];
        fixed[0] = true;
        fixed[7] = true;
        AtomicSystem start = Searches.grid(10).toBuilder().fixed(fixed).build();
        Walk walk = Searches.optimizer("basin-hopping?start=" + from).start(start, OPTIONS);

        try (Potential landscape = Searches.potential("lj")) {
            while (walk.steps() < 10) {
                for (AtomicSystem asked : walk.ask()) {
                    for (int axis = 0; axis < 3; axis++) {
                        assertThat(asked.position(0, axis)).isEqualTo(start.position(0, axis));
                        assertThat(asked.position(7, axis)).isEqualTo(start.position(7, axis));
                    }
                }
                walk.tell(landscape.evaluate(walk.ask()));
            }
        }
        assertThat(walk.best().system().position(1, 0)).isNotEqualTo(start.position(1, 0));
    }

    @Test
    void nothingIsSearchedWhenAllAtomsAreFixed() {
        AtomicSystem start = Searches.grid(3).toBuilder()
                .fixed(new boolean[] {true, true, true})
                .build();

        OptimizationResult result = Searches.run("basin-hopping", "lj", start, OPTIONS);

        assertThat(result.evaluations()).isEqualTo(1);
        assertThat(result.system()).isEqualTo(start);
        assertThat(result.reason()).isEqualTo(StopReason.CONVERGED);
    }

    @Test
    void theBestEnergyNeverRises() {
        Walk walk = Searches.optimizer("basin-hopping?start=random").start(Searches.grid(13), OPTIONS.withSeed(11));
        List<Double> energies = new ArrayList<>();

        try (Potential landscape = Searches.potential("lj")) {
            while (walk.steps() < 30) {
                walk.tell(landscape.evaluate(walk.ask()));
                energies.add(walk.best().evaluation().energy());
            }
        }

        assertThat(energies).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(energies.get(energies.size() - 1)).isLessThan(energies.get(0));
    }

    @Test
    void aQuenchThatTakesTooLongIsNoMinimum() {
        OptimizationResult result = Searches.run(
                "basin-hopping?start=random&quench-evaluations=3", "lj", Searches.grid(13), OPTIONS.withSteps(5));

        assertThat(result.evaluations()).isEqualTo(15);
        assertThat(result.converged()).isFalse();
    }

    /** A liquid in a cell: no container, and the lowest minimum is lower than that of the first quench. */
    @Test
    void itSearchesPeriodicSystemsToo() {
        int[] elements = {28, 28, 28, 28, 28, 28, 28, 28, 15, 15};
        AtomicSystem start = AtomicSystem.builder(elements, Searches.grid(10).positions())
                .cell(Cell.orthorhombic(3.3, 3.3, 3.3))
                .build();
        String potential = "kob-andersen?images=all&shift=force";

        OptimizationResult first = Searches.run("basin-hopping?start=random", potential, start, OPTIONS.withSteps(1));
        OptimizationResult result = Searches.run("basin-hopping?start=random", potential, start, OPTIONS.withSteps(40));

        assertThat(result.converged()).isTrue();
        assertThat(result.energy()).isLessThan(first.energy());
    }

    @Test
    void itIsListedAsASearch() {
        assertThat(Providers.optimizers().get("basin-hopping").kind()).isEqualTo(OptimizerKind.SEARCH);
        assertThat(Searches.optimizer("basin-hopping").kind()).isEqualTo(OptimizerKind.SEARCH);
    }

    @Test
    void itDoesNotQuenchWithASearch() {
        assertThatThrownBy(() -> new BasinHopping(BasinHoppingSettings.defaults(), Searches.optimizer("basin-hopping")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("basin-hopping");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "temperature=-1",
                "step=0",
                "acceptance=1",
                "radius=0",
                "quench-fmax=0",
                "quench-evaluations=0",
                "radius=Infinity"
            })
    void optionsThatMakeNoSenseAreRefused(String typed) {
        assertThatThrownBy(() -> Searches.optimizer("basin-hopping?" + typed))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'" + typed.substring(0, typed.indexOf('=')) + "'");
    }
}
