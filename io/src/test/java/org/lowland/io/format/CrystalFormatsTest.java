package org.lowland.io.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

class CrystalFormatsTest {
    /** Quartz: 3 Si on special positions and 6 O, with 1/3 to four decimals. */
    private static final String QUARTZ =
            """
            data_global
            _publ_section_title
            ;
            a made-up title
            ;
            data_quartz
            _cell_length_a 4.9137(3)
            _cell_length_b 4.9137(3)
            _cell_length_c 5.4047
            _cell_angle_alpha 90
            _cell_angle_beta 90
            _cell_angle_gamma 120
            _symmetry_space_group_name_H-M 'P 32 2 1'
            loop_
            _symmetry_equiv_pos_as_xyz
            'x, y, z'
            '-y, x-y, z+2/3'
            '-x+y, -x, z+1/3'
            'y, x, -z'
            'x-y, -y, -z+1/3'
            '-x, -x+y, -z+2/3'
            loop_
            _atom_site_label
            _atom_site_fract_x
            _atom_site_fract_y
            _atom_site_fract_z
            Si1 0.4697(1) 0.0000 0.6667
            O1 0.4135 0.2669 0.7858 # general
            """;

    @Test
    void symmetryFillsTheCellOnce() {
        List<Structure> structures = RoundTripTest.read("cif", QUARTZ);
        assertThat(structures).hasSize(1);
        AtomicSystem quartz = ((LabelledFrame) structures.get(0)).system();
        assertThat(structures.get(0).title()).isEqualTo("quartz");
        assertThat(quartz.atomicNumbers()).containsExactly(14, 14, 14, 8, 8, 8, 8, 8, 8);
        assertThat(quartz.cell().orElseThrow().volume()).isCloseTo(113.01, within(0.01));
        for (int silicon = 0; silicon < 3; silicon++) {
            assertThat(neighbours(quartz, silicon)).isEqualTo(4);
        }
    }

    @Test
    void whatWouldGiveAnotherCrystalIsRefused() {
        String partial = QUARTZ.replace("_atom_site_fract_z\n", "_atom_site_fract_z\n_atom_site_occupancy\n")
                .replace("0.6667", "0.6667 0.5")
                .replace("0.7858", "0.7858 1");
        assertRefused(partial, "the site Si1 is occupied to 0.5 only");
        assertRefused(
                QUARTZ.replace("P 32 2 1", "P 32 2 9")
                        .replaceAll("(?s)loop_\n_symm.*?2/3'\nloop_", "loop_")
                        .replaceAll("'[-xy].*\n", ""),
                "P 32 2 9");
        assertRefused(QUARTZ.replace("'y, x, -z'", "'y, x, -w'"), "is not a symmetry operation");
        assertRefused(QUARTZ.replace("0.4135", "0.41x"), "the x coordinate of O1 is '0.41x', not a number");
        assertRefused(QUARTZ.replace("0.7858", ""), "has 7 values for 4 columns");
        assertRefused(
                QUARTZ.replace("gamma 120", "gamma 20").replace("beta 90", "beta 170"), "no cell has the lengths");
    }

    @ParameterizedTest
    @CsvSource({"cif, 1e-8", "poscar, 1e-12", "xsf, 1e-9", "coord, 1e-12", "xyz, 1e-8", "pdb, 0.05"})
    void tripleCellsComeBack(String id, double tolerance) {
        Random random = new Random(7);
        for (int trial = 0; trial < 20; trial++) {
            AtomicSystem before = crystal(random);
            LabelledFrame frame = LabelledFrame.of(before).with("name", "crystal");
            Structure after = RoundTripTest.read(id, RoundTripTest.write(id, List.of(frame)))
                    .get(0);
            AtomicSystem system = ((LabelledFrame) after).system();
            assertThat(system.atomicNumbers()).containsExactly(before.atomicNumbers());
            assertThat(system.cell().orElseThrow().volume())
                    .isCloseTo(before.cell().orElseThrow().volume(), within(300 * tolerance));
            for (int atom = 1; atom < before.size(); atom++) {
                assertThat(distance(system, atom))
                        .as("%s, trial %d", id, trial)
                        .isCloseTo(distance(before, atom), within(10 * tolerance));
            }
        }
    }

