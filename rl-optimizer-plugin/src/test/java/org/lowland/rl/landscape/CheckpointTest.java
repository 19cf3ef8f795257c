package org.lowland.rl.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

class CheckpointTest {
    private static final AtomicSystem START = Searches.grid(10);
    private static final OptimizationOptions OPTIONS =
            OptimizationOptions.defaults().withSeed(7).withEvaluations(3000);

    @TempDir
    private Path folder;

    private String optimizer(String more) {
        return "basin-hopping?start=random&checkpoint=" + folder.resolve("search.json") + more;
    }

    /** Runs a search for so many evaluations and drops it, as a kill does. */
    private void runAndDrop(String optimizer, String potential, int evaluations) {
        Walk walk = Searches.optimizer(optimizer).start(START, OPTIONS);
        try (Potential landscape = Searches.potential(potential)) {
            for (int k = 0; k < evaluations; k++) {
                walk.tell(landscape.evaluate(walk.ask()));
            }
        }
    }

    private static void requireSame(OptimizationResult resumed, OptimizationResult uninterrupted) {
        assertThat(resumed.system()).isEqualTo(uninterrupted.system());
        assertThat(resumed.energy()).isEqualTo(uninterrupted.energy());
        assertThat(resumed.evaluation().orElseThrow().forces())
                .isEqualTo(uninterrupted.evaluation().orElseThrow().forces());
        assertThat(resumed.fmax()).isEqualTo(uninterrupted.fmax());
        assertThat(resumed.steps()).isEqualTo(uninterrupted.steps());
        assertThat(resumed.evaluations()).isEqualTo(uninterrupted.evaluations());
        assertThat(resumed.reason()).isEqualTo(uninterrupted.reason());
        assertThat(resumed.message()).isEqualTo(uninterrupted.message());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 333, 1500, 2999, 3000})
    void aRunThatWasKilledEndsWhereItWouldHaveEnded(int evaluations) {
        OptimizationResult uninterrupted = Searches.run("basin-hopping?start=random", "lj", START, OPTIONS);

        runAndDrop(optimizer(""), "lj", evaluations);
        OptimizationResult resumed = Searches.run(optimizer(""), "lj", START, OPTIONS);

        requireSame(resumed, uninterrupted);
    }

    @Test
    void itMayBeKilledAgainAndAgain() {
        OptimizationResult uninterrupted = Searches.run("basin-hopping?start=random", "lj", START, OPTIONS);

        for (int k = 0; k < 5; k++) {
            runAndDrop(optimizer(""), "lj", 400);
        }

        requireSame(Searches.run(optimizer(""), "lj", START, OPTIONS), uninterrupted);
    }

    @Test
    void stepsBoundAResumedRunAsTheyBoundAnother() {
        OptimizationOptions options = OPTIONS.withSteps(20).withEvaluations(Long.MAX_VALUE);
        OptimizationResult uninterrupted = Searches.run("basin-hopping?start=random", "lj", START, options);

        runAndDrop(optimizer(""), "lj", 500);

        requireSame(Searches.run(optimizer(""), "lj", START, options), uninterrupted);
    }

    @Test
    void aFinishedRunMayGoOnWithALargerBudget() {
        OptimizationResult uninterrupted = Searches.run("basin-hopping?start=random", "lj", START, OPTIONS);

        Searches.run(optimizer(""), "lj", START, OPTIONS.withEvaluations(1000));
        OptimizationResult extended = Searches.run(optimizer(""), "lj", START, OPTIONS);

        requireSame(extended, uninterrupted);
    }

    @Test
    void aBudgetThatIsUsedUpLeavesNothingToDo() {
        runAndDrop(optimizer(""), "lj", 500);

        OptimizationResult result = Searches.run(optimizer(""), "lj", START, OPTIONS.withEvaluations(10));

        assertThat(result.reason()).isEqualTo(StopReason.BUDGET);
        assertThat(result.evaluation()).isEmpty();
        assertThat(result.converged()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"&temperature=0.5, temperature 0.8 there and 0.5 here", "&step=0.3, step", "&radius=3, radius"})
    void aCheckpointOfOtherOptionsIsRefusedByName(String other, String message) {
        runAndDrop(optimizer(""), "lj", 500);

        assertThatThrownBy(() -> Searches.optimizer(optimizer(other)).start(START, OPTIONS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("search.json")
                .hasMessageContaining(message);
    }

    @Test
    void aCheckpointOfAnotherSystemOrSeedIsRefusedByName() {
        runAndDrop(optimizer(""), "lj", 500);

        assertThatThrownBy(() -> Searches.optimizer(optimizer("")).start(Searches.grid(11), OPTIONS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("atomic numbers");
        assertThatThrownBy(() -> Searches.optimizer(optimizer("")).start(START, OPTIONS.withSeed(8)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("seed 7 there and 8 here")
                .hasMessageContaining("{seed}");
    }

    @Test
    void aCheckpointOfAnotherPotentialIsRefused() {
        runAndDrop(optimizer(""), "lj", 500);

        OptimizationResult result = Searches.run(optimizer(""), "lj?epsilon=2", START, OPTIONS);

        assertThat(result.reason()).isEqualTo(StopReason.FAILED);
        assertThat(result.message()).hasValueSatisfying(line -> assertThat(line).contains("another potential"));
    }

    @Test
    void eachSeedMayHaveItsOwnFile() {
        String optimizer = "basin-hopping?checkpoint=" + folder.resolve("seed-{seed}.json");

        Searches.optimizer(optimizer).start(START, OPTIONS.withSeed(1));
        Searches.optimizer(optimizer).start(START, OPTIONS.withSeed(2));

        assertThat(folder.resolve("seed-1.json")).exists();
        assertThat(folder.resolve("seed-2.json")).exists();
    }

    @Test
    void twoSearchesThatStartOnOneFileAreToldSo() {
        Searches.optimizer(optimizer("")).start(START, OPTIONS);

        assertThatThrownBy(() -> Searches.optimizer(optimizer("")).start(START, OPTIONS.withSeed(8)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("seed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "{\"format\":\"something else\"}", "[1, 2"})
    void aFileThatIsNoCheckpointIsRefusedAndLeftAlone(String text) throws IOException {
        Path file = folder.resolve("search.json");
        Files.writeString(file, text);

        assertThatThrownBy(() -> Searches.optimizer(optimizer("")).start(START, OPTIONS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("search.json")
                .hasMessageContaining("no checkpoint");
        assertThat(file).hasContent(text);
    }

    @Test
    void aCheckpointThatLacksSomethingIsNamed() throws IOException {
        runAndDrop(optimizer(""), "lj", 500);
        Path file = folder.resolve("search.json");
        Files.writeString(file, Files.readString(file).replace("\"forces\"", "\"forced\""));

        assertThatThrownBy(() -> Searches.optimizer(optimizer("")).start(START, OPTIONS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'forces' is missing");
    }

    @Test
    void aFolderThatIsNotThereIsFoundOutBeforeTheSearch() {
        String optimizer = "basin-hopping?checkpoint=" + folder.resolve("nowhere/search.json");

        assertThatThrownBy(() -> Searches.optimizer(optimizer).start(START, OPTIONS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void nothingElseIsLeftInTheFolder() throws IOException {
        Searches.run(optimizer(""), "lj", START, OPTIONS);

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("search.json"));
        }
    }
}
