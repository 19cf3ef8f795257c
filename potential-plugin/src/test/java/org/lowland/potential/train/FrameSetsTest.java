package org.lowland.potential.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.api.InputException;
import org.lowland.io.train.TrainerProvider;

class FrameSetsTest {
    @TempDir
    Path folder;

    private final StringWriter log = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        for (String name : List.of("a", "b")) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < 10; k++) {
                text.append(String.format(
                        Locale.ROOT,
                        "2%nProperties=species:S:1:pos:R:3:forces:R:3 energy=%d%nH 0 0 0 %d 0 0%nH 0 0 1 %d 0 0%n",
                        -k,
                        k,
                        -k));
            }
            Files.writeString(folder.resolve(name + ".xyz"), text);
        }
        Files.writeString(folder.resolve("indices.txt"), "3 1\n4,1\n");
    }

    private FrameSets read(String data) throws IOException {
        DataSettings settings;
        try {
            settings = new YAMLMapper().readValue("{" + data + "}", DataSettings.class);
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof InputException cause) {
                throw cause;
            }
            throw e;
        }
        TrainerProvider.Request request = new TrainerProvider.Request(
                folder.resolve("config.yaml"), NullNode.getInstance(), false, new PrintWriter(log, true));
        return FrameSets.read(request, settings, Set.of(1), 5);
    }

    private static List<Integer> numbers(List<Frame> frames) {
        return frames.stream().map(frame -> (int) -frame.energy()).toList();
    }

    @Test
    void countsOffInTheOrderOfTheFile() throws IOException {
        FrameSets sets = read("frames: [a.xyz], training: 6, validation: 3");
        assertThat(numbers(sets.training())).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(numbers(sets.validation())).containsExactly(6, 7, 8);
        assertThat(sets.training().get(2).place()).endsWith("a.xyz: frame 3");
    }

    @Test
    void shufflesByTheSeed() throws IOException {
        FrameSets sets = read("frames: [a.xyz], training: 6, validation: 3, shuffled: true");
        assertThat(numbers(sets.training())).hasSize(6).doesNotContainAnyElementsOf(numbers(sets.validation()));
        assertThat(numbers(sets.training())).isNotEqualTo(List.of(0, 1, 2, 3, 4, 5));
        assertThat(numbers(read("frames: [a.xyz], training: 6, validation: 3, shuffled: true")
                        .training()))
                .isEqualTo(numbers(sets.training()));
        assertThat(numbers(read("frames: [a.xyz], training: 3, validation: 3, shuffled: true")
                        .training()))
                .isEqualTo(numbers(sets.training()).subList(0, 3));
    }

    @Test
    void takesGivenFrames() throws IOException {
        FrameSets sets = read("frames: [a.xyz], training: indices.txt, validation: [0, 9]");
        assertThat(numbers(sets.training())).containsExactly(3, 1, 4, 1);
        assertThat(numbers(sets.validation())).containsExactly(0, 9);
        assertThat(numbers(read("frames: [a.xyz], validation: [2, 5]").training()))
                .containsExactly(0, 1, 3, 4, 6, 7, 8, 9);
    }

    @Test
    void takesOtherFiles() throws IOException {
        FrameSets sets = read("frames: [a.xyz], training: 4, validation-frames: [b.xyz], test: [b.xyz]");
        assertThat(sets.training()).hasSize(4);
        assertThat(sets.validation()).hasSize(10);
        assertThat(sets.test()).hasSize(10);
        assertThat(sets.files())
                .extracting(path -> path.getFileName().toString())
                .containsExactly("a.xyz", "b.xyz", "b.xyz");
    }

    @Test
    void leavesOutLargeForces() throws IOException {
        FrameSets sets = read("frames: [a.xyz], training: [1, 4, 5, 9], validation: [2, 7], largest-force: 4.5");
        assertThat(numbers(sets.training())).containsExactly(1, 4);
        assertThat(numbers(sets.validation())).containsExactly(2);
        assertThat(log.toString()).contains("5 frames with a force of more than 4.5 eV/Å are left out");
    }

    @Test
    void repeatsOtherFramesInTheTrainingAlone() throws IOException {
        FrameSets sets = read("frames: [a.xyz], training: 2, validation: 3, largest-force: 8.5,"
                + " also: [{frames: [b.xyz], repeat: 3}]");
        assertThat(numbers(sets.training())).hasSize(2 + 3 * 9).startsWith(0, 1, 0, 0, 0, 1, 1, 1);
        assertThat(numbers(sets.validation())).containsExactly(2, 3, 4);
        assertThat(sets.files())
                .extracting(path -> path.getFileName().toString())
                .containsExactly("a.xyz", "b.xyz");
    }

    @Test
    void readsOtherFramesInTheirOwnUnits() throws IOException {
        FrameSets sets = read("frames: [a.xyz], training: 2, validation: 3, also: [{frames: [b.xyz], units: hartree}]");
        assertThat(sets.training().get(3).energy()).isCloseTo(-27.2114, within(1e-4));
        assertThat(sets.training().get(1).energy()).isEqualTo(-1);
    }

    @Test
    void shiftsTheEnergiesOfOtherFrames() throws IOException {
        FrameSets sets = read("frames: [a.xyz], training: 2, validation: 3, also: [{frames: [b.xyz], shift: -0.25}]");
        assertThat(sets.training().get(3).energy()).isEqualTo(-1.25);
        assertThat(sets.training().get(1).energy()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"'{repeat: 2}', frames", "'{frames: [b.xyz], repeat: 0}', repeat"})
    void refusesOtherFramesThatItCannotUse(String also, String named) {
        assertThatThrownBy(() -> read("frames: [a.xyz], validation: 3, also: [" + also + "]"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("data.also")
                .hasMessageContaining(named);
    }

    @Test
    void warnsOfDoubtfulUnits() throws IOException {
        read("frames: [a.xyz], training: 6, validation: 3, units: kcal/mol");
        assertThat(log.toString()).contains("warning: ", "read as kcal/mol");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frames: [a.xyz] | one of held-out",
                "frames: [a.xyz], held-out: 0.1, validation: 3 | one of held-out",
                "frames: [a.xyz], held-out: 0.1, shuffled: true | training and shuffled go with validation",
                "frames: [a.xyz], held-out: 1.5 | a share between 0 and 1",
                "frames: [a.xyz], held-out: 0.5 | leaves one side empty",
                "frames: [a.xyz], training: 8, validation: 3 | 11 frames are asked for, but there are 10",
                "frames: [a.xyz], training: [1, 2], validation: [2] | frame 2 is both",
                "frames: [a.xyz], training: [1, 10], validation: [2] | there is no frame 10",
                "frames: [a.xyz], training: config.txt, validation: [2] | config.txt: cannot be read",
                "frames: [a.xyz], training: -1, validation: [2] | a positive number of frames",
                "frames: [a.xyz], validation: 3, units: kcal | There are no units 'kcal'",
                "frames: [c.xyz], validation: 3 | c.xyz: there is no such file",
                "frames: [a.xyz], validation: 3, forces: F | can be chosen in NumPy archives"
            })
    void namesWhatIsWrong(String data, String told) {
        assertThatThrownBy(() -> read(data)).isInstanceOf(InputException.class).hasMessageContaining(told);
    }

    @Test
    void namesAnElementThatTheNetworkDoesNotKnow() throws IOException {
        Files.writeString(
                folder.resolve("o.xyz"), "1\nProperties=species:S:1:pos:R:3:forces:R:3 energy=1\nO 0 0 0 1 0 0\n");
        assertThatThrownBy(() -> read("frames: [a.xyz, o.xyz], validation: 3"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("o.xyz: frame 1: atom 1 (O) is not among the network's elements");
    }
}