    @Test
    void fixedAtomsAndSlabs() {
        AtomicSystem some = AtomicSystem.builder(new int[] {6, 8}, new double[] {0, 0, 0, 1.1, 0.2, 0.3})
                .cell(Cell.orthorhombic(5, 6, 7))
                .fixed(new boolean[] {true, false})
                .build();
        for (String id : List.of("poscar", "coord", "xyz")) {
            Structure after = RoundTripTest.read(id, RoundTripTest.write(id, List.of(LabelledFrame.of(some))))
                    .get(0);
            assertThat(((LabelledFrame) after).system().fixed()).as(id).containsExactly(true, false);
        }
        AtomicSystem slab = AtomicSystem.builder(new int[] {6}, new double[] {1, 2, 3})
                .cell(Cell.of(new double[] {4, 0, 0, 1, 5, 0, 0, 0, 20}, true, true, false))
                .build();
        for (String id : List.of("xsf", "coord", "xyz")) {
            Structure after = RoundTripTest.read(id, RoundTripTest.write(id, List.of(LabelledFrame.of(slab))))
                    .get(0);
            Cell cell = ((LabelledFrame) after).system().cell().orElseThrow();
            assertThat(new boolean[] {cell.isPeriodic(0), cell.isPeriodic(1), cell.isPeriodic(2)})
                    .as(id)
                    .containsExactly(true, true, false);
        }
        assertThatThrownBy(() -> RoundTripTest.write("cif", List.of(LabelledFrame.of(slab))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("periodic along three vectors");
        assertThatThrownBy(() -> RoundTripTest.write("poscar", List.of(LabelledFrame.of(some), LabelledFrame.of(some))))
                .hasMessageContaining("POSCAR holds one structure");
    }

    @Test
    void poscarOfEveryKind() {
        String old = "Si\n-27.0\n1 0 0\n0 1 0\n0 0 1\n1\nCartesian\n0.5 0.5 0.5\n";
        AtomicSystem system = ((LabelledFrame) RoundTripTest.read("poscar", old).get(0)).system();
        assertThat(system.atomicNumber(0)).isEqualTo(14);
        assertThat(system.positions()).containsExactly(new double[] {1.5, 1.5, 1.5}, within(1e-12));
        assertRefused(old.replace("0.5 0.5 0.5\n", ""), "it was cut off");
        assertRefused(old.replace("Si\n", "a comment\n"), "'a' is not an element");
        assertRefused(old.replace("\n1\nC", "\n999999999\nC"), "the record has no lines for 999999999 atoms");
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> RoundTripTest.read("", text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("text, record ")
                .hasMessageContaining(message);
    }

    private static AtomicSystem crystal(Random random) {
        double[] vectors = new double[9];
        for (int k = 0; k < 9; k++) {
            vectors[k] = (k % 4 == 0 ? 7 : 0) + 2 * random.nextDouble();
        }
        int atoms = 2 + random.nextInt(6);
        int[] numbers = new int[atoms];
        double[] positions = new double[3 * atoms];
        for (int atom = 0; atom < atoms; atom++) {
            numbers[atom] = 1 + random.nextInt(90);
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * atom + axis] = 12 * random.nextDouble() - 4;
            }
        }
        return AtomicSystem.builder(numbers, positions)
                .cell(Cell.of(vectors, true, true, true))
                .build();
    }

    private static double distance(AtomicSystem system, int atom) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double d = system.position(atom, axis) - system.position(0, axis);
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    /** Oxygen atoms within 1.7 Å of an atom, in this cell and those around it. */
    private static int neighbours(AtomicSystem system, int centre) {
        Cell cell = system.cell().orElseThrow();
        int count = 0;
        for (int atom = 0; atom < system.size(); atom++) {
            for (int image = 0; image < 27; image++) {
                double sum = 0;
                for (int axis = 0; axis < 3; axis++) {
                    double d = system.position(atom, axis) - system.position(centre, axis);
                    d += (image % 3 - 1) * cell.component(0, axis) + (image / 3 % 3 - 1) * cell.component(1, axis);
                    d += (image / 9 - 1) * cell.component(2, axis);
                    sum += d * d;
                }
                count += system.atomicNumber(atom) == 8 && sum < 1.7 * 1.7 ? 1 : 0;
            }
        }
        return count;
    }
}
