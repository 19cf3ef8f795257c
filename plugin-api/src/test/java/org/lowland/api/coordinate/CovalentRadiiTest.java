package org.lowland.api.coordinate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CovalentRadiiTest {
    /** At the begin and end of the rows, where a number left out would show. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.31",
        "6, 0.76",
        "10, 0.58",
        "18, 1.06",
        "26, 1.32",
        "36, 1.16",
        "54, 1.40",
        "55, 2.44",
        "71, 1.87",
        "78, 1.36",
        "86, 1.50",
        "92, 1.96",
        "96, 1.69",
        "118, 1.69"
    })
    void areThoseOfTheTable(int atomicNumber, double radius) {
        assertThat(CovalentRadii.of(atomicNumber)).isEqualTo(radius);
    }
}
