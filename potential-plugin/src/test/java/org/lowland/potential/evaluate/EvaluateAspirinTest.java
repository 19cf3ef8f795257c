package org.lowland.potential.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.api.Lowland;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Units;
import org.lowland.potential.command.CommandTest;
import org.lowland.test.Structures;

/**
 * {@code evaluate aspirin} on archives as the revised MD17 has them, in kcal/mol, whose labels are off by what the
 * numbers below say.
 */
class EvaluateAspirinTest extends CommandTest {
    private static final int FRAMES = 6;
    private static final double FORCE_ERROR = 0.010;
    private static final double ENERGY_ERROR = 0.5;
    private static final double[] CHARGES =
            Arrays.stream(Structures.aspirin().atomicNumbers()).asDoubleStream().toArray();
    private static final int ATOMS = CHARGES.length;

    private static double[] coordinates;
    private static double[] energies;
    private static double[] forces;

    @TempDir
    Path folder;

    /** Conformations that are moved about by 0.05 Å; all components of the forces are off by as much. */
    @BeforeAll
    static void label() {
        Random random = new Random(7);
        coordinates = new double[FRAMES * 3 * ATOMS];
        forces = new double[coordinates.length];
        energies = new double[FRAMES];
        double[] rest = Structures.aspirin().positions();
        try (Potential potential = Lowland.potential(BackendSpec.parse("aspirin"))) {
            for (int frame = 0; frame < FRAMES; frame++) {
                double[] positions = rest.clone();
                for (int k = 0; k < positions.length; k++) {
                    // As single precision has them, so that every way to write them gives the same structures.
                    positions[k] = (float) (positions[k] + 0.05 * random.nextGaussian());
                }
                AtomicSystem system = Structures.aspirin().withPositions(positions);
                Evaluation exact = potential.evaluate(system);
                System.arraycopy(positions, 0, coordinates, frame * positions.length, positions.length);
                energies[frame] = (exact.energy() + ENERGY_ERROR) * Units.KCAL_PER_MOL_PER_EV;
                for (int k = 0; k < positions.length; k++) {
                    double error = k % 2 == 0 ? FORCE_ERROR : -FORCE_ERROR;
                    forces[frame * positions.length + k] = (exact.forces()[k] + error) * Units.KCAL_PER_MOL_PER_EV;
                }
            }
        }
    }

    private Path write(String name, boolean compressed, boolean fortran, String real, String whole, double[] charges)
            throws IOException {
        Path file = folder.resolve(name);
        int[] vectors = {FRAMES, ATOMS, 3};
        try (NpzWriter npz = new NpzWriter(file, compressed)) {
            npz.add("theory", "<i8", false, new int[] {1}, 1);
            npz.add("nuclear_charges", whole, fortran, new int[] {ATOMS}, charges);
            npz.add("coords", real, fortran, vectors, coordinates);
            npz.add("energies", real, fortran, new int[] {FRAMES}, energies);
            npz.add("forces", real, fortran, vectors, forces);
            npz.add("old_indices", "<i8", false, new int[] {FRAMES}, 5, 4, 3, 2, 1, 0);
            npz.add("old_energies", real, fortran, new int[] {FRAMES}, new double[FRAMES]);
            npz.add("old_forces", real, fortran, vectors, new double[forces.length]);
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, <f8, |u1",
        "true, false, <f8, |u1",
        "true, true, <f8, <i8",
        "false, true, >f8, >i4",
        "false, false, >f8, |i1",
        "true, false, <f4, <i4",
        "false, true, >f4, >i2",
        "false, false, <f8, <u2",
        "false, true, <f8, >u4",
        "false, false, <f8, <u8",
        "false, false, <f8, <f8"
    })
    void readsEveryWayInWhichNumPyStoresTheSet(boolean compressed, boolean fortran, String real, String whole)
            throws IOException {
        Path file = write("set.npz", compressed, fortran, real, whole, CHARGES);

        assertThat(run("evaluate", "aspirin", file, "--json", "-")).as(err).isZero();

        assertThat(err).isEmpty();
        assertThat(out).hasLineCount(1);
        JsonNode json = new ObjectMapper().readTree(out);
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "frames",
                        "force_mae_meV_per_A",
                        "force_rmse_meV_per_A",
                        "energy_mae_meV",
                        "energy_rmse_meV",
                        "atoms_per_second");
        // Energies in single precision are rounded to 1/32 kcal/mol.
        double rounding = real.endsWith("f4") ? 1.5 : 0.01;
        assertThat(json.get("frames").isInt()).isTrue();
        assertThat(json.get("frames").intValue()).isEqualTo(FRAMES);
        assertThat(json.get("force_mae_meV_per_A").doubleValue()).isCloseTo(1000 * FORCE_ERROR, within(0.01));
        assertThat(json.get("force_rmse_meV_per_A").doubleValue()).isCloseTo(1000 * FORCE_ERROR, within(0.01));
        assertThat(json.get("energy_mae_meV").doubleValue()).isCloseTo(1000 * ENERGY_ERROR, within(rounding));
        assertThat(json.get("energy_rmse_meV").doubleValue()).isCloseTo(1000 * ENERGY_ERROR, within(rounding));
        assertThat(json.get("atoms_per_second").doubleValue()).isPositive();
    }

    @Test
    void doubtsGoToStandardErrorAlone() throws IOException {
        Path file = write("set.npz", false, false, "<f8", "|u1", CHARGES);

        assertThat(run("evaluate", "aspirin", file, "--units", "eV", "--json", "-"))
                .isZero();

        assertThat(err).contains("warning: ", "Declare the units");
        assertThat(new ObjectMapper().readTree(out).get("frames").intValue()).isEqualTo(FRAMES);
        assertThat(out).hasLineCount(1);
    }

    @Test
    void refusesWhatCannotBeMeant() throws IOException {
        double[] nitrogen = CHARGES.clone();
        nitrogen[3] = 7;
        Path other = write("other.npz", true, false, "<f8", "|u1", nitrogen);
        assertThat(run("evaluate", "aspirin", other, "--json", "-")).isEqualTo(2);
        assertThat(err).startsWith("lowland: ").contains("other.npz: frame 1: atom 4 (N): 'aspirin' knows only H C O");
        assertThat(out).isEmpty();

        Path each = folder.resolve("each.npz");
        try (NpzWriter npz = new NpzWriter(each, true)) {
            npz.add("nuclear_charges", "|u1", false, new int[] {1, ATOMS}, CHARGES);
            npz.add(
                    "coords",
                    "<f8",
                    false,
                    new int[] {1, ATOMS, 3},
                    Structures.aspirin().positions());
            npz.add("energies", "<f8", false, new int[] {1}, 0);
            npz.add("forces", "<f8", false, new int[] {1, ATOMS, 3}, new double[3 * ATOMS]);
        }
        assertThat(run("evaluate", "aspirin", each, "--json", "-")).isEqualTo(2);
        assertThat(err).contains("each.npz: the nuclear charges have the shape [1, 21]");

        double[] broken = CHARGES.clone();
        broken[3] = 6.5;
        Path half = write("half.npz", true, false, "<f8", "<f4", broken);
        assertThat(run("evaluate", "aspirin", half, "--json", "-")).isEqualTo(2);
        assertThat(err).contains("half.npz", "6.5", "no whole number");
        assertThat(out).isEmpty();
    }
}
