package org.lowland.io.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.molecule.Molecules;

/** Whatever happens to a file, readers give records or an InputException, and come to an end. */
class DamagedTextTest {
    private static final long SEED = 7;
    private static final int TRIALS = 4000;
    private static final String CHARACTERS = "0123456789.-+ \t\n$>MCHONaV{}\"'=:\\eDx\u00e9";

    private static final String SDF =
            """
            one
              test              3D

              3  2  0  0  0  0  0  0  0  0999 V2000
                0.0000    0.0000    0.1173 O   0  0
                0.0000    0.9572   -0.4692 H   0  0
                0.0000   -0.7572   -0.4692 H   0  0
              1  2  1  0
              1  3  1  0
            M  CHG  1   1   0
            M  END
            >  <tag>
            1

            $$$$
            two
              test

              0  0  0     0  0            999 V3000
            M  V30 BEGIN CTAB
            M  V30 COUNTS 2 1 0 0 0
            M  V30 BEGIN ATOM
            M  V30 1 F 0.1 0.2 0.3 0
            M  V30 2 C 0 0 1.5 0 CHG=1 -
            M  V30 MASS=13
            M  V30 END ATOM
            M  V30 BEGIN BOND
            M  V30 1 1 1 2
            M  V30 END BOND
            M  V30 END CTAB
            M  END
            $$$$
            """;
    private static final String XYZ =
            """
            2
            Lattice="5 0 0 0 6 0 0 0 7" Properties=species:S:1:pos:R:3:forces:R:3:tags:I:1 energy=-3.5 charge=1 pbc="T F T"
            H 0.1 0.2 0.3 0.5 0.5 -1e-3 7
            He 0.1 0.2 1.3 0.5 0.5 -1e-3 8
            1
            plain
            Ar 0 0 0
            """;

    @ParameterizedTest
    @ValueSource(strings = {"sdf", "xyz", "smiles"})
    void damageIsAnInputException(String id) {
        String whole =
                switch (id) {
                    case "sdf" -> SDF;
                    case "xyz" -> XYZ;
                    default -> "C[C@H](O)/C=C/[13CH2]c1ccccc1 title\n[O-]C.[Na+]\n";
                };
        Random random = new Random(SEED);
        int records = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            String text = damaged(whole, random);
            try {
                records += read(StructureFormat.byId(id), text);
            } catch (RuntimeException e) {
                fail("seed " + SEED + ", trial " + trial + ":\n" + text, e);
            }
        }
        assertThat(records).isGreaterThan(TRIALS / 4);
    }

    private static int read(StructureFormat format, String text) {
        int good = 0;
        try (RecordReader<? extends Structure> reader =
                format.read("damaged", new BufferedReader(new StringReader(text)))) {
            while (reader.hasNext()) {
                Structure structure;
                try {
                    structure = reader.next();
                } catch (InputException e) {
                    assertThat(e.getMessage()).startsWith("damaged, ").doesNotContain("(null)");
                    continue;
                }
                good++;
                use(structure);
                assertThat(reader.index()).isLessThan(100);
            }
        } catch (InputException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        return good;
    }

    private static void use(Structure structure) {
        if (structure instanceof MoleculeRecord molecule) {
            try {
                Molecules.toSystem(molecule.molecule());
            } catch (InputException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private static String damaged(String whole, Random random) {
        StringBuilder text = new StringBuilder(whole);
        int changes = 1 + random.nextInt(3);
        for (int k = 0; k < changes; k++) {
            int at = random.nextInt(text.length());
            char c = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, c);
                case 1 -> text.insert(at, c);
                case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(30)));
                default -> text.insert(at, whole, 0, Math.min(whole.length(), random.nextInt(60)));
            }
            if (text.length() == 0) {
                text.append(c);
            }
        }
        return text.toString();
    }
}
