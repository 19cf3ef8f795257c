package org.lowland.jmol.minimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Crystals with their cells. */
@Tag("jmol")
class CrystalTest {
    private static final String POSCAR =
            """
            Ar
            1.0
            1.6 0 0
            0 1.6 0
            0 0 1.6
            Ar
            4
            Direct
            0.03 0 0
            0.5 0.5 0
            0.5 0 0.5
            0 0.5 0.5
            """;
    private static final String ARGON =
            """
            data_argon
            _cell_length_a 1.6
            _cell_length_b 1.6
            _cell_length_c 1.6
            _cell_angle_alpha 90
            _cell_angle_beta 90
            _cell_angle_gamma 90
            _symmetry_space_group_name_H-M 'F m -3 m'
            loop_
            _atom_site_label
            _atom_site_type_symbol
            _atom_site_fract_x
            _atom_site_fract_y
            _atom_site_fract_z
            Ar1 Ar 0 0 0
            """;

    @RegisterExtension
    private final Watchdog watchdog = new Watchdog(Duration.ofSeconds(60));

    @TempDir
    private Path folder;

    private JmolHouse jmol;

    @BeforeEach
    void open() {
        jmol = JmolHouse.open();
    }

    @AfterEach
    void close() {
        jmol.close();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private double commandLine(String potential, String frame) throws IOException {
        Path file = write("frame.xyz", frame);
        return Cli.optimize(file.toString(), "-o", folder.resolve("out.xyz").toString(), "--potential", potential)
                .get(0);
    }

    @Test
    void aCellOfAFileRelaxesAsOnTheCommandLine() throws IOException {
        Path file = write("POSCAR", POSCAR);
        StringBuilder frame = new StringBuilder("4\nLattice=\"1.6 0 0 0 1.6 0 0 0 1.6\"\n");
        POSCAR.lines().skip(8).forEach(line -> {
            frame.append("Ar");
            for (String fraction : line.split(" ")) {
                frame.append(' ').append(1.6 * Double.parseDouble(fraction));
            }
            frame.append('\n');
        });
        double expected = commandLine("toy?kind=argon", frame.toString());

        jmol.run("load '" + file + "'");
        RunRecord one = jmol.minimize("lowlandBackend = 'rfo@toy?kind=argon'; minimize");
        jmol.run("load '" + file + "' {2 1 1}");
        RunRecord two = jmol.minimize("minimize");
        jmol.run("load '" + file + "' packed");
        int shown = jmol.viewer().ms.ac;
        RunRecord packed = jmol.minimize("minimize");

        assertThat(one.converged()).as(one.toString()).isTrue();
        assertThat(one.energy()).isCloseTo(expected, within(1e-4));
        assertThat(two.energy()).isCloseTo(2 * expected, within(1e-4));
        assertThat(shown).isGreaterThan(4);
        assertThat(packed.energy()).isCloseTo(expected, within(1e-4));
    }

    @Test
    void atomsOnTheBoundaryCountOnceAndMoveAsOne() throws IOException {
        Path file = write("argon.cif", ARGON);
        double cell = commandLine(
                "toy?kind=argon",
                """
                4
                Lattice="1.6 0 0 0 1.6 0 0 0 1.6"
                Ar 0 0 0
                Ar 0.8 0.8 0
                Ar 0.8 0 0.8
                Ar 0 0.8 0.8
                """);

        jmol.run("load '" + file + "' packed");
        assertThat(jmol.viewer().ms.ac).isEqualTo(14);
        RunRecord one = jmol.minimize("lowlandBackend = 'lbfgs@toy?kind=argon'; minimize");
        jmol.run("load '" + file + "' {2 2 1}");
        RunRecord four = jmol.minimize("minimize");

        assertThat(one.converged()).as(one.toString()).isTrue();
        assertThat(one.energy()).isCloseTo(cell, within(1e-4));
        assertThat(four.energy()).isCloseTo(4 * cell, within(1e-4));
        jmol.run("load '" + file + "' {1 1 1}");
        assertThat(jmol.minimize("minimize").energy()).isCloseTo(cell, within(1e-4));
        jmol.run("load '" + file + "' {2 1 1} packed");
        assertThat(jmol.minimize("minimize").energy()).isCloseTo(2 * cell, within(1e-4));
        jmol.run("load '" + file + "' {555 655 1}");
        assertThat(jmol.minimize("minimize").energy()).isCloseTo(2 * cell, within(1e-4));
        jmol.run("load '" + file + "' {2 1 1}; {atomIndex=0}.x = 0.1");
        assertThat(jmol.minimize("minimize ENERGY", "calculate").energy()).isGreaterThan(2 * cell + 0.01);
    }

    @Test
    void imagesFollowTheAtomThatTheyRepeat() throws IOException {
        Path file = write("argon.cif", ARGON);
        jmol.run("load '" + file + "' packed");
        jmol.run("lowlandBackend = 'lbfgs@toy?kind=argon'; {atomIndex=0}.x = 0.05");
        double[] before = jmol.coordinates();
        boolean[] corner = new boolean[jmol.viewer().ms.ac];
        for (int k = 0; k < corner.length; k++) {
            corner[k] = true;
            for (int axis = 0; axis < 3; axis++) {
                double fraction = (before[3 * k + axis] - before[axis]) / 1.6;
                corner[k] &= Math.abs(fraction - Math.rint(fraction)) < 1e-3;
            }
        }

        jmol.minimize("minimize");

        double[] after = jmol.coordinates();
        for (int k = 0; k < corner.length; k++) {
            for (int axis = 0; axis < 3 && corner[k]; axis++) {
                assertThat(after[3 * k + axis] - after[axis])
                        .isCloseTo(before[3 * k + axis] - before[axis], within(1e-5));
            }
        }
    }

    @Test
    void anAsymmetricUnitIsNoCell() throws IOException {
        Path file = write("argon.cif", ARGON);
        jmol.run("load '" + file + "'; lowlandBackend = 'lbfgs@toy?kind=argon'; minimize");

        assertThat(jmol.said()).anyMatch(line -> line.contains("{1 1 1}"));
        assertThat(jmol.variable("_minimizationStatus")).isEqualTo("failed");
    }
}
