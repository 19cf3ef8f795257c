package org.lowland.io.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

class XyzTest {
    private static final long SEED = 20240611;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"frames.xyz", "frames.extxyz.gz"})
    void everythingComesBack(String name) throws IOException {
        Path file = folder.resolve(name);
        Random random = new Random(SEED);
        List<LabelledFrame> frames = new ArrayList<>();
        for (int k = 1; k <= 20; k++) {
            frames.add(frame(random, k));
        }
        try (XyzWriter writer = XyzWriter.create(file)) {
            frames.forEach(writer::write);
            assertThat(file).doesNotExist();
            writer.commit();
        }

        try (XyzReader reader = XyzReader.open(file)) {
            for (LabelledFrame frame : frames) {
                assertThat(reader.hasNext()).isTrue();
                assertSame(reader.next(), frame);
            }
            assertThat(reader.hasNext()).isFalse();
        }
        byte[] start = Files.readAllBytes(file);
        assertThat(start[0] == 0x1f).isEqualTo(name.endsWith(".gz"));
    }

    @Test
    void columnsInAnyOrderAsAseWritesThem() {
        LabelledFrame frame = read(
                """
                2
                Lattice="5.0 0.0 0.0 0.0 6.0 0.0 0.0 0.0 7.0" Properties=forces:R:3:magmoms:R:1:species:S:1:tags:I:1:pos:R:3:move_mask:L:1 energy=-3.5 stress="1 2 3 2 5 6 3 6 9" charge=1 spin=3 config_type="bulk phase" relaxed free_energy=-3.4 pbc="T F T"
                0.1 0.2 0.3 0.5 H 7 1.0 2.0 3.0 T
                -1e-3 0.0 4D-1 -0.5 He 8 -1.0 .5 1.0E1 F
                """);

        AtomicSystem system = frame.system();
        assertThat(system.atomicNumbers()).containsExactly(1, 2);
        assertThat(system.positions()).containsExactly(1, 2, 3, -1, 0.5, 10);
        assertThat(system.cell()).contains(Cell.of(new double[] {5, 0, 0, 0, 6, 0, 0, 0, 7}, true, false, true));
        assertThat(system.charge()).isEqualTo(1);
        assertThat(system.multiplicity()).isEqualTo(3);
        assertThat(system.fixed()).containsExactly(false, true);
        Evaluation evaluation = frame.evaluation().orElseThrow();
        assertThat(evaluation.energy()).isEqualTo(-3.5);
        assertThat(evaluation.forces()).containsExactly(0.1, 0.2, 0.3, -1e-3, 0, 0.4);
        assertThat(evaluation.stress().orElseThrow()).containsExactly(1, 2, 3, 2, 5, 6, 3, 6, 9);
        assertThat(frame.info()).isEqualTo(Map.of("config_type", "bulk phase", "relaxed", "T", "free_energy", "-3.4"));
        assertThat(frame.columns())
                .containsExactly(
                        new AtomColumn("magmoms", 'R', 1, List.of("0.5", "-0.5")),
                        new AtomColumn("tags", 'I', 1, List.of("7", "8")));
    }

    @Test
    void plainXyzKeepsItsComment() {
        LabelledFrame frame = read("1\n  argon from the melt, T = 84 K\nAr 0 0 0 extra 5\n");

        assertThat(frame.title()).isEqualTo("argon from the melt, T = 84 K");
        assertThat(frame.system().atomicNumbers()).containsExactly(18);
        assertThat(write(LabelledFrame.of(frame.system())))
                .isEqualTo("1\n\nAr      0.00000000      0.00000000      0.00000000\n");
    }

    @Test
    void aChargeInAPlainCommentCounts() {
        LabelledFrame frame = read("1\nhydride charge=-1\nH 0 0 0\n");

        assertThat(frame.system().charge()).isEqualTo(-1);
        assertThat(frame.title()).isEqualTo("hydride charge=-1");
        assertThat(write(frame)).contains("name=\"hydride charge=-1\"").contains("charge=-1 ");
    }

    @Test
    void energyWithoutForcesIsKept() {
        LabelledFrame frame = read("1\nenergy=-1.5 name=\"one atom\"\n2 0 0 0\n");

        assertThat(frame.evaluation()).isEmpty();
        assertThat(frame.energy()).hasValue(-1.5);
        assertThat(frame.title()).isEqualTo("one atom");
        assertThat(frame.system().atomicNumbers()).containsExactly(2);
        assertThat(read(write(frame)).energy()).hasValue(-1.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1\\nx\\nH 0 0|line 3: pos of atom 1 is missing",
                "1\\nx\\nH 0 0 nan|z coordinate of atom 1 (H) is NaN",
                "1\\nx\\nH 0 0 inf|z coordinate of atom 1 (H) is Infinity",
                "1\\nx\\nH 0 0 zero|line 3: 'zero' is not a number",
                "1\\nx\\nXx 0 0 0|line 3: 'Xx' is not an element",
                "1\\nx\\n119 0 0 0|line 3: '119' is not an element",
                "1\\npbc=\"T T T\"\\nH 0 0 0|there is no Lattice",
                "1\\nLattice=\"1 0 0 0 1 0 0 0\"\\nH 0 0 0|it needs 9 numbers",
                "1\\nLattice=\"1 0 0 1 0 0 0 0 1\"\\nH 0 0 0|span no volume",
                "1\\nProperties=species:S:1\\nH|it needs pos:R:3",
                "1\\nProperties=species:S:1:pos:R:0\\nH|a width from 1",
                "1\\nProperties=species:S:1:pos:R:3:forces:R:3 energy=nan\\nH 0 0 0 0 0 0|not a finite number",
                "1\\ncharge=0.5\\nH 0 0 0|charge=0.5 is not a whole number",
                "1\\nspin=1\\nH 0 0 0|A multiplicity of 1 is impossible with 1 electrons",
            })
    void aBrokenFrameIsNamedAndTheNextOneRead(String broken, String message) {
        String text = broken.replace("\\n", "\n") + "\n1\ngood\nHe 1 2 3\n";
        XyzReader reader = XyzReader.of("some.xyz", new BufferedReader(new StringReader(text)));

        assertThatThrownBy(reader::next)
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("some.xyz, frame 1")
                .hasMessageContaining(message);
        assertThat(reader.next().title()).isEqualTo("good");
        assertThat(reader.hasNext()).isFalse();
    }

    @Test
    void aTruncatedFileIsNamedAndEnds() {
        XyzReader reader =
                XyzReader.of("cut.xyz", new BufferedReader(new StringReader("1\na\nH 0 0 0\n3\nwater\nO 0 0 0\nH 1")));

        assertThat(reader.next().title()).isEqualTo("a");
        assertThatThrownBy(reader::next)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cut.xyz, frame 2 (water): the file ends after 2 of 3 atoms");
        assertThat(reader.hasNext()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "2.5", "9999999999999"})
    void aCountThatIsNoneEndsTheFile(String count) {
        XyzReader reader = XyzReader.of("odd.xyz", new BufferedReader(new StringReader(count + "\na\nH 0 0 0\n")));

        assertThatThrownBy(reader::next)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("odd.xyz, frame 1, line 1: expected the number of atoms, found '" + count + "'");
        assertThat(reader.hasNext()).isFalse();
    }

    @Test
    void aHugeCountTakesNoMemory() {
        XyzReader reader = XyzReader.of("huge.xyz", new BufferedReader(new StringReader("2000000000\na\nH 0 0 0\n")));

        assertThatThrownBy(reader::next)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("2000000000 atoms, more than the limit");
    }

    @Test
    void numbersAreReadExactly() {
        Random random = new Random(SEED);
        FieldScanner scanner = new FieldScanner();
        for (int k = 0; k < 200_000; k++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12) - 4);
            String text = k % 3 == 0 ? Double.toString(value) : String.format("%." + (1 + k % 14) + "f", value);
            scanner.reset(text);
            assertThat(scanner.next()).isTrue();
            double read = scanner.number();
            if (Double.compare(read, Double.parseDouble(text)) != 0) {
                assertThat(read).as("%s, seed %d", text, SEED).isEqualTo(Double.parseDouble(text));
            }
        }
    }

    @Test
    void readsThePublishedFrames() throws IOException {
        Path file = Path.of("../../shared/data/3bpa/train_300K.xyz");
        assumeTrue(Files.exists(file), "needs " + file);
        try (Stream<LabelledFrame> frames = XyzReader.open(file).stream()) {
            List<LabelledFrame> all = frames.toList();
            assertThat(all).hasSize(500);
            assertThat(all)
                    .allMatch(f -> f.system().size() == 27 && f.evaluation().isPresent());
        }
    }

    private static LabelledFrame frame(Random random, int atoms) {
        int[] numbers = random.ints(atoms, 1, 119).toArray();
        double[] positions = random.doubles(3L * atoms, -50, 50).toArray();
        double[] forces = random.doubles(3L * atoms, -20, 20).toArray();
        AtomicSystem.Builder builder = AtomicSystem.builder(numbers, positions).charge(random.nextInt(5) - 2);
        if (atoms % 2 == 0) {
            builder.cell(Cell.of(new double[] {9.25, 0, 0, 1.5, 8, 0, 0.1, 0.2, 7}, true, atoms % 4 == 0, false));
            boolean[] fixed = new boolean[atoms];
            fixed[0] = true;
            builder.fixed(fixed);
        }
        Evaluation evaluation = Evaluation.of(random.nextGaussian() * 1e4, forces);
        return new LabelledFrame(
                builder.build(),
                atoms % 3 == 0 ? Optional.empty() : Optional.of(evaluation),
                "",
                atoms % 5 == 0
                        ? Map.of()
                        : Map.of("name", "a \"b\" {c} \\ d = e", "empty", "", "step", String.valueOf(atoms)),
                atoms % 7 == 0
                        ? List.of(new AtomColumn(
                                "tags",
                                'S',
                                2,
                                IntStream.range(0, 2 * atoms)
                                        .mapToObj(i -> "t" + i)
                                        .toList()))
                        : List.of());
    }

    private static void assertSame(LabelledFrame actual, LabelledFrame expected) {
        AtomicSystem system = expected.system();
        assertThat(actual.system().atomicNumbers()).isEqualTo(system.atomicNumbers());
        assertThat(actual.system().positions()).containsExactly(system.positions(), within(5.1e-9));
        assertThat(actual.system().cell()).isEqualTo(system.cell());
        assertThat(actual.system().charge()).isEqualTo(system.charge());
        assertThat(actual.system().multiplicity()).isEqualTo(system.multiplicity());
        assertThat(actual.system().fixed()).isEqualTo(system.fixed());
        assertThat(actual.info()).isEqualTo(expected.info());
        assertThat(actual.columns()).isEqualTo(expected.columns());
        assertThat(actual.evaluation().isPresent())
                .isEqualTo(expected.evaluation().isPresent());
        expected.evaluation().ifPresent(evaluation -> {
            assertThat(actual.evaluation().orElseThrow().energy()).isEqualTo(evaluation.energy());
            assertThat(actual.evaluation().orElseThrow().forces()).containsExactly(evaluation.forces(), within(5.1e-9));
        });
    }

    private static LabelledFrame read(String text) {
        return XyzReader.of("test", new BufferedReader(new StringReader(text))).next();
    }

    private static String write(LabelledFrame frame) {
        StringWriter out = new StringWriter();
        XyzWriter.over(out).write(frame);
        return out.toString();
    }
}
