package org.lowland.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Formula;

class AtomListTest {
    @Test
    void numbersAndRanges() {
        assertThat(AtomList.parse("1, 4-6,9-9,5")).containsExactly(0, 3, 4, 5, 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "a", "1,,2", "3-1", "1-2-3", "-3", "1-", "99999999999", "1.5"})
    void whatIsNoList(String text) {
        assertThatThrownBy(() -> AtomList.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'" + text + "' is no list of atoms")
                .hasMessageContaining("1,4-7");
    }

    @Test
    void formulas() {
        double[] line = {0, 0, 0, 0, 0, 2, 0, 0, 4, 0, 0, 6};
        assertThat(Formula.of(AtomicSystem.of(new int[] {17, 1, 35, 6}, line))).isEqualTo("CHBrCl");
        assertThat(Formula.of(AtomicSystem.of(new int[] {8, 1, 1, 8}, line))).isEqualTo("H2O2");
        assertThat(Formula.of(AtomicSystem.builder(new int[] {7, 8, 8, 8}, line)
                        .charge(-1)
                        .build()))
                .isEqualTo("NO3-");
        assertThat(Formula.of(AtomicSystem.builder(new int[] {26, 6, 6, 26}, line)
                        .charge(2)
                        .build()))
                .isEqualTo("C2Fe2+2");
    }
}
