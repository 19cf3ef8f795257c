package org.lowland.io.jmol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.Formats;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;

/** The formats that Jmol reads for us, known by their content; the texts are as short as the programs' own may be. */
class JmolFormatsTest {
    @Test
    void aims() {
        assertSalt(
                """
                # geometry.in
                lattice_vector 4.0 0.0 0.0
                lattice_vector 0.0 4.0 0.0
                lattice_vector 0.0 0.0 4.0
                atom 0.0 0.0 0.0 Na
                atom_frac 0.5 0.5 0.5 Cl
                """);
    }

    @Test
    void castep() {
        assertSalt(
                """
                %BLOCK LATTICE_CART
                ang
                4.0 0.0 0.0
                0.0 4.0 0.0
                0.0 0.0 4.0
                %ENDBLOCK LATTICE_CART

                %BLOCK POSITIONS_FRAC
                Na 0.0 0.0 0.0
                Cl 0.5 0.5 0.5
                %ENDBLOCK POSITIONS_FRAC
                """);
    }

    @Test
    void espresso() {
        assertSalt(
                """
                     Program PWSCF v.6.1 (svn rev. 13369) starts on  1Jan2018 at  0: 0: 0

                     bravais-lattice index     =            1
                     lattice parameter (alat)  =       7.5589  a.u.
                     unit-cell volume          =     431.8936 (a.u.)^3
                     number of atoms/cell      =            2

                     celldm(1)=   7.558900  celldm(2)=   0.000000  celldm(3)=   0.000000

                     crystal axes: (cart. coord. in units of alat)
                               a(1) = (   1.000000   0.000000   0.000000 )
                               a(2) = (   0.000000   1.000000   0.000000 )
                               a(3) = (   0.000000   0.000000   1.000000 )

                   Cartesian axes

                     site n.     atom                  positions (alat units)
                         1           Na  tau(   1) = (   0.0000000   0.0000000   0.0000000  )
                         2           Cl  tau(   2) = (   0.5000000   0.5000000   0.5000000  )

                     number of k points=     1
                """);
    }

    /** The first geometry is given with its symmetry; of the final one Jmol makes the asymmetric unit only. */
    @Test
    void gulpWithSymmetry() throws IOException {
        try (RecordReader<? extends Structure> reader = open("magnesia.gout")) {
            AtomicSystem first = ((LabelledFrame) reader.next()).system();
            assertThat(first.atomicNumbers()).hasSize(8);
            assertThat(first.cell().orElseThrow().volume()).isCloseTo(74.682, within(0.001));
            assertThatThrownBy(reader::next).isInstanceOf(InputException.class).hasMessageContaining("nosymmetry");
        }
    }

    @Test
    void gulpWithoutSymmetry() throws IOException {
        AtomicSystem salt = only("salt.gout");
        assertThat(salt.atomicNumbers()).containsExactly(11, 17);
        assertThat(salt.cell().orElseThrow().volume()).isCloseTo(64, within(0.01));
        AtomicSystem cluster = only("cluster.gout");
        assertThat(cluster.cell()).isEmpty();
        assertThat(cluster.positions()).containsExactly(new double[] {0, 0, 0, 0.5, 0.5, 0.5}, within(1e-6));
    }

    @Test
    void aimsOfAPrimitiveCellAndOfAMolecule() throws IOException {
        AtomicSystem silicon = only("silicon-geometry.in");
        assertThat(silicon.cell().orElseThrow().volume()).isCloseTo(2 * Math.pow(2.7155, 3), within(1e-3));
        assertThat(silicon.positions()).containsExactly(corner(1.35775), within(1e-4));
        AtomicSystem water = only("water-geometry.in");
        assertThat(water.atomicNumbers()).as("without the empty site").containsExactly(8, 1, 1);
        assertThat(water.cell()).isEmpty();
    }

    @Test
    void castepInItsUnits() throws IOException {
        AtomicSystem silicon = only("silicon.cell");
        assertThat(silicon.cell().orElseThrow().volume()).isCloseTo(Math.pow(5.43095, 3), within(1e-2));
        assertThat(silicon.positions()).containsExactly(corner(1.35775), within(1e-4));
        AtomicSystem hexagonal = only("hexagonal.cell");
        assertThat(hexagonal.cell().orElseThrow().volume()).isCloseTo(64 * Math.sqrt(0.75), within(1e-3));
        assertThat(hexagonal.positions()).containsExactly(new double[] {0, 0, 0, 1, 0, 0}, within(1e-5));
        AtomicSystem caesium = only("caesium.cell");
        assertThat(caesium.atomicNumbers()).containsExactly(55, 17);
        assertThat(caesium.positions()).containsExactly(corner(2.06), within(1e-5));
    }

    /** Of an optimization with a fixed cell, Jmol puts all geometries into one. */
    @Test
    void outputOfCastep() throws IOException {
        AtomicSystem silicon = only("silicon.castep");
        assertThat(silicon.cell().orElseThrow().volume()).isCloseTo(40.048, within(0.001));
        assertThat(silicon.positions()).containsExactly(corner(1.35775), within(1e-4));
        try (RecordReader<? extends Structure> reader = open("silicon-moved.castep")) {
            assertThatThrownBy(reader::next)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("lie on each other");
        }
    }

    /** Jmol calls each geometry after the energy of the one before, which is not passed on. */
    @Test
    void espressoRelaxesACell() throws IOException {
        List<LabelledFrame> frames = new ArrayList<>();
        try (RecordReader<? extends Structure> reader = open("silicon-pw.out")) {
            reader.forEachRemaining(frame -> frames.add((LabelledFrame) frame));
        }
        assertThat(frames).hasSize(3).allSatisfy(frame -> assertThat(frame.title())
                .isEmpty());
        assertThat(frames.get(0).system().cell().orElseThrow().volume()).isCloseTo(40.05, within(0.01));
        assertThat(frames.get(1).system().cell().orElseThrow().volume()).isCloseTo(39.72, within(0.01));
        assertThat(frames.get(1).system().positions()).containsExactly(corner(1.35402), within(1e-4));
    }

    private static double[] corner(double x) {
        return new double[] {0, 0, 0, x, x, x};
    }

    private static AtomicSystem only(String file) throws IOException {
        try (RecordReader<? extends Structure> reader = open(file)) {
            AtomicSystem system = ((LabelledFrame) reader.next()).system();
            assertThat(reader.hasNext()).isFalse();
            return system;
        }
    }

    private static RecordReader<? extends Structure> open(String file) throws IOException {
        return Formats.all().read(file, Files.newBufferedReader(Path.of("src/test/resources/jmol", file)));
    }

    private static void assertSalt(String text) {
        AtomicSystem system = system(text);
        assertThat(system.atomicNumbers()).containsExactly(11, 17);
        assertThat(system.cell().orElseThrow().volume()).isCloseTo(64, within(0.01));
        assertThat(system.positions()).containsExactly(new double[] {0, 0, 0, 2, 2, 2}, within(1e-4));
    }

    private static AtomicSystem system(String text) {
        List<Structure> structures = new ArrayList<>();
        try (RecordReader<? extends Structure> reader =
                Formats.all().read("text", new BufferedReader(new StringReader(text)))) {
            reader.forEachRemaining(structures::add);
        }
        assertThat(structures).isNotEmpty();
        return ((LabelledFrame) structures.get(structures.size() - 1)).system();
    }
}
