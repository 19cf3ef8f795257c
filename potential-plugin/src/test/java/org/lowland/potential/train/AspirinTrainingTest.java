package org.lowland.potential.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.io.train.TrainerProvider;

/** The recipes for aspirin, cut to a few steps, on the data that they name. */
class AspirinTrainingTest {
    private static final Path DATA = Path.of("../../shared/data/rmd17_aspirin");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"painn", "egnn-direct"})
    void readsTheFilesOfTheRevisedSetInTheirUnits(String recipe) throws IOException {
        assumeTrue(Files.exists(DATA), "the rMD17 data are not beside the checkout");
        Path file = Path.of("src/main/recipes/aspirin/" + recipe + ".yaml");
        ObjectNode settings = (ObjectNode) new YAMLMapper().readTree(file.toFile());
        settings.put("output", folder.toAbsolutePath().toString());
        ((ObjectNode) settings.get("data"))
                .put("training", 40)
                .put("validation", 10)
                .remove("test");
        ((ObjectNode) settings.get("optimization"))
                .put("steps", 20)
                .put("warm-up", 5)
                .put("decay", 0)
                .put("average-decay", 0.5)
                .put("evaluate-every", 10);
        StringWriter log = new StringWriter();
        new PotentialTrainer()
                .train(new TrainerProvider.Request(
                        file, settings, false, new PrintWriter(log, true), Optional.of(DATA)));
        assertThat(log.toString())
                .contains("40 frames to train on, 10 held out")
                .doesNotContain("warning");
        List<LearningCurve.Point> points =
                LearningCurve.read(folder.resolve("curve.csv"), Long.MAX_VALUE).points();
        assertThat(points).hasSize(2);
        // The forces of aspirin at 500 K have a mean absolute component of 0.94 eV/Å.
        assertThat(points.get(1).forceMae()).isBetween(0.05, 1.2);
    }
}
