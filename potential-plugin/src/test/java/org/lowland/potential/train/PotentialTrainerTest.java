package org.lowland.potential.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.api.InputException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzWriter;
import org.lowland.io.train.TrainerProvider;
import org.lowland.potential.model.NetworkPotential;
import org.lowland.potential.torch.Device;

class PotentialTrainerTest {
    private static final String CONFIGURATION =
            """
            kind: potential
            id: toy
            output: %s
            seed: 3
            level-of-theory: springs
            network: {architecture: painn, elements: [H, O], features: 8, interactions: 1, radial: 6, cutoff: 4.0,
                      norm-epsilon: 1.0e-8}
            data: {frames: [frames.xyz], held-out: 0.2, held-out-frames: 10, largest-force: 50.0}
            optimization: {batch: 4, threads: 2, steps: %d, warm-up: 5, decay: 20, learning-rate: 5.0e-3, clip: 10.0,
                           average-decay: 0.9, energy-weight: 1.0, size-exponent: 1.0, force-weight: 1.0,
                           evaluate-every: 20}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeFrames() {
        Random random = new Random(11);
        try (XyzWriter writer = XyzWriter.create(folder.resolve("frames.xyz"))) {
            for (int k = 0; k < 80; k++) {
                writer.write(stretchedWater(random)
                        .with("species", "S" + k % 20)
                        .with("kind", k % 2 == 0 ? "stretch" : "bend"));
            }
            writer.commit();
        }
    }

    @Test
    void learnsAndWritesAllThatBelongsToAModel() throws IOException {
        train("whole", 60, false);
        LearningCurve curve = LearningCurve.read(folder.resolve("whole/curve.csv"), Long.MAX_VALUE);
        assertThat(curve.points()).extracting(LearningCurve.Point::step).containsExactly(20L, 40L, 60L);
        assertThat(curve.points().get(2).forceMae())
                .isLessThan(0.8 * curve.points().get(0).forceMae());
        assertThat(folder.resolve("whole"))
                .isDirectoryContaining("glob:**/card.md")
                .isDirectoryContaining("glob:**/curve.png")
                .isDirectoryContaining("glob:**/training.yaml");
        try (NetworkPotential potential =
                NetworkPotential.load(Files.readAllBytes(folder.resolve("whole/model.pt")), Device.CPU)) {
            assertThat(potential.id()).isEqualTo("toy");
            assertThat(potential.metadata().selfEnergies()).containsOnlyKeys(1, 8);
            assertThat(Files.readString(folder.resolve("whole/card.md")))
                    .contains(potential.metadata().parameters() + " parameters")
                    .containsPattern(
                            "\\| kind \\| frames .*\\R.*\\R\\| bend \\| \\d+ \\| .*\\R\\| stretch \\| \\d+ \\| ");
        }
    }

    @Test
    void aResumedTrainingGivesTheSameBytes() throws IOException {
        train("straight", 60, false);
        run(CONFIGURATION.formatted("parts", 40).replace("decay: 20", "decay: 0"), false);
        train("parts", 60, true);
        assertThat(Files.readAllBytes(folder.resolve("parts/model.pt")))
                .isEqualTo(Files.readAllBytes(folder.resolve("straight/model.pt")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60 | 1.0e-2 | architecture: nequip, elements: [H, O], hidden: 6x0e+4x1o+2x1e, layers: 2, cutoff: 4.0",
                "300 | 1.0e-2 | architecture: egnn, elements: [H, O], features: 12, layers: 2, cutoff: 5.0",
                "60 | 5.0e-3 | architecture: egnn, elements: [H, O], features: 12, layers: 2, cutoff: 4.0,"
                        + " forces: conservative, distances: bessel, functions: 6, envelope: 6",
                "60 | 5.0e-3 | architecture: painn, elements: [H, O], features: 8, interactions: 2, degree: 2, radial: 6,"
                        + " cutoff: 4.0, norm-epsilon: 1.0e-2"
            })
    void otherNetworksLearnAndResumeToTheSameBytes(int steps, String rate, String network) throws IOException {
        String configuration = CONFIGURATION
                .replaceFirst("(?s)network: \\{.*?}", "network: {" + network + "}")
                .replace("learning-rate: 5.0e-3", "learning-rate: " + rate);
        run(configuration.formatted("straight", steps), false);
        LearningCurve curve = LearningCurve.read(folder.resolve("straight/curve.csv"), Long.MAX_VALUE);
        assertThat(curve.points().get(steps / 20 - 1).forceMae())
                .isLessThan(0.8 * curve.points().get(0).forceMae());
        run(configuration.formatted("parts", steps - 20).replace("decay: 20", "decay: 0"), false);
        run(configuration.formatted("parts", steps), true);
        byte[] archive = Files.readAllBytes(folder.resolve("straight/model.pt"));
        assertThat(Files.readAllBytes(folder.resolve("parts/model.pt"))).isEqualTo(archive);
        try (NetworkPotential potential = NetworkPotential.load(archive, Device.CPU)) {
            boolean direct = network.contains("egnn") && !network.contains("conservative");
            assertThat(network).contains(potential.metadata().architecture());
            assertThat(potential.metadata().conservative()).isEqualTo(!direct);
            assertThat(potential.domain().smooth()).isEqualTo(!direct);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "architecture: schnet | 'schnet'; known: egnn, nequip, painn",
                "elements: [H, O] | known: egnn, nequip, painn",
                "architecture: nequip, elements: [H, O], layers: 2, cutoff: 4.0 | hidden features",
                "architecture: nequip, elements: [H, O], hidden: 8x1q, layers: 2, cutoff: 4.0 | is no irrep",
                "architecture: nequip, hidden: 8x0e, layers: 2, cutoff: 4.0 | elements",
                "architecture: painn, elements: [H, O], features: 8, interactions: 1, degree: 3, radial: 6, cutoff: 4,"
                        + " norm-epsilon: 1.0e-2 | 1 or 2: 3",
                "architecture: egnn, elements: [H, O], features: 8, layers: 2, cutoff: 4, forces: gradient | direct, conservative",
                "architecture: egnn, elements: [H, O], features: 8, layers: 2, cutoff: 4, radial: 3 | radial"
            })
    void namesWhatIsWrongWithANetwork(String network, String told) {
        String configuration = CONFIGURATION.replaceFirst("(?s)network: \\{.*?}", "network: {" + network + "}");
        assertThatThrownBy(() -> run(configuration.formatted("whole", 40), false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(told);
    }

    @Test
    void theKernelTrainsPainnOnly() {
        String configuration = CONFIGURATION
                .replaceFirst(
                        "(?s)network: \\{.*?}",
                        "network: {architecture: egnn, elements: [H, O], features: 8, layers: 1, cutoff: 4.0}")
                .replace("{batch: 4", "{batch: 4, engine: kernel");
        assertThatThrownBy(() -> run(configuration.formatted("whole", 40), false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("painn only");
    }

    @Test
    void theKernelLearnsAsLibtorchDoesAndResumesToTheSameBytes() throws IOException {
        String smooth = CONFIGURATION.replace("1.0e-8", "1.0e-2");
        String kernel = smooth.replace("{batch: 4", "{batch: 4, engine: kernel");
        run(smooth.replace("{batch: 4", "{batch: 4, engine: torchscript").formatted("torch", 60), false);
        run(kernel.formatted("straight", 60), false);
        run(kernel.formatted("parts", 40).replace("decay: 20", "decay: 0"), false);
        run(kernel.formatted("parts", 60), true);
        assertThat(Files.readAllBytes(folder.resolve("parts/model.pt")))
                .isEqualTo(Files.readAllBytes(folder.resolve("straight/model.pt")));
        assertThat(lastForceError("straight")).isCloseTo(lastForceError("torch"), withinPercentage(5));
    }

    private double lastForceError(String output) throws IOException {
        return LearningCurve.read(folder.resolve(output + "/curve.csv"), Long.MAX_VALUE)
                .points()
                .get(2)
                .forceMae();
    }

    @Test
    void refusesToResumeAnotherTraining() throws IOException {
        train("whole", 40, false);
        String other = CONFIGURATION.formatted("whole", 40).replace("clip: 10.0", "clip: 1.0");
        assertThatThrownBy(() -> run(other, true))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("another configuration")
                .hasMessageEndingWith("It was: clip=10.0; it is: clip=1.0");
    }

    @Test
    void refusesAnotherScheduleOnceTheDecayHasBegun() throws IOException {
        train("whole", 40, false);
        assertThatThrownBy(() -> train("whole", 60, true))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("40 steps done followed another schedule");
    }

    @Test
    void namesAnUnknownSetting() {
        String misspelt = CONFIGURATION.formatted("whole", 40).replace("warm-up", "warmup");
        assertThatThrownBy(() -> run(misspelt, false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "config.yaml: optimization.warmup: there is no such setting; known: average-decay,")
                .hasMessageContaining("warm-up");
        String inNetwork = CONFIGURATION.formatted("whole", 40).replace("features", "featurs");
        assertThatThrownBy(() -> run(inNetwork, false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("config.yaml: network.featurs: there is no such setting; known: ")
                .hasMessageContaining("features");
        String wrong = CONFIGURATION.formatted("whole", 40).replaceAll("batch: \\d+", "batch: five");
        assertThatThrownBy(() -> run(wrong, false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("config.yaml: optimization.batch: ")
                .hasMessageContaining("five");
    }

    private void train(String output, int steps, boolean resume) throws IOException {
        run(CONFIGURATION.formatted(output, steps), resume);
    }

    private void run(String configuration, boolean resume) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), configuration);
        new PotentialTrainer()
                .train(new TrainerProvider.Request(
                        file,
                        new ObjectMapper(new YAMLFactory()).readTree(configuration),
                        resume,
                        new PrintWriter(new StringWriter())));
    }

    /** Three atoms on springs of 5 eV/Å² with a rest length of 1 Å. */
    static LabelledFrame stretchedWater(Random random) {
        double[] x = {0, 0, 0, 0.96, 0.1, 0, -0.2, 0.95, 0};
        for (int k = 0; k < x.length; k++) {
            x[k] += 0.1 * random.nextGaussian();
        }
        double energy = -2000;
        double[] forces = new double[9];
        for (int h = 1; h < 3; h++) {
            double[] d = {x[3 * h] - x[0], x[3 * h + 1] - x[1], x[3 * h + 2] - x[2]};
            double r = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
            energy += 2.5 * (r - 1) * (r - 1);
            for (int axis = 0; axis < 3; axis++) {
                double f = 5 * (r - 1) * d[axis] / r;
                forces[axis] += f;
                forces[3 * h + axis] -= f;
            }
        }
        return LabelledFrame.of(AtomicSystem.of(new int[] {8, 1, 1}, x), Evaluation.of(energy, forces));
    }
}
