package org.lowland.potential.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzWriter;
import org.lowland.io.train.TrainerProvider;
import org.lowland.potential.command.CommandTest;
import org.lowland.potential.model.NetworkPotential;
import org.lowland.potential.torch.Device;
import org.lowland.test.Transformations;

/** Networks whose forces are no gradient: what they learn, what they say of themselves, and what is said of them. */
class DirectForcesTest extends CommandTest {
    private static final String CONFIGURATION =
            """
            kind: potential
            id: toy
            output: out
            seed: 3
            level-of-theory: springs in a wind
            network: {architecture: egnn, elements: [H, O], features: 8, layers: 2, cutoff: 4.0}
            data: {frames: [frames.xyz], training: 60, validation: 20}
            optimization: {batch: 4, threads: 1, steps: 60, warm-up: 5, learning-rate: 5.0e-3, clip: 10.0,
                           average-decay: 0.9, energy-weight: 0.0, size-exponent: 1.0, force-weight: 1.0,
                           evaluate-every: 20}
            """;

    /** What pushes every atom, eV/Å. */
    private static final double[] WIND = {0.8, -0.4, 0.2};

    @TempDir
    Path folder;

    private final StringWriter log = new StringWriter();

    @BeforeEach
    void writeFrames() {
        Random random = new Random(11);
        try (XyzWriter writer = XyzWriter.create(folder.resolve("frames.xyz"))) {
            for (int k = 0; k < 80; k++) {
                LabelledFrame still = PotentialTrainerTest.stretchedWater(random);
                Evaluation labels = still.evaluation().orElseThrow();
                double[] forces = labels.forces();
                for (int c = 0; c < forces.length; c++) {
                    forces[c] += WIND[c % 3];
                }
                writer.write(LabelledFrame.of(still.system(), Evaluation.of(labels.energy(), forces)));
            }
            writer.commit();
        }
    }

    private NetworkPotential train(String configuration) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), configuration);
        new PotentialTrainer()
                .train(new TrainerProvider.Request(
                        file, new YAMLMapper().readTree(configuration), false, new PrintWriter(log, true)));
        return NetworkPotential.load(Files.readAllBytes(folder.resolve("out/model.pt")), Device.CPU);
    }

    private static String with(String network) {
        return CONFIGURATION.replace("cutoff: 4.0", "cutoff: 4.0, " + network);
    }

    /** The largest difference between the turned forces of a structure and the forces of the turned structure, eV/Å. */
    private static double rotationError(NetworkPotential potential) {
        Random random = new Random(5);
        AtomicSystem water = PotentialTrainerTest.stretchedWater(random).system();
        double[] rotation = Transformations.randomRotation(random);
        double[] turned =
                Transformations.apply(rotation, potential.evaluate(water).forces());
        double[] there =
                potential.evaluate(Transformations.rotated(water, rotation)).forces();
        double largest = 0;
        for (int k = 0; k < turned.length; k++) {
            largest = Math.max(largest, Math.abs(turned[k] - there[k]));
        }
        return largest;
    }

    private static double mean(Evaluation evaluation, int axis) {
        return (evaluation.force(0, axis) + evaluation.force(1, axis) + evaluation.force(2, axis)) / 3;
    }

    @Test
    void theMeanForceIsLeftToTheNetworkUnlessItIsAskedFor() throws IOException {
        AtomicSystem water = PotentialTrainerTest.stretchedWater(new Random(6)).system();
        try (NetworkPotential plain = train(CONFIGURATION)) {
            assertThat(rotationError(plain)).isLessThan(1e-4);
            assertThat(Math.abs(mean(plain.evaluate(water), 0) - WIND[0])).isGreaterThan(0.4);
        }
        try (NetworkPotential shifted = train(with("zero-mean: true"))) {
            assertThat(rotationError(shifted)).isGreaterThan(0.3);
            for (int axis = 0; axis < 3; axis++) {
                assertThat(mean(shifted.evaluate(water), axis)).isCloseTo(WIND[axis], within(0.25));
            }
            assertThat(Files.readString(folder.resolve("out/card.md")))
                    .contains("forces about their mean vector, which do not turn with the atoms");
        }
        assertThatThrownBy(() -> train(with("zero-mean: true, forces: conservative")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("network.zero-mean goes with direct forces");
    }

    @Test
    void energiesThatWereNotLearnedAreNotThere() throws IOException {
        try (NetworkPotential alone = train(CONFIGURATION)) {
            assertThat(alone.domain().forces()).isEqualTo(Domain.Forces.ALONE);
            assertThat(alone.metadata().molecules()).containsExactly("H2O");
        }
        assertThat(log.toString()).contains("force MAE").doesNotContain("energy MAE");
        assertThat(Files.readString(folder.resolve("out/card.md")))
                .contains("- Molecules: H2O alone", "not the gradient of an energy; no energies")
                .containsPattern("\\| all \\| 20 \\| [0-9.]+ \\| [0-9.]+ \\| - \\| - \\| - \\| - \\|");
        assertThat(Files.readAllBytes(folder.resolve("out/curve.png"))).startsWith(0x89, 'P', 'N', 'G');

        Path model = folder.resolve("out/model.pt");
        Path data = folder.resolve("frames.xyz");
        assertThat(run("evaluate", model, data, "--json", "-")).as(err).isZero();
        assertThat(err).isEmpty();
        JsonNode json = new ObjectMapper().readTree(out);
        assertThat(json.get("force_mae_meV_per_A").isNumber()).isTrue();
        assertThat(json.get("energy_mae_meV").isNull()).isTrue();
        assertThat(json.get("energy_rmse_meV").isNull()).isTrue();

        assertThat(run("evaluate", model, data, "--physics", "--picoseconds", "0.05"))
                .as(err)
                .isZero();
        assertThat(err).isEmpty();
        assertThat(out)
                .containsPattern("energy, meV +- +-\\R")
                .contains("the model has no energies", "drift - meV/atom/ps", "energies by - eV");
    }

    @Test
    void whoeverUsesThemIsWarnedOnce() throws IOException {
        train(CONFIGURATION).close();
        String alone = "network?path=" + folder.resolve("out/model.pt");
        Path data = folder.resolve("frames.xyz");
        assertThat(run("energy", data, "--potential", alone)).as(err).isZero();
        assertThat(err).containsOnlyOnce("warning: 'toy' has forces only").hasLineCount(1);
        assertThat(out).hasLineCount(80);
        assertThat(run("energy", data, "--potential", alone, "--quiet")).isZero();
        assertThat(err).isEmpty();

        train(CONFIGURATION.replace("energy-weight: 0.0", "energy-weight: 1.0")).close();
        run("optimize", data, "--potential", alone, "--steps", "3", "-o", folder.resolve("relaxed.xyz"));
        assertThat(err)
                .containsOnlyOnce(
                        "warning: the forces of 'toy' are not the gradient of its energy: a relaxation may end"
                                + " away from every minimum, or never");
        assertThat(run("evaluate", alone, data)).as(err).isZero();
        assertThat(err).isEmpty();
        assertThat(out).doesNotContain("no energies").containsPattern("energy, meV +[0-9.]+ +[0-9.]+");
    }
}
