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
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.api.InputException;
import org.lowland.api.Lowland;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.build3d.Smiles;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzReader;
import org.lowland.io.format.XyzWriter;
import org.lowland.io.train.TrainerProvider;
import org.lowland.potential.distill.species.ChemistryFilter;
import org.lowland.potential.train.PotentialTrainer;

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

    private final StringWriter log = new StringWriter();

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
    void tellsWhatItHasMade() throws Exception {
        run(false);
        byte[] output = Files.readAllBytes(folder.resolve("frames.xyz.gz"));
        assertThat(folder.resolve("frames.xyz.gz.md"))
                .content()
                .contains(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(output)))
                .contains("20 frames of 4 molecules")
                .contains("| relaxation | 8 | 40.0 % |")
                .contains("| start | 4 | 20.0 % |")
                .contains("| F | 5 | 25.0 % |");
        assertThat(log.toString()).contains("20 frames of 4 molecules");
    }

    @Test
    void countsWhatIsLeftOut() throws IOException {
        run(RECIPE.replace("largest-force: 30.0", "largest-force: 1.0e-6"), false);
        assertThat(frames()).isEmpty();
        assertThat(folder.resolve("frames.xyz.gz.md")).content().contains("Left out: 20 frames with too large a force");
    }

    @Test
    void setsMoleculesAside() throws IOException {
        run(
                RECIPE.replace(
                        "sources:",
                        "set-aside: {output: test.smi, count: 2, seed: 1, lists: [molecules.smi], smallest: 2, largest: 9}"
                                + "\nsources:"),
                false);
        List<String> aside = Files.readAllLines(folder.resolve("test.smi"));
        assertThat(aside).hasSize(2);
        Set<String> kept = frames().stream().map(f -> f.info().get("species")).collect(Collectors.toSet());
        assertThat(kept).hasSize(2);
        for (String line : aside) {
            assertThat(kept).doesNotContain(line.split("\t")[1]);
        }
    }

    @Test
    void labelsOnlyWhatACommitteeDisagreesOn() throws IOException {
        train("a", 1);
        train("b", 2);
        String picked = "picked: {committee: [a/model.pt, b/model.pt], each: 2, smallest: 0, largest: 1.0e9}\n";
        run(RECIPE + picked, false);
        assertThat(frames()).hasSize(4 * 2);
        assertThat(folder.resolve("frames.xyz.gz.md")).content().contains("Left out: 12 structures that the committee");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "student: organic | | student",
                "relaxation: {steps: 4, kept: [2]} | | relaxation",
                "rattle: {sigmas: [0.05, 0.1]} | rattle: {sigmas: []} | frames.rattle",
                "rattle: {sigmas: [0.05, 0.1]} | stretch: {frames: 1, shortest: 1.2, longest: 1.6} | frames.stretch",
                "rattle: {sigmas: [0.05, 0.1]} | torsion: {frames: 0, steps: 1} | frames.torsion",
                "rattle: {sigmas: [0.05, 0.1]} | dimer: {each: 1, largest: 20, closest: 2, farthest: 1} | frames.dimer",
                "rattle: {sigmas: [0.05, 0.1]} | twist: {frames: 1} | twist",
                "conformers: 1 | conformers: 0 | conformers",
                "conformers: 1 | fragments: {each: 0} | sources.fragments",
                "threads: 2 | threads: 0 | threads",
                "threads: 2 | picked: {committee: [a.pt], each: 1, largest: 1} | committee"
            })
    void namesTheSettingThatItCannotUse(String setting, String other, String named) {
        String recipe = RECIPE.replace(setting, other == null ? "" : other);
        assertThatThrownBy(() -> run(recipe, false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(named);
        assertThat(folder.resolve("frames.xyz.gz.shards")).doesNotExist();
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

    /** A tiny model, hardly trained. */
    private void train(String output, int seed) throws IOException {
        if (!Files.exists(folder.resolve("training.xyz"))) {
            try (Potential teacher = Lowland.potential(BackendSpec.parse("organic"));
                    XyzWriter writer = XyzWriter.create(folder.resolve("training.xyz"))) {
                for (String smiles : List.of("CO", "CC=O", "CF", "CS", "CN")) {
                    AtomicSystem system =
                            Molecules.toSystem(ConformerBuilder.quick().build(Smiles.parse(smiles), 1));
                    writer.write(LabelledFrame.of(system, teacher.evaluate(system)));
                }
                writer.commit();
            }
        }
        run(
                """
                kind: potential
                id: small
                output: %s
                seed: %d
                level-of-theory: any
                network: {architecture: painn, elements: [H, C, N, O, F, S], features: 4, interactions: 1, radial: 4,
                          cutoff: 3.0, norm-epsilon: 1.0e-2}
                data: {frames: [training.xyz], validation: [1]}
                optimization: {batch: 2, threads: 1, steps: 4, warm-up: 1, learning-rate: 1.0e-3, clip: 10.0,
                               average-decay: 0.9, energy-weight: 1.0, size-exponent: 1.0, force-weight: 1.0,
                               evaluate-every: 2}
                """
                        .formatted(output, seed),
                false,
                new PotentialTrainer());
    }

    private void run(boolean resume) throws IOException {
        run(RECIPE, resume);
    }

    private void run(String recipe, boolean resume) throws IOException {
        run(recipe, resume, new DistillationTrainer());
    }

    private void run(String recipe, boolean resume, TrainerProvider trainer) throws IOException {
        Path file = Files.writeString(folder.resolve("recipe.yaml"), recipe);
        trainer.train(new TrainerProvider.Request(
                file, new ObjectMapper(new YAMLFactory()).readTree(recipe), resume, new PrintWriter(log)));
    }
}
