package org.lowland.potential.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.Lowland;
import org.lowland.api.LowlandException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzWriter;
import org.lowland.io.train.TrainerProvider;

/** What a configuration can say about the optimization, and what a run leaves. */
class TrainingOptionsTest {
    private static final String CONFIGURATION =
            """
            kind: potential
            id: toy
            output: whole
            seed: 3
            level-of-theory: springs
            network: {architecture: painn, elements: [H, O], features: 8, interactions: 1, radial: 6, cutoff: 4.0,
                      norm-epsilon: 1.0e-2}
            data: {frames: [frames.xyz], training: 60, validation: 20, test: [frames.xyz]}
            optimization: {batch: 4, threads: 1, steps: 60, warm-up: 5, learning-rate: 5.0e-3, clip: 10.0,
                           average-decay: 0.9, energy-weight: 1.0, size-exponent: 1.0, force-weight: 1.0,
                           evaluate-every: 10}
            """;

    @TempDir
    Path folder;

    private final StringWriter log = new StringWriter();
    private int killedAt = -1;

    @BeforeEach
    void writeFrames() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        Random random = new Random(11);
        try (XyzWriter writer = XyzWriter.create(folder.resolve("data/frames.xyz"))) {
            for (int k = 0; k < 80; k++) {
                writer.write(PotentialTrainerTest.stretchedWater(random));
            }
            writer.commit();
        }
    }

    private void run(TrainerProvider trainer, String configuration, boolean resume) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), configuration);
        trainer.train(new TrainerProvider.Request(
                file, new YAMLMapper().readTree(configuration), resume, log(), Optional.of(folder.resolve("data"))));
    }

    private void train(String configuration, boolean resume) throws IOException {
        run(new PotentialTrainer(), configuration, resume);
    }

    private static String with(String optimization) {
        return CONFIGURATION.replace("evaluate-every: 10", "evaluate-every: 10, " + optimization);
    }

    private byte[] model(String output) throws IOException {
        return Files.readAllBytes(folder.resolve(output).resolve("model.pt"));
    }

    private LearningCurve curve(String output) {
        return LearningCurve.read(folder.resolve(output + "/curve.csv"), Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schedule: cosine",
                "schedule: plateau, plateau: {factor: 0.3, patience: 1}",
                "average-last: 3",
                "keep: best",
                "optimizer: adam, weight-decay: 1.0e-3",
                "loss: squared"
            })
    void learnsAndResumesToTheSameBytes(String optimization) throws IOException {
        train(with(optimization), false);
        List<LearningCurve.Point> points = curve("whole").points();
        assertThat(points.get(5).forceMae()).isLessThan(0.8 * points.get(0).forceMae());
        assertThat(points.get(5).trainingForceMae())
                .isLessThan(0.8 * points.get(0).trainingForceMae());
        assertThat(points.get(5).loss()).isLessThan(points.get(0).loss());

        String parts = with(optimization).replace("output: whole", "output: parts");
        killedAt = 30;
        assertThatThrownBy(() -> train(parts, false)).isInstanceOf(Killed.class);
        killedAt = -1;
        train(parts, true);
        assertThat(model("parts")).isEqualTo(model("whole"));
    }

    /** What ends a run in the middle. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A log that ends the run after a certain step. */
    private PrintWriter log() {
        return new PrintWriter(log, true) {
            @Override
            public void println(String text) {
                super.println(text);
                if (text.startsWith("step " + killedAt + " ")) {
                    throw new Killed();
                }
            }
        };
    }

    @Test
    void saysHowFastItIsAndHowLongItTakes() throws IOException {
        train(CONFIGURATION, false);
        assertThat(log.toString())
                .contains("60 frames to train on, 20 held out", "trained by ")
                .containsPattern("step 60 of 60 .* steps/s, .* frames/s +\\d+ s, 0 s left");
        assertThat(Files.readString(folder.resolve("whole/card.md")))
                .contains("## Errors on validation frames", "## Errors on test frames", "| H | 40 |", "| O | 80 |");
        CardSummary card = CardSummary.of(Files.readString(folder.resolve("whole/card.md")), "card.md");
        assertThat(card.id()).isEqualTo("toy");
        assertThat(card.trainingFrames()).isEqualTo(60);
        assertThat(card.measuredOn()).isEqualTo("test frames");
        assertThat(card.forceRmse()).isGreaterThan(card.forceMae()).isLessThan(10 * card.forceMae());
        assertThat(Files.readAllBytes(folder.resolve("whole/curve.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void beginsWithTheWeightsOfAnotherModel() throws IOException {
        train(CONFIGURATION, false);
        double before = curve("whole").points().get(5).forceMae();
        String further = CONFIGURATION.replace("output: whole", "output: further\nstart: whole/model.pt");
        // With a learning rate of nearly nothing it stays what it was, self energies included, whatever the frames.
        String still = further.replace("learning-rate: 5.0e-3", "learning-rate: 1.0e-30")
                .replace("data: {", "data: {also: [{frames: [frames.xyz], repeat: 2}], ");
        train(still, false);
        assertThat(curve("further").points().get(0).forceMae()).isCloseTo(before, withinPercentage(1e-3));
        assertThat(curve("further").points().get(0).energyMae())
                .isCloseTo(curve("whole").points().get(5).energyMae(), withinPercentage(1e-3));
        train(further.replace("seed: 3", "seed: 4"), false);
        assertThat(curve("further").points().get(5).forceMae()).isLessThan(before);
        assertThat(Files.readString(folder.resolve("further/card.md"))).contains("Begun with the weights of toy");

        assertThatThrownBy(() -> train(further, true))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("checkpoint.bin");
        assertThatThrownBy(() -> train(further.replace("features: 8", "features: 4"), false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("another network")
                .hasMessageContaining("model.pt");
        assertThatThrownBy(() -> train(further.replace("whole/model.pt", "data/frames.xyz"), false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("frames.xyz");
        assertThatThrownBy(() -> train(further.replace("whole/model.pt", "nothing.pt"), false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("start: ");
    }

    @Test
    void endsWhenNothingGetsBetter() throws IOException {
        // With a learning rate of nearly nothing the errors change by rounding alone.
        train(
                with("patience: 2")
                        .replace("learning-rate: 5.0e-3", "learning-rate: 1.0e-30")
                        .replace("steps: 60", "steps: 1000"),
                false);
        assertThat(log.toString()).containsPattern("ended at step \\d+: no better evaluation among the last 2");
        assertThat(curve("whole").points()).hasSizeBetween(3, 50);
        assertThat(model("whole")).isNotEmpty();
    }

    @Test
    void theAverageOfSnapshotsIsAnotherModelThanTheLast() throws IOException {
        train(CONFIGURATION, false);
        byte[] last = model("whole");
        train(with("average-last: 3"), false);
        assertThat(model("whole")).isNotEqualTo(last);
    }

    @Test
    void namesTheFramesOfALossThatIsNoNumber() throws IOException {
        try (XyzWriter writer = XyzWriter.create(folder.resolve("data/frames.xyz"))) {
            for (int k = 0; k < 80; k++) {
                LabelledFrame frame = PotentialTrainerTest.stretchedWater(new Random(k));
                Evaluation huge = Evaluation.of(
                        k == 17 ? 1e300 : -2000,
                        frame.evaluation().orElseThrow().forces());
                writer.write(LabelledFrame.of(frame.system(), huge));
            }
            writer.commit();
        }
        assertThatThrownBy(() -> train(CONFIGURATION, false))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("is not a finite number; its frames are ")
                .hasMessageContaining("frames.xyz: frame ")
                .hasMessageContaining("(H2O)");
    }

    @Test
    void namesThemWhereTheNetworkMovesAtomsToNowhere() {
        String wild = CONFIGURATION.replace("learning-rate: 5.0e-3", "learning-rate: 1.0e+30");
        assertThatThrownBy(() -> train(wild, false))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("is not a finite number; its frames are ")
                .hasMessageContaining("frames.xyz: frame ")
                .hasMessageNotContaining("checkpoint");
    }

    @Test
    void saysWhatItReplacesAndWhatTestFramesItHasSeen() throws IOException {
        String few = CONFIGURATION.replace("steps: 60", "steps: 10");
        train(few, false);
        assertThat(log.toString())
                .contains("warning: 80 of the 80 test frames are among those to train or to judge on")
                .contains("the model, its card with the errors, and the curve are in " + folder.resolve("whole"))
                .doesNotContain("earlier training");
        train(few, true);
        assertThat(log.toString()).doesNotContain("earlier training");
        train(few, false);
        assertThat(log.toString()).contains("checkpoint.bin is of an earlier training, which this one replaces");
        String file = CONFIGURATION.replace("output: whole", "output: data/frames.xyz");
        assertThatThrownBy(() -> train(file, false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("frames.xyz: this is a file; output is a folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "optimizer: sgd | optimization.optimizer is 'sgd'; known: adamw, adam",
                "schedule: steps | known: root, cosine, plateau",
                "schedule: plateau, decay: 10 | decay goes with root and cosine",
                "plateau: {factor: 0.5, patience: 2} | plateau with plateau",
                "schedule: plateau, plateau: {factor: 2, patience: 2} | a factor between 0 and 1",
                "patience: 0 | patience and average-last must be 1 or more",
                "keep: best, average-last: 2 | exclude each other",
                "keep: first | known: last, best",
                "loss: squared, engine: kernel | the robust loss alone",
                "device: tpu | known: cpu, gpu",
                "energy-weight: 0, force-weight: 0 | nor both weights zero",
                "energy-weight: -1 | must not be negative",
                "clip: 0 | clip must be positive",
                "average-decay: 1 | less than 1",
                "steps: 0 | The schedule does not fit"
            })
    void namesWhatIsWrong(String optimization, String told) {
        assertThatThrownBy(() -> train(with(optimization), false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(told);
    }

    @Test
    void refusesADamagedCheckpoint() throws IOException {
        train(CONFIGURATION.replace("steps: 60", "steps: 10"), false);
        Path file = folder.resolve("whole/checkpoint.bin");
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 5, 19, 25, 200, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> train(CONFIGURATION, true))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("checkpoint.bin")
                    .hasMessageContaining("start without --resume");
        }
        byte[] other = whole.clone();
        other[whole.length - 7] ^= 1;
        Files.write(file, other);
        assertThatThrownBy(() -> train(CONFIGURATION, true))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("damaged");
        Files.write(file, whole);
        train(CONFIGURATION, true);
    }

    @Test
    void refusesToResumeOnOtherData() throws IOException {
        train(CONFIGURATION.replace("steps: 60", "steps: 10"), false);
        assertThatThrownBy(() -> train(CONFIGURATION.replace("training: 60", "training: 60, shuffled: true"), true))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("other data");
    }

    @Test
    void aCommitteeHasASpreadAndGoesOnWhereItWas() throws IOException {
        Files.writeString(folder.resolve("member.yaml"), CONFIGURATION.replace("steps: 60", "steps: 20"));
        String configuration = "{kind: committee, output: several, training: member.yaml, seeds: [1, 2]}";
        run(new CommitteeTrainer(), configuration, false);
        byte[] first = model("several/seed-1");
        assertThat(model("several/seed-2")).isNotEqualTo(first);
        assertThat(Files.readString(folder.resolve("several/seed-2/training.yaml")))
                .contains("seed: 2");
        Files.delete(folder.resolve("several/seed-2/model.pt"));
        byte[] second = model("several/seed-1");
        run(new CommitteeTrainer(), configuration, true);
        assertThat(log.toString()).contains("seed 1 is trained");
        assertThat(second).isEqualTo(first);

        String spec = log.toString()
                .lines()
                .filter(line -> line.startsWith("committee?"))
                .findFirst()
                .orElseThrow();
        LabelledFrame water = PotentialTrainerTest.stretchedWater(new Random(1));
        AtomicSystem system = water.system();
        try (Potential committee = Lowland.potential(BackendSpec.parse(spec));
                Potential one = member(1);
                Potential two = member(2)) {
            Evaluation mean = committee.evaluate(system);
            double a = one.evaluate(system).energy();
            double b = two.evaluate(system).energy();
            assertThat(mean.energy()).isEqualTo(a / 2 + b / 2);
            assertThat(mean.uncertainty().orElseThrow().energy())
                    .isCloseTo(Math.abs(a - b) / Math.sqrt(2), org.assertj.core.api.Assertions.within(1e-9));
            assertThat(mean.force(1, 0))
                    .isEqualTo(one.evaluate(system).force(1, 0) / 2
                            + two.evaluate(system).force(1, 0) / 2);
        }
    }

    private Potential member(int seed) {
        return Lowland.potential(
                BackendSpec.parse("network?path=" + folder.resolve("several/seed-" + seed + "/model.pt")));
    }

    @Test
    void aCommitteeNeedsTwoOfOneTheory() {
        assertThatThrownBy(() -> Lowland.potential(BackendSpec.parse("committee?paths=absent.pt")))
                .isInstanceOf(LowlandException.class)
                .hasMessageContaining("absent.pt cannot be read");
        assertThatThrownBy(() -> run(
                        new CommitteeTrainer(), "{kind: committee, output: o, training: t.yaml, seeds: [1]}", false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("two seeds");
    }
}
