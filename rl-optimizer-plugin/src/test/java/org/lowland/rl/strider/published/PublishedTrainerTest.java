package org.lowland.rl.strider.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.InputException;
import org.lowland.api.Lowland;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.io.train.TrainerProvider;
import org.lowland.rl.start.Liquid;

class PublishedTrainerTest {
    private static final String CONFIGURATION =
            """
            kind: strider-published
            output: out
            liquid: kob-andersen
            atoms: 20
            training-starts: 3
            validation-starts: 2
            start-seed: 5
            reward: %s
            validation-steps: 3
            form: {elements: [28, 15], sigma: [[1, 0.8], [0.8, 0.88]], cutoff: [[1.2, 1], [1, 1.2]], width: 6}
            learning:
              {seed: 1, iterations: %d, starts: 2, horizon: 3, discount: 0.9, evaluate-every: 2, normalize: false,
               method: %s}
            """;
    private static final String PUBLISHED =
            "{name: pathwise, weights: published, learning-rate: 0.005, clip-element: 0.1}";

    private static PublishedFile train(Path folder, String text, boolean resume) throws IOException {
        Files.createDirectories(folder);
        Path configuration = folder.resolve("published.yaml");
        Files.writeString(configuration, text);
        new PublishedTrainer()
                .train(new TrainerProvider.Request(
                        configuration, new YAMLMapper().readTree(text), resume, new PrintWriter(Writer.nullWriter())));
        return PublishedFile.read(folder.resolve("out").resolve(PublishedTrainer.POLICY));
    }

    @Test
    void goesOnWhereItStoppedGrownStartsIncluded(@TempDir Path folder) throws IOException {
        double[] expected = train(
                        folder.resolve("whole"), CONFIGURATION.formatted("published-notebook", 4, PUBLISHED), false)
                .parameters();
        train(folder.resolve("parts"), CONFIGURATION.formatted("published-notebook", 2, PUBLISHED), false);
        assertThat(train(folder.resolve("parts"), CONFIGURATION.formatted("published-notebook", 4, PUBLISHED), true)
                        .parameters())
                .isEqualTo(expected);
    }

    @Test
    void itsEstimatorAndRewardCanBeSwitched(@TempDir Path folder) throws IOException {
        for (String method : new String[] {
            "{name: reinforce, learning-rate: 0.005}",
            "{name: pathwise, learning-rate: 0.005}",
            "{name: pathwise, learning-rate: 0.005, through-states: false, weights: published}"
        }) {
            PublishedFile file = train(
                    folder.resolve("m" + method.hashCode()), CONFIGURATION.formatted("lowered", 1, method), false);
            assertThat(file.parameters()).doesNotContain(Double.NaN);
        }
    }

    /** The spherical features with harmonics of degrees 0 to 2: what they lower rises while they learn. */
    @Test
    void aNetworkOfSphericalFeaturesLearns(@TempDir Path folder) throws IOException {
        String learning = CONFIGURATION
                .formatted("lowered", 16, "{name: pathwise, through-states: false, learning-rate: 0.02}")
                .replaceFirst("(?m)^form: .*$", "growing: false\nspherical: {name: corrected, hidden: 4x0e+4x1o+1x2e}");
        PublishedFile file = train(folder, learning, false);
        assertThat(file.spherical().hidden()).hasToString("4x0e+4x1o+1x2e");
        assertThat(file.form()).isNull();
        double[] lowered = validation(folder);
        assertThat(lowered[lowered.length - 1] - lowered[0]).as("eV per atom").isGreaterThan(0.3);
        String typed =
                "strider?variant=published&policy=" + folder.resolve("out").resolve("policy.json");
        Liquid liquid = Liquid.named("kob-andersen").with(20, 2);
        try (Potential potential = liquid.open()) {
            OptimizationResult result = run(typed, potential, liquid);
            assertThat(result.evaluations()).isEqualTo(12);
        }
    }

    /** No gradient can change what the published configuration does, which is nothing. */
    @Test
    void thePublishedConfigurationLearnsNothing(@TempDir Path folder) throws IOException {
        String learning = CONFIGURATION
                .formatted("lowered", 4, "{name: pathwise, through-states: false, learning-rate: 0.02}")
                .replaceFirst("(?m)^form: .*$", "growing: false\nspherical: {name: published, hidden: 4x0e+4x1e+1x2e}");
        train(folder, learning, false);
        assertThat(validation(folder)).containsOnly(0);
    }

    private static double[] validation(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("out").resolve("curve.csv"));
        int place = List.of(lines.get(0).split(",")).indexOf("validation");
        return lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[place]))
                .filter(Double::isFinite)
                .toArray();
    }

    @Test
    void refusesTwoNetworksAndNone(@TempDir Path folder) {
        String usual = CONFIGURATION.formatted("lowered", 1, PUBLISHED);
        for (String wrong : new String[] {
            usual + "spherical: {name: corrected}\n", usual.replaceFirst("(?m)^form: .*$", "growing: false")
        }) {
            assertThatThrownBy(() -> train(folder, wrong, false))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("give 'form' or 'spherical'");
        }
        assertThatThrownBy(() -> train(
                        folder,
                        usual.replaceFirst("(?m)^form: .*$", "spherical: {name: corrected, hidden: 4y0}"),
                        false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("4y0");
    }

    @Test
    void isAnOptimizerByName(@TempDir Path folder) throws IOException {
        train(folder, CONFIGURATION.formatted("published", 1, PUBLISHED), false);
        String typed =
                "strider?variant=published&policy=" + folder.resolve("out").resolve("policy.json");
        Liquid liquid = Liquid.named("kob-andersen").with(20, 2);
        try (Potential own = liquid.open();
                Potential other = Lowland.potential(BackendSpec.parse("kob-andersen?shift=energy"))) {
            OptimizationResult result = run(typed, own, liquid);
            assertThat(result.evaluations()).isEqualTo(12);
            assertThat(run(typed, other, liquid).reason()).isEqualTo(StopReason.FAILED);
        }
        assertThatThrownBy(() -> Lowland.optimizer(BackendSpec.parse("strider?variant=published")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("strider/published.yaml");
        assertThatThrownBy(() -> Lowland.optimizer(BackendSpec.parse(
                        "strider?policy=" + folder.resolve("out").resolve("policy.json"))))
                .isInstanceOf(InputException.class);
    }

    private static OptimizationResult run(String typed, Potential potential, Liquid liquid) {
        return OptimizationLoop.builder(Lowland.optimizer(BackendSpec.parse(typed)), potential)
                .options(OptimizationOptions.defaults().withEvaluations(12))
                .build()
                .run(liquid.sample(potential, 4, 0).system());
    }
}
