package org.lowland.io.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.potential.Evaluation;
import org.lowland.io.format.Feature;
import org.lowland.io.format.Formats;
import org.lowland.io.format.Holdings;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;
import org.lowland.io.format.StructureFormat;
import org.lowland.io.format.StructureWriter;

/** Labels that are there in part, and groups that are broken. */
class ArrayReaderTest {
    private static final double NONE = Double.NaN;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"set.npz", "set.h5"})
    void forcesWithoutAnEnergyAreKept(String name) throws IOException {
        Path file = write(name, new double[] {NONE}, new double[][][] {{{1, 0, 0}, {-1, 0, 0.5}}});

        try (RecordReader<? extends Structure> reader = Formats.all().open(file)) {
            LabelledFrame frame = (LabelledFrame) reader.next();
            assertThat(frame.energy()).isEmpty();
            double unit = StructureFormat.of(file).id().equals("npz")
                    ? LabelUnits.KCAL_PER_MOL.force()
                    : LabelUnits.HARTREE.force();
            assertThat(frame.forces().orElseThrow())
                    .containsExactly(new double[] {unit, 0, 0, -unit, 0, unit / 2}, within(1e-12));
            assertThat(Holdings.of(frame)).contains(Feature.FORCES).doesNotContain(Feature.ENERGIES);
            assertThat(reader.remarks()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"set.npz", "set.h5"})
    void forcesOnSomeAtomsAreSaidToBeLeftOut(String name) throws IOException {
        double[][] some = {{1, 0, 0}, {-1, NONE, 0}};
        double[][] none = {{NONE, NONE, NONE}, {NONE, NONE, NONE}};
        Path file = write(name, new double[] {-1, -1, NONE}, new double[][][] {some, none, some});

        try (RecordReader<? extends Structure> reader = Formats.all().open(file)) {
            for (int record = 1; record <= 3; record++) {
                LabelledFrame frame = (LabelledFrame) reader.next();
                assertThat(frame.energy().isPresent()).isEqualTo(record != 3);
                assertThat(frame.forces()).isEmpty();
                if (record == 2) {
                    assertThat(reader.remarks()).isEmpty();
                } else {
                    assertThat(reader.remarks())
                            .containsExactly("the forces on some atoms are NaN: all of the structure are left out");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"npz, true", "npz, false", "hdf5, true", "hdf5, false"})
    void anEnergyOrForcesAloneAreWritten(String format, boolean energy) throws IOException {
        double[][][] forces = {{{1, 0, 0}, {-1, 0, energy ? NONE : 0}}};
        Path in = write("in.h5", new double[] {energy ? -1.5 : NONE}, forces);
        Path out = folder.resolve("out");
        try (RecordReader<? extends Structure> reader = Formats.all().open(in);
                StructureWriter writer = StructureWriter.create(out, StructureFormat.byId(format), lost -> {})) {
            LabelledFrame frame = (LabelledFrame) reader.next();
            writer.write(frame);
            LabelledFrame both = LabelledFrame.of(frame.system(), Evaluation.of(-1, new double[6]));
            assertThatThrownBy(() -> writer.write(both))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(
                            "this structure has both and the first " + (energy ? "an energy alone" : "forces alone"));
            writer.commit();
            try (RecordReader<? extends Structure> again = Formats.all().open(out)) {
                LabelledFrame back = (LabelledFrame) again.next();
                assertThat(back.energy().isPresent()).isEqualTo(energy);
                assertThat(back.forces().isPresent()).isEqualTo(!energy);
                if (energy) {
                    assertThat(back.energy().orElseThrow())
                            .isCloseTo(frame.energy().orElseThrow(), within(1e-10));
                } else {
                    assertThat(back.forces().orElseThrow())
                            .containsExactly(frame.forces().orElseThrow(), within(1e-10));
                }
            }
        }
    }

    @Test
    void aBrokenGroupIsOneBrokenRecordAndTheNextFollows() {
        Path file = folder.resolve("groups.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            for (String name : List.of("a", "b", "c")) {
                WritableGroup group = hdf.putGroup(name);
                group.putDataset("atomic_numbers", new int[] {1, 1});
                group.putDataset("coordinates", new double[][][] {{{0, 0, 0}, {0, 0, 0.74}}});
                group.putDataset("energies", name.equals("b") ? new double[] {-1, -1} : new double[] {-1});
                group.putDataset("forces", new double[][][] {{{0, 0, 0.1}, {0, 0, -0.1}}});
            }
        }
        try (RecordReader<? extends Structure> reader = Formats.all().open(file)) {
            assertThat(reader.hasNext()).isTrue();
            assertThat(reader.next().atoms()).isEqualTo(2);
            assertThat(reader.hasNext()).isTrue();
            assertThatThrownBy(reader::next)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("the arrays of the group '/b/' do not fit together");
            assertThat(reader.index()).isEqualTo(2);
            assertThat(reader.hasNext()).isTrue();
            assertThat(reader.next().atoms()).isEqualTo(2);
            assertThat(reader.index()).isEqualTo(3);
            assertThat(reader.hasNext()).isFalse();
            assertThatThrownBy(reader::next).isInstanceOf(NoSuchElementException.class);
        }
        List<Sample> samples = new ArrayList<>();
        assertThatThrownBy(() -> DataSetReader.read(file, DataSetOptions.defaults(), samples::add))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'/b/'");
    }

    private Path write(String name, double[] energies, double[][][] forces) throws IOException {
        Path file = folder.resolve(name);
        double[][][] coordinates = new double[forces.length][2][3];
        for (double[][] frame : coordinates) {
            frame[1][2] = 0.74;
        }
        if (name.endsWith("h5")) {
            try (WritableHdfFile hdf = HdfFile.write(file)) {
                WritableGroup group = hdf.putGroup("H2");
                group.putDataset("atomic_numbers", new int[] {1, 1});
                group.putDataset("coordinates", coordinates);
                group.putDataset("energies", energies);
                group.putDataset("forces", forces);
            }
            return file;
        }
        long frames = forces.length;
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "z", new long[] {2}, 1, 1);
            put(zip, "R", new long[] {frames, 2, 3}, flat(coordinates));
            put(zip, "E", new long[] {frames}, energies);
            put(zip, "F", new long[] {frames, 2, 3}, flat(forces));
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, long[] shape, double... values) throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        zip.write(Npy.write("<f8", false, shape, values));
    }

    private static double[] flat(double[][][] frames) {
        return Arrays.stream(frames)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
