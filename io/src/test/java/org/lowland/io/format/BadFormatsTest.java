package org.lowland.io.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.LowlandException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

/** Damaged and hostile files of the formats beside SDF and XYZ. */
class BadFormatsTest {
    private static final long SEED = 20;
    private static final int TRIALS = 150;
    private static final String CHARACTERS = " \n\t0123456789.-+eE<>\"'_;@$#Cd\u0000";

    @Test
    void entitiesAreNotExpanded() {
        String bomb =
                """
                <?xml version="1.0"?>
                <!DOCTYPE cml [
                  <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
                  <!ENTITY f SYSTEM "file:///etc/hostname">
                ]>
                <cml><molecule title="x"><name>&c;&f;</name><atomArray><atom id="a" elementType="He"/></atomArray></molecule></cml>
                """;
        assertThatThrownBy(() -> RoundTripTest.read("cml", bomb))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not well-formed XML");
    }

    @Test
    void brokenRecordsAreNamedAndTheOthersRead() {
        String mol2 =
                """
                @<TRIPOS>MOLECULE
                one
                1 0
                SMALL
                NO_CHARGES

                @<TRIPOS>ATOM
                1 X1 0 0 0 Xx
                @<TRIPOS>MOLECULE
                two
                1 0
                SMALL
                NO_CHARGES

                @<TRIPOS>ATOM
                1 AR1 0 0 0 Ar
                """;
        try (RecordReader<? extends Structure> reader =
                Formats.all().read("in", new BufferedReader(new StringReader(mol2)))) {
            assertThatThrownBy(reader::next)
                    .isInstanceOf(InputException.class)
                    .hasMessage("in, record 1: line 8: 'Xx' is not an element; give its symbol; correct it");
            assertThat(reader.next().title()).isEqualTo("two");
            assertThat(reader.hasNext()).isFalse();
        }
    }

    @Test
    void unknownContentAndNames() {
        assertThatThrownBy(() -> RoundTripTest.read("", "nothing that is known\n"))
                .hasMessageContaining("the content tells no format; give it with --from");
        assertThatThrownBy(() -> StructureFormat.of(Path.of("a.txt"))).hasMessageContaining("the name tells no format");
        assertThat(StructureFormat.of(Path.of("x/POSCAR")).id()).isEqualTo("poscar");
        assertThat(StructureFormat.of(Path.of("CONTCAR-2.gz")).id()).isEqualTo("poscar");
        assertThat(StructureFormat.of(Path.of("A.CIF.gz")).id()).isEqualTo("cif");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mol2", "pdb", "cml", "inchi", "cif", "poscar", "xsf", "coord"})
    void damageIsAnInputException(String id) {
        Random random = new Random(SEED);
        String whole = RoundTripTest.write(id, List.of(structure(id)));
        int records = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            String text = damaged(whole, random);
            try (RecordReader<? extends Structure> reader =
                    StructureFormat.byId(id).read("damaged", new BufferedReader(new StringReader(text)))) {
                while (reader.hasNext()) {
                    try {
                        reader.next();
                        records++;
                    } catch (InputException e) {
                        assertThat(e.getMessage()).startsWith("damaged, record ");
                    }
                }
            } catch (LowlandException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (RuntimeException e) {
                fail("seed " + SEED + ", trial " + trial + ":\n" + text, e);
            }
        }
        assertThat(records).isPositive();
    }

    private static Structure structure(String id) {
        AtomicSystem.Builder builder = AtomicSystem.builder(
                new int[] {8, 1, 1}, new double[] {0, 0, 0.1173, 0, 0.7572, -0.4692, 0, -0.7572, -0.4692});
        return LabelledFrame.of(
                        StructureFormat.byId(id).isOfMolecules()
                                ? builder.build()
                                : builder.cell(Cell.orthorhombic(9, 10, 11)).build())
                .with("name", "water");
    }

    private static String damaged(String whole, Random random) {
        StringBuilder text = new StringBuilder(whole);
        int changes = 1 + random.nextInt(3);
        for (int k = 0; k < changes && text.length() > 0; k++) {
            int at = random.nextInt(text.length());
            char c = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, c);
                case 1 -> text.insert(at, c);
                case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(30)));
                default -> text.insert(at, whole, 0, Math.min(whole.length(), random.nextInt(60)));
            }
        }
        return text.toString();
    }
}
