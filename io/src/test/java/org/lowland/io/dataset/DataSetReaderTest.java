package org.lowland.io.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.InputException;
import org.lowland.api.system.Units;

class DataSetReaderTest {
    private static final Path ASPIRIN = Path.of("../../shared/data/rmd17_aspirin/rmd17_aspirin_test_01.npz");
    private static final Path DIATOMICS = Path.of("../../shared/data/ani2x_diatomics/ani2x_minimal.hdf5");
    private static final String FRAME =
            """
            2
            Properties=species:S:1:pos:R:3:forces:R:3 energy=%s%s
            H 0 0 0 1 0 0
            H 0 0 0.8 -1 0 0
            """;

    @TempDir
    Path folder;

    private final List<Sample> samples = new ArrayList<>();

    private DataSetReader.Summary read(Path file, DataSetOptions options) {
        return DataSetReader.read(file, options, samples::add);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void readsExtendedXyzInElectronvoltsOrAsDeclared() throws IOException {
        Path file = write("a.xyz", FRAME.formatted("-31.5", " species=hydrogen") + FRAME.formatted("-31", ""));
        assertThat(read(file, DataSetOptions.defaults()).units()).isEqualTo(LabelUnits.EV);
        assertThat(samples).extracting(Sample::group).containsExactly("hydrogen", "H2");
        assertThat(samples.get(0).labels().energy()).isEqualTo(-31.5);
        read(file, DataSetOptions.defaults().in(LabelUnits.HARTREE));
        assertThat(samples.get(2).labels().force(0, 0)).isCloseTo(Units.HARTREE, within(1e-12));
    }

    @Test
    void namesTheFrameWithoutForces() throws IOException {
        Path file = write("a.xyz", FRAME.formatted("-31", "") + "1\nenergy=-13.6\nH 0 0 0\n");
        assertThatThrownBy(() -> read(file, DataSetOptions.defaults()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a.xyz: frame 2 has no energy or no forces");
    }

    @Test
    void refusesWhatItsNameDoesNotTell() throws IOException {
        Path file = write("a.dat", "");
        assertThatThrownBy(() -> read(file, DataSetOptions.defaults()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(".npz, .h5, .hdf5, .xyz, .extxyz");
    }

    @Test
    void namesHdf5ThatIsNone() throws IOException {
        Path file = write("a.h5", "no HDF5 at all");
        assertThatThrownBy(() -> read(file, DataSetOptions.defaults()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a.h5: this HDF5 file cannot be read");
    }

    @Test
    void listsTheUnits() {
        assertThat(LabelUnits.of("Kcal/mol")).isEqualTo(LabelUnits.KCAL_PER_MOL);
        assertThatThrownBy(() -> LabelUnits.of("kcal"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("eV, kcal/mol, kJ/mol, hartree, atomic");
    }

    @Test
    void readsDiatomicsOfTheAniSet() {
        assumeTrue(Files.exists(DIATOMICS), "the ANI-2x diatomics are not beside the checkout");
        DataSetReader.Summary summary = read(DIATOMICS, DataSetOptions.defaults());
        assertThat(summary.samples()).isEqualTo(5706);
        assertThat(samples.stream().map(Sample::group).collect(Collectors.toSet()))
                .hasSize(10)
                .contains("F2", "N2");
        for (Sample sample : samples) {
            assertThat(sample.system().size()).isEqualTo(2);
            for (int axis = 0; axis < 3; axis++) {
                assertThat(sample.labels().force(0, axis) + sample.labels().force(1, axis))
                        .isCloseTo(0, within(0.05));
            }
        }
    }

    @Test
    void warnsWhenKilocaloriesAreCalledElectronvoltsAndTheOtherWayRound() {
        assumeTrue(Files.exists(ASPIRIN), "the rMD17 data are not beside the checkout");
        assertThat(read(ASPIRIN, DataSetOptions.defaults()).warnings()).isEmpty();
        assertThat(read(ASPIRIN, DataSetOptions.defaults().in(LabelUnits.EV)).warnings())
                .anySatisfy(warning -> assertThat(warning).contains("read as eV", "force components"))
                .anySatisfy(warning -> assertThat(warning).contains("but read as kcal/mol they are"));
        assertThat(read(ASPIRIN, DataSetOptions.defaults().in(LabelUnits.KJ_PER_MOL))
                        .warnings())
                .anySatisfy(warning -> assertThat(warning).contains("but read as kcal/mol they are"));
    }

    @Test
    void warnsOfCoordinatesThatAreTooFarApartOrTooClose() throws IOException {
        Path bohr = write("a.xyz", FRAME.formatted("-31.5", "").repeat(3));
        assertThat(DataSetReader.read(bohr, DataSetOptions.defaults(), sample -> {})
                        .warnings())
                .noneMatch(warning -> warning.contains("hydrogens"));
        assertThat(DataSetReader.read(bohr, DataSetOptions.defaults().in(LabelUnits.ATOMIC), sample -> {})
                        .warnings())
                .anyMatch(warning -> warning.contains("its hydrogens are 0.") && warning.contains("in bohr"));
        Path far = write(
                "b.xyz",
                "2\nProperties=species:S:1:pos:R:3:forces:R:3 energy=-31\nH 0 0 0 1 0 0\n" + "O 0 0 1.83 -1 0 0\n");
        assertThat(DataSetReader.read(far, DataSetOptions.defaults(), sample -> {})
                        .warnings())
                .anyMatch(warning -> warning.contains("its hydrogens are 1.83 Å from the nearest atoms"));
    }

    @Test
    void warnsByTheSizeOfForcesAlone() throws IOException {
        Path small = write("a.xyz", FRAME.formatted("-3", ""));
        assertThat(read(small, DataSetOptions.defaults()).warnings()).isEmpty();
        assertThat(read(small, DataSetOptions.defaults().in(LabelUnits.KCAL_PER_MOL))
                        .warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning).contains("read as kcal/mol", "0.0250 eV/Å", "eV 0.577"));
    }
}
