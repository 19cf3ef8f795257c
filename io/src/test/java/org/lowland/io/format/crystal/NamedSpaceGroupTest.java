package org.lowland.io.format.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;

/** CIF that names its space group and does not give its operations, which Jmol knows. */
class NamedSpaceGroupTest {
    private static final Path CRYSTALS = Path.of("src/test/resources/crystals");
    private static final String CUBIC = "3.567 3.567 3.567 90 90 90";
    private static final String MONOCLINIC = "5 6 7 90 100 90";
    private static final String ORIGINS = "two origins";

    private final List<String> said = new ArrayList<>();

    static Stream<Path> crystals() throws IOException {
        return Files.list(CRYSTALS)
                .filter(file -> file.toString().endsWith(".cif"))
                .sorted();
    }

    /** Crystals of 17 groups: the same atoms with the operations of the file and with the number alone. */
    @ParameterizedTest
    @MethodSource("crystals")
    void theSameAsWithOperations(Path file) throws IOException {
        String whole = Files.readString(file);
        String named = whole.replaceFirst("loop_\\s+_space_group_symop_operation_xyz\\s+('.*'\\s+)+", "")
                + "\n_space_group_IT_coordinate_system_code 1\n";
        assertThat(named).doesNotContain("symop");
        assertThat(places(read(named))).isEqualTo(places(read(whole)));
        assertThat(said).allSatisfy(sentence -> assertThat(sentence).doesNotContain(ORIGINS));
    }

    private static TreeSet<String> places(AtomicSystem system) {
        TreeSet<String> places = new TreeSet<>();
        double[] inverse = system.cell().orElseThrow().inverse();
        for (int atom = 0; atom < system.size(); atom++) {
            StringBuilder place = new StringBuilder(system.atomicNumber(atom) + ":");
            for (int vector = 0; vector < 3; vector++) {
                double fraction = 0;
                for (int axis = 0; axis < 3; axis++) {
                    fraction += system.position(atom, axis) * inverse[3 * axis + vector];
                }
                place.append(' ').append(Math.floorMod(Math.round(1e4 * fraction), 10000L));
            }
            places.add(place.toString());
        }
        return places;
    }

    @ParameterizedTest
    @CsvSource({
        "P 21/c, 5 6 7 90 100 90, 0.1 0.2 0.3, 4, -0.1 0.7 0.2",
        "P21/n, 5 6 7 90 100 90, 0.1 0.2 0.3, 4, 0.4 0.7 0.2",
        "P 2(1)/n, 5 6 7 90 100 90, 0.1 0.2 0.3, 4, 0.4 0.7 0.2",
        "P 1 1 21/b, 5 6 7 90 90 100, 0.1 0.2 0.3, 4, -0.1 0.3 0.8",
        "I 2/a, 5 6 7 90 100 90, 0.1 0.2 0.3, 8, 0.6 0.7 0.8",
        "P b n m, 5 5.5 7.6 90 90 90, 0.1 0.2 0.3, 8, 0.6 0.3 -0.3",
        "R -3 m, 3 3 15 90 90 120, 0 0 0.227, 6, 0.66666667 0.33333333 0.56033333",
        "R -3 m :H, 3 3 15 90 90 120, 0 0 0.227, 6, 0.66666667 0.33333333 0.56033333",
        "R -3 m, 4 4 4 54 54 54, 0.227 0.227 0.227, 2, 0.773 0.773 0.773",
        "R-3m:R, 4 4 4 54 54 54, 0.227 0.227 0.227, 2, 0.773 0.773 0.773",
        "F d -3 m :1, 3.567 3.567 3.567 90 90 90, 0 0 0, 8, 0.25 0.25 0.25",
        "F d -3 m S, 3.567 3.567 3.567 90 90 90, 0 0 0, 8, 0.25 0.25 0.25",
        "F d -3 m :2, 3.567 3.567 3.567 90 90 90, 0.125 0.125 0.125, 8, 0.875 0.875 0.875",
        "P 42, 5 5 6 90 90 90, 0.1 0.2 0.3, 4, -0.2 0.1 0.8",
        "P 32 2 1, 4.91 4.91 5.4 90 90 120, 0.47 0 0.66666667, 3, 0 0.47 0.33333333",
    })
    void settingsOfGroups(String name, String cell, String site, int atoms, String image) {
        AtomicSystem system = read(cif("_symmetry_space_group_name_H-M '" + name + "'", cell, site));
        assertThat(system.size()).isEqualTo(atoms);
        double[] fractions = numbers(image);
        Cell lattice = system.cell().orElseThrow();
        assertThat(Stream.iterate(0, atom -> atom + 1)
                        .limit(system.size())
                        .anyMatch(atom -> lies(system, atom, fractions)))
                .as(Arrays.toString(fractions) + " among " + places(system) + " of " + lattice)
                .isTrue();
        assertThat(said).isEmpty();
    }

