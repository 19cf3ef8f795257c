package org.lowland.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.system.Units;
import org.lowland.io.dataset.DataSetOptions;
import org.lowland.io.dataset.DataSetReader;
import org.lowland.io.dataset.Sample;
import org.lowland.io.format.Formats;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;

/** Data sets of arrays in conversions. */
class ArrayConversionTest {
    private static final Path PLAIN = Path.of("src/test/resources/numpy/plain.npz");
    private static final String HEAD = " Properties=species:S:1:pos:R:3:forces:R:3 energy=";
    private static final String FRAMES =
            "3\n" + HEAD + "-2000.25\nO 0 0 0 0.5 0 0\nH 0.96 0 0 -0.25 1 0\nH -0.2 0.95 0 0 0 2\n"
                    + "2\n" + HEAD + "-31.5\nH 0 0 0 0 0 1\nH 0 0 0.74 0 0 -1\n"
                    + "3\n" + HEAD + "-2000.5\nO 0 0 0 1 2 3\nH 0.97 0 0 4 5 6\nH -0.2 0.95 0 7 8 9\n";

    @TempDir
    private Path folder;

    private static List<LabelledFrame> read(Path file) {
        List<LabelledFrame> frames = new ArrayList<>();
        try (RecordReader<? extends Structure> reader = Formats.all().open(file)) {
            reader.forEachRemaining(frame -> frames.add((LabelledFrame) frame));
        }
        return frames;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void framesOfAnyAtomsGoToHdfAndBackInOrderOfSize() throws IOException {
        Path in = write("in.xyz", FRAMES);
        Path hdf = folder.resolve("set.h5");
        Cli there = Cli.run("convert", in, hdf);
        assertThat(there.code()).as(there.err()).isZero();
        assertThat(there.err()).contains("3 structures written").doesNotContain("left out");

        List<LabelledFrame> given = read(in);
        List<LabelledFrame> back = read(hdf);
        assertThat(back).hasSize(3);
        int[] order = {1, 0, 2};
        for (int k = 0; k < 3; k++) {
            LabelledFrame wanted = given.get(order[k]);
            assertThat(back.get(k).system().atomicNumbers())
                    .isEqualTo(wanted.system().atomicNumbers());
            assertThat(back.get(k).system().positions())
                    .isEqualTo(wanted.system().positions());
            assertThat(back.get(k).energy().orElseThrow())
                    .isCloseTo(wanted.energy().orElseThrow(), within(1e-10));
            assertThat(back.get(k).evaluation().orElseThrow().forces())
                    .containsExactly(wanted.evaluation().orElseThrow().forces(), within(1e-13));
        }
        List<Sample> samples = new ArrayList<>();
        DataSetReader.read(hdf, DataSetOptions.defaults(), samples::add);
        assertThat(samples).extracting(Sample::group).containsExactly("H2", "H2O", "H2O");
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.npz", "out.h5"})
    void arraysAreKnownByTheirContentAndKeepTheirNumbers(String name) throws IOException {
        Path other = folder.resolve(name);
        assertThat(Cli.run("convert", PLAIN, other).code()).isZero();
        Path misnamed = Files.move(other, folder.resolve("misnamed.xyz"));
        List<LabelledFrame> frames = read(misnamed);
        assertThat(frames).hasSize(2);
        assertThat(frames.get(1).energy().orElseThrow() * Units.KCAL_PER_MOL_PER_EV)
                .isCloseTo(-47899.25, within(1e-9));
        assertThat(frames.get(1).evaluation().orElseThrow().force(2, 1) * Units.KCAL_PER_MOL_PER_EV)
                .isCloseTo(-70, within(1e-11));
    }

    @Test
    void unitsAreThoseThatAreSaid() {
        Cli said = Cli.run("convert", PLAIN, "-", "--to", "xyz", "--units", "eV");
        assertThat(said.out()).contains("energy=-47900.5");
        Cli refused =
                Cli.run("convert", "src/test/resources/crystals/cubic-Fm-3m.cif", "-", "--to", "xyz", "--units", "eV");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("Units are said of NPZ and HDF5");
        assertThat(Cli.run("convert", PLAIN, "-", "--to", "xyz", "--units", "furlongs")
                        .err())
                .contains("known: eV, kcal/mol");
    }

    @Test
    void bareFramesNeedNoLabels() throws IOException {
        Path in = write("in.xyz", "2\n\nH 0 0 0\nH 0 0 0.74\n");
        for (String name : List.of("bare.npz", "bare.h5")) {
            Path bare = folder.resolve(name);
            assertThat(Cli.run("convert", in, bare).code()).isZero();
            assertThat(read(bare)).singleElement().satisfies(frame -> {
                assertThat(frame.energy()).isEmpty();
                assertThat(frame.system().position(1, 2)).isEqualTo(0.74);
            });
        }
    }

    @Test
    void whatCannotBeReadOrHeldIsSaid() throws IOException {
        Path mixed = write("mixed.xyz", FRAMES + "2\n\nH 0 0 0\nH 0 0 0.74\n");
        Path out = folder.resolve("out.h5");
        Cli partly = Cli.run("convert", mixed, out, "--strict");
        assertThat(partly.err()).contains("record 4").contains("energies and forces of all frames or of none");
        assertThat(out).doesNotExist();

        byte[] broken = Files.readAllBytes(folder.resolve(write("x.xyz", FRAMES).getFileName()));
        broken[0] = (byte) 0x89;
        broken[1] = 'H';
        broken[2] = 'D';
        broken[3] = 'F';
        Cli damaged = Cli.run("convert", Files.write(folder.resolve("damaged.h5"), broken), "-", "--to", "xyz");
        assertThat(damaged.code()).isEqualTo(2);
        assertThat(damaged.err()).contains("damaged.h5: this HDF5 file cannot be read");

        Cli piped = Cli.runOn("", "convert", "-", "-", "--from", "npz", "--to", "xyz");
        assertThat(piped.code()).isEqualTo(2);
    }
}
