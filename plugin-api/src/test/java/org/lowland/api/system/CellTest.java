package org.lowland.api.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;

class CellTest {
    private static final double[] TRICLINIC = {4, 0, 0, 1, 5, 0, -0.5, 0.7, 6};

    @Test
    void invertsItsVectors() {
        Cell cell = Cell.of(TRICLINIC, true, false, true);
        double[] inverse = cell.inverse();
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += cell.component(row, k) * inverse[3 * k + column];
                }
                assertThat(sum).isCloseTo(row == column ? 1 : 0, within(1e-14));
            }
        }
        assertThat(cell.volume()).isCloseTo(120, within(1e-12));
        assertThat(cell.isPeriodic(1)).isFalse();
        assertThat(cell.isPeriodic()).isTrue();
    }

    @Test
    void measuresTheDistanceOfItsFaces() {
        Cell cell = Cell.of(TRICLINIC, true, true, true);
        // Height = volume / area of the face that the other two vectors span.
        assertThat(cell.height(2)).isCloseTo(120 / 20.0, within(1e-12));
        assertThat(cell.height(1)).isCloseTo(120 / Math.sqrt(24 * 24 + 2.8 * 2.8), within(1e-12));
        assertThat(Cell.orthorhombic(2, 3, 4).height(0)).isEqualTo(2);
    }

    @Test
    void isImmutable() {
        double[] given = TRICLINIC.clone();
        Cell cell = Cell.of(given, true, true, true);
        given[0] = 99;
        cell.vectors()[0] = 99;
        assertThat(cell).isEqualTo(Cell.of(TRICLINIC, true, true, true)).isNotEqualTo(Cell.orthorhombic(4, 5, 6));
    }

    @Test
    void refusesWhatSpansNoVolume() {
        assertThatThrownBy(() -> Cell.of(new double[] {1, 0, 0, 0, 1, 0, 1, 1, 0}, true, true, true))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no volume");
        assertThatThrownBy(() -> Cell.orthorhombic(1, Double.NaN, 1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("not a finite number");
        assertThatThrownBy(() -> Cell.of(new double[6], true, true, true))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nine numbers");
    }
}
