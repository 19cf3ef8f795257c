package org.lowland.io.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.system.Units;

/** The files were written by NumPy; {@code make.py} beside them tells what is in them. */
class NumpyDataSetTest {
    private static final Path FOLDER = Path.of("src/test/resources/numpy");
    private static final Path ASPIRIN = Path.of("../../shared/data/rmd17_aspirin/rmd17_aspirin_train_01.npz");
    private static final double[] FORCES = {
        1.5, -2.25, 3, -4, 5.5, -6, 2.5, -3.25, 3, 10, 20, -30, -40, 50, 60, 30, -70, -30
    };
    private static final double[] COORDINATES = {
        0, 0, 0, 0.96, 0.1, 0, -0.2, 0.95, 0.05, 0, 0, 0.1, 0.97, 0, 0, -0.3, 0.9, 0
    };

    private static List<Sample> read(String file, DataSetOptions options) {
        List<Sample> samples = new ArrayList<>();
        DataSetReader.read(FOLDER.resolve(file), options, samples::add);
        return samples;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain.npz",
                "compressed.npz",
                "fortran.npz",
                "fortran-compressed.npz",
                "big-endian.npz",
                "single.npz",
                "unsigned.npz",
                "md17-names.npz"
            })
    void readsEveryWayInWhichNumPyStoresRealNumbers(String file) {
        List<Sample> samples = read(file, DataSetOptions.defaults());
        assertThat(samples).hasSize(2);
        for (int frame = 0; frame < 2; frame++) {
            Sample sample = samples.get(frame);
            assertThat(sample.group()).isEqualTo("H2O");
            assertThat(sample.place()).endsWith(file + ": frame " + (frame + 1));
            assertThat(sample.system().atomicNumbers()).containsExactly(8, 1, 1);
            assertThat(sample.labels().energy() * Units.KCAL_PER_MOL_PER_EV)
                    .isCloseTo(frame == 0 ? -47900.5 : -47899.25, within(1e-9));
            for (int k = 0; k < 9; k++) {
                assertThat(sample.system().positions()[k]).isCloseTo(COORDINATES[9 * frame + k], within(1e-7));
                assertThat(sample.labels().forces()[k] * Units.KCAL_PER_MOL_PER_EV)
                        .isCloseTo(FORCES[9 * frame + k], within(1e-12));
            }
        }
    }

    @Test
    void takesUnitsAndNamesThatAreDeclared() {
        List<Sample> samples =
                read("plain.npz", DataSetOptions.defaults().in(LabelUnits.EV).named("old_energies", "old_forces"));
        assertThat(samples.get(1).labels().energy()).isEqualTo(-47900.25);
        assertThat(samples.get(0).labels().force(1, 1)).isEqualTo(11);
        Sample atomic = read("plain.npz", DataSetOptions.defaults().in(LabelUnits.ATOMIC))
                .get(0);
        assertThat(atomic.system().position(1, 0)).isCloseTo(0.96 * Units.BOHR, within(1e-15));
        assertThat(atomic.labels().force(0, 0)).isCloseTo(1.5 * Units.HARTREE / Units.BOHR, within(1e-12));
    }

    @Test
    void readsIntegersAsNumbers() {
        assertThat(read("integers.npz", DataSetOptions.defaults())
                                .get(1)
                                .labels()
                                .forces()[8]
                        * Units.KCAL_PER_MOL_PER_EV)
                .isCloseTo(-30, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "no-forces.npz, there is no array 'forces'",
        "other-shape.npz, '[2, 9] where [2, 3, 3]'",
        "scalar-energy.npz, the energies have the shape []",
        "empty.npz, no labelled structure",
        "complex.npz, '''forces'': its type is ''<c16'''",
        "strings.npz, '''nuclear_charges'': its type is ''<U1'''",
        "objects.npz, '''energies'': its type is ''|O'''",
        "half.npz, <f2",
        "truncated.npz, no whole NumPy archive",
        "absent.npz, there is no such file"
    })
    void refusesByName(String file, String message) {
        assertThatThrownBy(() -> read(file, DataSetOptions.defaults()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file)
                .hasMessageContaining(message);
    }

    @Test
    void refusesNamesThatAreNotThere() {
        assertThatThrownBy(() -> read("plain.npz", DataSetOptions.defaults().named("old_energy", "forces")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'old_energy'")
                .hasMessageContaining("old_energies");
    }

    @Test
    void keepsLargeArraysWholeWhileMemoryIsCollected() {
        Random random = new Random(5);
        long[] shape = {40_000, 3};
        double[] numbers = random.doubles(120_000).toArray();
        byte[] bytes = Npy.write("<f8", false, shape, numbers);
        for (int round = 0; round < 5; round++) {
            byte[] copy = bytes.clone();
            System.gc();
            assertThat(NpyArray.read("large", copy).values()).isEqualTo(numbers);
        }
    }

    @Test
    void readsAspirin() {
        assumeTrue(Files.exists(ASPIRIN), "the rMD17 data are not beside the checkout");
        List<Sample> samples = new ArrayList<>();
        DataSetReader.Summary summary = DataSetReader.read(ASPIRIN, DataSetOptions.defaults(), samples::add);
        assertThat(summary.warnings()).isEmpty();
        assertThat(summary.samples()).isEqualTo(1000);
        assertThat(samples).allSatisfy(sample -> {
            assertThat(sample.group()).isEqualTo("C9H8O4");
            for (int axis = 0; axis < 3; axis++) {
                double net = 0;
                for (int atom = 0; atom < 21; atom++) {
                    net += sample.labels().force(atom, axis);
                }
                assertThat(net).isCloseTo(0, within(1e-5));
            }
        });
    }
}
