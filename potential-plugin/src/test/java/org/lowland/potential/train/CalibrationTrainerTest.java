package org.lowland.potential.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.InputException;
import org.lowland.api.Lowland;
import org.lowland.api.LowlandException;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Potential;
import org.lowland.api.potential.Uncertainty;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.XyzWriter;
import org.lowland.io.train.TrainerProvider;

class CalibrationTrainerTest {
    private static final String TRAINING =
            """
            kind: potential
            id: toy
            output: %s
            seed: 3
            level-of-theory: springs
            network: {architecture: painn, elements: [H, O], features: %d, interactions: 1, radial: 6, cutoff: 4.0,
                      norm-epsilon: 1.0e-2}
            data: {frames: [frames.xyz], held-out: 0.5, seed: 3}
            optimization: {batch: 4, threads: 1, steps: 60, warm-up: 5, learning-rate: 5.0e-3, clip: 10.0,
                           average-decay: 0.9, energy-weight: 1.0, size-exponent: 1.0, force-weight: 1.0,
                           evaluate-every: 60}
            """;
    private static final String CALIBRATION =
            """
            kind: calibration
            output: judged
            model: large/model.pt
            members: [small/model.pt]
            data: {frames: [frames.xyz], held-out: 0.5, seed: 3}
            near-minima: 100
            doubted: 0.05
            """;

    @TempDir
    Path folder;

    private final StringWriter log = new StringWriter();

    @BeforeEach
    void train() throws IOException {
        Random random = new Random(11);
        try (XyzWriter writer = XyzWriter.create(folder.resolve("frames.xyz"))) {
            for (int k = 0; k < 240; k++) {
                writer.write(PotentialTrainerTest.stretchedWater(random).with("species", "S" + k % 60));
            }
            writer.commit();
        }
        run(new PotentialTrainer(), TRAINING.formatted("large", 16));
        run(new PotentialTrainer(), TRAINING.formatted("small", 8));
    }

    private void run(TrainerProvider trainer, String configuration) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), configuration);
        trainer.train(new TrainerProvider.Request(
                file, new YAMLMapper().readTree(configuration), false, new PrintWriter(log, true)));
    }

    @Test
    void makesOnePotentialOfAModelAndItsCommittee() throws IOException {
        run(new CalibrationTrainer(), CALIBRATION);

        assertThat(folder.resolve("judged"))
                .isDirectoryContaining("glob:**/calibration.png")
                .isDirectoryContaining("glob:**/committee-1.pt");
        assertThat(Files.readString(folder.resolve("judged/card.md")))
                .startsWith("# toy")
                .containsOnlyOnce("## Uncertainty")
                .contains("% of the energies");
        AtomicSystem water = PotentialTrainerTest.stretchedWater(new Random(1)).system();
        AtomicSystem torn = AtomicSystem.of(new int[] {8, 1, 1}, new double[] {0, 0, 0, 0.6, 0, 0, 0, 0.6, 0});
        try (Potential judged = open("judged/model.pt");
                Potential plain = open("large/model.pt")) {
            assertThat(judged.evaluate(water).energy())
                    .isEqualTo(plain.evaluate(water).energy());
            OptimizationResult result = OptimizationLoop.builder(Lowland.optimizer(BackendSpec.parse("lbfgs")), judged)
                    .build()
                    .run(water);
            Uncertainty near = result.uncertainty().orElseThrow();
            Uncertainty far =
                    judged.judge(torn, judged.evaluate(torn)).uncertainty().orElseThrow();
            assertThat(near.energy()).isPositive();
            assertThat(far.force().orElseThrow()).isGreaterThan(near.force().orElseThrow());
            assertThat(far.doubt().orElseThrow()).contains("'toy' is unsure");
        }
    }

    @Test
    void theCardTellsOfOneCalibrationOnly() throws IOException {
        String inPlace = CALIBRATION.replace("output: judged", "output: large");
        run(new CalibrationTrainer(), inPlace);
        run(new CalibrationTrainer(), inPlace);
        assertThat(Files.readString(folder.resolve("large/card.md")))
                .startsWith("# toy")
                .containsOnlyOnce("## Uncertainty");
    }

    private Potential open(String model) {
        return Lowland.potential(BackendSpec.parse("network?path=" + folder.resolve(model)));
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThatThrownBy(() -> run(new CalibrationTrainer(), CALIBRATION.replace("small/", "absent/")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("absent");
        run(new CalibrationTrainer(), CALIBRATION);
        Files.delete(folder.resolve("judged/committee-1.pt"));
        assertThatThrownBy(() -> open("judged/model.pt"))
                .isInstanceOf(LowlandException.class)
                .hasMessageContaining("'committee-1.pt' is not there");
    }
}
