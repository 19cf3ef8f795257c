package org.lowland.rl.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.constraint.Constraint;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

class ParallelTemperingTest {
    private static final AtomicSystem START = Searches.grid(13);
    private static final String SEARCH =
            "parallel-tempering?replicas=4&coldest=0.15&hottest=0.4&radius=2.5&trajectory=10";
    private static final OptimizationOptions OPTIONS =
            OptimizationOptions.defaults().withSeed(3).withEvaluations(3000);

    @TempDir
    private Path folder;

    private String saved(String more) {
        return SEARCH + "&checkpoint=" + folder.resolve("search.json") + more;
    }

    private void runAndDrop(int tells) {
        Walk walk = Searches.optimizer(saved("")).start(START, OPTIONS);
        try (Potential landscape = Searches.potential("lj")) {
            for (int k = 0; k < tells; k++) {
                walk.tell(landscape.evaluate(walk.ask()));
            }
        }
    }

    /** The icosahedron: D. J. Wales and J. P. K. Doye, J. Phys. Chem. A 101, 5111 (1997). */
    @Test
    void itFindsTheLowestCluster() {
        OptimizationResult result = Searches.run(SEARCH, "lj", START, OPTIONS.withEvaluations(60_000));

        assertThat(result.energy()).isCloseTo(-44.326801, within(1e-3));
        assertThat(result.converged()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 400, 700})
    void aRunThatWasKilledEndsWhereItWouldHaveEnded(int tells) {
        OptimizationResult uninterrupted = Searches.run(SEARCH, "lj", START, OPTIONS);

        runAndDrop(tells);
        OptimizationResult resumed = Searches.run(saved(""), "lj", START, OPTIONS);

        assertThat(resumed.system()).isEqualTo(uninterrupted.system());
        assertThat(resumed.energy()).isEqualTo(uninterrupted.energy());
        assertThat(resumed.steps()).isEqualTo(uninterrupted.steps());
        assertThat(resumed.evaluations()).isEqualTo(uninterrupted.evaluations());
        assertThat(resumed.message()).isEqualTo(uninterrupted.message());
    }

    @Test
    void aCheckpointOfAnotherRunOrSearchIsRefusedByName() {
        runAndDrop(400);

        assertThatThrownBy(() -> Searches.optimizer(saved("").replace("replicas=4", "replicas=5"))
                        .start(START, OPTIONS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("replicas 4 there and 5 here");
        assertThatThrownBy(() -> Searches.optimizer("basin-hopping?checkpoint=" + folder.resolve("search.json"))
                        .start(START, OPTIONS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no checkpoint of basin-hopping");
    }

    @Test
    void aCheckpointOfAnotherPotentialIsRefused() {
        runAndDrop(400);

        OptimizationResult result = Searches.run(saved(""), "lj?epsilon=2", START, OPTIONS);

        assertThat(result.reason()).isEqualTo(StopReason.FAILED);
        assertThat(result.message()).hasValueSatisfying(line -> assertThat(line).contains("another potential"));
    }

    /** After the first quench every round asks for all replicas at once, and all of them count. */
    @Test
    void everyReplicaCounts() {
        OptimizationResult result = Searches.run(SEARCH + "&quench-every=1000", "lj", START, OPTIONS);

        assertThat(result.evaluations()).isGreaterThan(2996).isLessThanOrEqualTo(3000);
        Walk walk = Searches.optimizer(SEARCH).start(START, OPTIONS);
        try (Potential landscape = Searches.potential("lj")) {
            while (walk.steps() == 0) {
                assertThat(walk.ask()).hasSize(1);
                walk.tell(landscape.evaluate(walk.ask()));
            }
        }
        assertThat(walk.ask()).hasSize(4);
    }

    @Test
    void itDoesNotQuenchWithASearch() {
        TemperingSettings settings =
                new TemperingSettings(2, 0.1, 0.2, 0.01, 5, 5, OptionalDouble.empty(), 100, Optional.empty());

        assertThatThrownBy(() -> new ParallelTempering(settings, Searches.optimizer("basin-hopping")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("basin-hopping");
    }

    @Test
    void constraintsAreRefusedByName() {
        AtomicSystem bound = START.toBuilder()
                .constraints(List.of(Constraint.distance(0, 1).to(1.1)))
                .build();

        OptimizationResult result = Searches.run(SEARCH, "lj", bound, OPTIONS);

        assertThat(result.reason()).isEqualTo(StopReason.FAILED);
        assertThat(result.message()).hasValueSatisfying(line -> assertThat(line).contains("constraint"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replicas=1",
                "coldest=0",
                "hottest=0.3",
                "time-step=0",
                "trajectory=0",
                "quench-every=0",
                "radius=0",
                "quench-evaluations=0",
                "replicas=5000000000"
            })
    void optionsThatMakeNoSenseAreRefused(String typed) {
        assertThatThrownBy(() -> Searches.optimizer("parallel-tempering?" + typed))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'" + typed.substring(0, typed.indexOf('=')) + "'");
    }
}
