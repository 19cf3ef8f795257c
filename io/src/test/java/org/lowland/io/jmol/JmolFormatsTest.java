package org.lowland.io.jmol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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
