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
    private static final double[] WATER = {0, 0, 0.11779, 0, 0.755453, -0.471161, 0, -0.755453, -0.471161};

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
    void gaussian() {
        assertWater(
                """
                 Entering Gaussian System, Link 0=g16
                 Copyright (c) 1988-2017, Gaussian, Inc.  All Rights Reserved.
                 ----------------------------------------------------------------------
                 #p b3lyp/6-31g(d)
                 ----------------------------------------------------------------------
                                          Standard orientation:
                 ---------------------------------------------------------------------
                 Center     Atomic      Atomic             Coordinates (Angstroms)
                 Number     Number       Type             X           Y           Z
                 ---------------------------------------------------------------------
                      1          8           0        0.000000    0.000000    0.117790
                      2          1           0        0.000000    0.755453   -0.471161
                      3          1           0        0.000000   -0.755453   -0.471161
                 ---------------------------------------------------------------------
                 Rotational constants (GHZ):    800.0000000    435.0000000    282.0000000
                 Normal termination of Gaussian 16 at Mon Jan  1 00:00:00 2018.
                """);
    }

    @Test
    void nwchem() {
        assertWater(
                """
                          Northwest Computational Chemistry Package (NWChem) 6.6
                          ------------------------------------------------------

                                         Geometry "geometry" -> ""
                                         -------------------------

                 Output coordinates in angstroms (scale by  1.889725989 to convert to a.u.)

                  No.       Tag          Charge          X              Y              Z
                 ---- ---------------- ---------- -------------- -------------- --------------
                    1 O                    8.0000     0.00000000     0.00000000     0.11779000
                    2 H                    1.0000     0.00000000     0.75545300    -0.47116100
                    3 H                    1.0000     0.00000000    -0.75545300    -0.47116100

                      Atomic Mass
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

    private static void assertWater(String text) {
        AtomicSystem system = system(text);
        assertThat(system.atomicNumbers()).containsExactly(8, 1, 1);
        assertThat(system.positions()).containsExactly(WATER, within(1e-5));
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