    private static boolean lies(AtomicSystem system, int atom, double[] fractions) {
        double[] inverse = system.cell().orElseThrow().inverse();
        for (int vector = 0; vector < 3; vector++) {
            double fraction = -fractions[vector];
            for (int axis = 0; axis < 3; axis++) {
                fraction += system.position(atom, axis) * inverse[3 * axis + vector];
            }
            if (Math.abs(fraction - Math.rint(fraction)) > 1e-4) {
                return false;
            }
        }
        return true;
    }

    @Test
    void symbolOfHall() {
        AtomicSystem system = read(cif("_space_group_name_Hall '-P 2yn'", MONOCLINIC, "0.1 0.2 0.3"));
        assertThat(system.size()).isEqualTo(4);
        assertThat(lies(system, 1, new double[] {0.4, 0.7, 0.2})
                        || lies(system, 2, new double[] {0.4, 0.7, 0.2})
                        || lies(system, 3, new double[] {0.4, 0.7, 0.2}))
                .isTrue();
        assertThat(said).isEmpty();
    }

    @Test
    void anOpenOriginIsADoubt() {
        for (String name : List.of("Fd-3m", "F d -3 m", "F d 3 m")) {
            said.clear();
            AtomicSystem system =
                    read(cif("_symmetry_space_group_name_H-M '" + name + "'", CUBIC, "0.125 0.125 0.125"));
            assertThat(system.size()).isEqualTo(8);
            assertThat(said).singleElement().asString().contains(ORIGINS, "the second");
        }
    }

    @Test
    void aNumberAloneIsADoubt() {
        assertThat(read(cif("_symmetry_Int_Tables_number 14", MONOCLINIC, "0.1 0.2 0.3"))
                        .size())
                .isEqualTo(4);
        assertThat(said).singleElement().asString().contains("only the number 14");
    }

    @ParameterizedTest
    @CsvSource({
        "'P 21/n' 15, 5 6 7 90 100 90, that symbol is of number 14",
        "'P 21/n' 14, 5 6 7 90 90 100, the cell does not have the symmetry",
        "'F m -3 m' 225, 5 5 6 90 90 90, the cell does not have the symmetry",
        "'nonsense' 3, 5 6 7 90 100 90, is not known by that symbol",
        "'A 2 x' 3, 5 6 7 90 100 90, is not known by that symbol",
        "'P 1' 300, 5 6 7 90 100 90, there are 230",
    })
    void whatCannotBe(String nameAndNumber, String cell, String message) {
        int space = nameAndNumber.lastIndexOf(' ');
        String group = "_symmetry_space_group_name_H-M " + nameAndNumber.substring(0, space)
                + "\n_symmetry_Int_Tables_number " + nameAndNumber.substring(space);
        assertThatThrownBy(() -> read(cif(group, cell, "0.1 0.2 0.3")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void withoutALibrary() {
        Cell cell = Cell.of(CellParameters.vectors(5, 6, 7, 90, 100, 90), true, true, true);
        assertThatThrownBy(
                        () -> new SpaceGroupSymbol("", "P 21/c", 14, "").operations(Optional.empty(), cell, said::add))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("put Jmol, which knows the groups, on the class path");
    }

    @Test
    void operationsThatAreNoGroup() {
        assertThat(SymmetryOperation.isGroup(
                        List.of(SymmetryOperation.parse("x,y,z"), SymmetryOperation.parse("-x,y+1/4,-z"))))
                .isFalse();
        assertThat(SymmetryOperation.isGroup(
                        List.of(SymmetryOperation.parse("x,y,z"), SymmetryOperation.parse("-x,y+1/2,-z"))))
                .isTrue();
    }

    private static String cif(String group, String cell, String site) {
        String[] names = {"length_a", "length_b", "length_c", "angle_alpha", "angle_beta", "angle_gamma"};
        StringBuilder text = new StringBuilder("data_x\n");
        double[] values = numbers(cell);
        for (int k = 0; k < 6; k++) {
            text.append("_cell_" + names[k] + " " + values[k] + "\n");
        }
        return text + group
                + "\nloop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nC " + site
                + "\n";
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private AtomicSystem read(String text) {
        try (RecordReader<Structure> reader = Cif.read("in", new BufferedReader(new StringReader(text)))) {
            AtomicSystem system = ((LabelledFrame) reader.next()).system();
            said.addAll(reader.remarks());
            return system;
        }
    }
}
