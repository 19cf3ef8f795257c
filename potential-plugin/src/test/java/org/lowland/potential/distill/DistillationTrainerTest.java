package org.lowland.potential.distill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.InputException;
import org.lowland.api.Lowland;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzReader;
import org.lowland.io.train.TrainerProvider;
import org.lowland.potential.distill.species.ChemistryFilter;

/** The recipe with the shipped potential for a teacher. */
class DistillationTrainerTest {
    private static final String RECIPE =
            """
            kind: distillation
            output: frames.xyz.gz
            seed: 5
            teacher: organic
            student: organic
            excluded: [excluded.smi]
            sources:
              smiles: [molecules.smi]
              largest-molecule: 12
              conformers: 1
            frames:
              start: true
              relaxation: {steps: 4, kept: [2]}
              rattle: {sigmas: [0.05, 0.1]}
            largest-force: 30.0
            shard: 2
            threads: 2
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeLists() throws IOException {
        Files.writeString(folder.resolve("molecules.smi"), "CO\nCC=O\nC[NH3+]\nCCCCCCC\nCF\nCC#N\nCS\n");
        Files.writeString(folder.resolve("excluded.smi"), "N#CC acetonitrile\n");
    }

    @Test
    void labelsFramesOfTheMoleculesThatAreLeftIn() throws IOException {
        run(false);
        List<LabelledFrame> frames = frames();
        ChemistryFilter filter = new ChemistryFilter(Set.of(1, 6, 7, 8, 9, 16), 12);
        assertThat(frames.stream().map(f -> f.info().get("species")).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        filter.keyOf("CO"), filter.keyOf("CC=O"), filter.keyOf("CF"), filter.keyOf("CS"));
        assertThat(frames).hasSize(4 * 5);
        try (Potential teacher = Lowland.potential(BackendSpec.parse("organic"))) {
            for (LabelledFrame frame : frames) {
                assertThat(frame.energy().orElseThrow())
                        .isCloseTo(teacher.evaluate(frame.system()).energy(), within(1e-4));
            }
        }
    }

    @Test
    void theRelaxedFramesLieLowerThanTheFirstOnes() throws IOException {
        run(false);
        List<LabelledFrame> frames = frames();
        List<LabelledFrame> starts = ofKind(frames, "start");
        assertThat(starts).hasSize(4);
        for (LabelledFrame start : starts) {
            String species = start.info().get("species");
            List<LabelledFrame> relaxation = ofKind(frames, "relaxation").stream()
                    .filter(frame -> frame.info().get("species").equals(species))
                    .toList();
            assertThat(relaxation).hasSize(2);
            assertThat(relaxation.get(1).energy().orElseThrow())
                    .isLessThan(start.energy().orElseThrow());
        }
    }

    @Test
    void aRunThatLostAShardMakesItAgain() throws IOException {
        run(false);
        byte[] whole = Files.readAllBytes(folder.resolve("frames.xyz.gz"));
        Files.delete(folder.resolve("frames.xyz.gz.shards/00001.xyz.gz"));
        Files.delete(folder.resolve("frames.xyz.gz"));
        assertThatThrownBy(() -> run(false)).isInstanceOf(InputException.class).hasMessageContaining("--resume");
        run(true);
        assertThat(Files.readAllBytes(folder.resolve("frames.xyz.gz"))).isEqualTo(whole);
    }

    private static List<LabelledFrame> ofKind(List<LabelledFrame> frames, String kind) {
        return frames.stream()
                .filter(frame -> frame.info().get("kind").equals(kind))
                .toList();
    }

    private List<LabelledFrame> frames() {
        List<LabelledFrame> frames = new ArrayList<>();
        try (XyzReader reader = XyzReader.open(folder.resolve("frames.xyz.gz"))) {
            reader.forEachRemaining(frames::add);
        }
        return frames;
    }

    private void run(boolean resume) throws IOException {
        Path file = Files.writeString(folder.resolve("recipe.yaml"), RECIPE);
        new DistillationTrainer()
                .train(new TrainerProvider.Request(
                        file,
                        new ObjectMapper(new YAMLFactory()).readTree(RECIPE),
                        resume,
                        new PrintWriter(new StringWriter())));
    }
}
