package org.lowland.io.format.molecule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;

/** Hydrogens of CML that are counted, some of them atoms, and charges that are given or not. */
class CmlHydrogensTest {
    private static final String ATOMS =
            """
            <molecule><atomArray>
            <atom id="a1" elementType="N" hydrogenCount="3"/><atom id="a2" elementType="H"/><atom id="a3" elementType="C"/>
            </atomArray><bondArray><bond atomRefs2="a1 a2" order="1"/><bond atomRefs2="a1 a3" order="1"/></bondArray></molecule>
            """;

    @Test
    void countedHydrogensAreThere() {
        try (RecordReader<Structure> reader = open(ATOMS)) {
            MoleculeRecord record = (MoleculeRecord) reader.next();
            assertThat(record.molecule().getAtom(0).getImplicitHydrogenCount()).isEqualTo(2);
            assertThat(reader.remarks()).singleElement().asString().contains("(N1, C3)");
        }
        String methyl = ATOMS.replace("\"C\"/", "\"C\" hydrogenCount=\"3\"/")
                .replace("hydrogenCount=\"3\"/><atom id=\"a2\"", "hydrogenCount=\"2\"/><atom id=\"a2\"");
        try (RecordReader<Structure> reader = open(methyl)) {
            reader.next();
            assertThat(reader.remarks()).isEmpty();
        }
        assertThatThrownBy(() -> open(ATOMS.replace("\"3\"", "\"999999999\"")).next())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("correct hydrogenCount");
    }

    @Test
    void aChargeThatIsGivenIsNoDoubt() {
        try (RecordReader<Structure> reader = open(ATOMS.replace("\"N\"", "\"N\" formalCharge=\"1\""))) {
            MoleculeRecord record = (MoleculeRecord) reader.next();
            assertThat(record.molecule().getAtom(0).getFormalCharge()).isEqualTo(1);
            assertThat(reader.remarks()).isEmpty();
        }
    }

    private static RecordReader<Structure> open(String text) {
        return Cml.read("in", new BufferedReader(new StringReader(text)));
    }
}
