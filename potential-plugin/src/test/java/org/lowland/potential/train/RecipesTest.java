package org.lowland.potential.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lowland.io.train.TrainerProvider;

/** The recipes can be read, and each says how it is called. */
class RecipesTest {
    private static final Path RECIPES = Path.of("src/main/recipes");

    static Stream<Path> recipes() throws IOException {
        try (Stream<Path> files = Files.walk(RECIPES)) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertThat(all).hasSizeGreaterThan(3);
            return all.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void isReadAndSaysHowItIsCalled(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text)
                .contains("./lowland train potential-plugin/" + file.toString().replace('\\', '/'));
        JsonNode settings = new YAMLMapper().readTree(text);
        if (settings.get("kind").asText().equals("potential")) {
            TrainingSettings training = new TrainerProvider.Request(
                            file, settings, false, new PrintWriter(new StringWriter()))
                    .settingsAs(TrainingSettings.class);
            assertThat(training.optimization().schedule().rate(0)).isPositive();
            assertThat(training.data().options().units()).isEmpty();
        } else if (settings.get("kind").asText().equals("calibration")) {
            CalibrationTrainer.Settings calibration = new TrainerProvider.Request(
                            file, settings, false, new PrintWriter(new StringWriter()))
                    .settingsAs(CalibrationTrainer.Settings.class);
            assertThat(calibration.members()).isNotEmpty();
        }
    }
}
