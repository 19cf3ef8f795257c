package org.lowland.io.format.molecule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;

class InchiFormulaTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "InChI=1S/22222CH",
                "InChI=1S/C1000.24H2O",
                "InChI=1S/2000H2/h2000*1H",
                "InChI=1S/99999999999999999999C",
                "InChI=1S/C512H2N512"
            })
    void moreAtomsThanAnInchiMayHave(String inchi) {
        assertThat(InchiFormula.isTooLarge(inchi)).isTrue();
        RecordReader<Structure> reader = Inchi.read("in", new BufferedReader(new StringReader(inchi)));
        assertThatThrownBy(reader::next)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("more than the 1023 atoms");
    }

    @Test
    void thoseItMayHave() {
        assertThat(InchiFormula.isTooLarge("InChI=1S/C1023H2048")).isFalse();
        assertThat(InchiFormula.isTooLarge("InChI=1S/2CH4.Na/h2*1H4;")).isFalse();
        assertThat(InchiFormula.isTooLarge("InChI=1S")).isFalse();
    }
}
