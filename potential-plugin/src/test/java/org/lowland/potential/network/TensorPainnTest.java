package org.lowland.potential.network;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** PaiNN with features of the second degree. */
class TensorPainnTest {
    @Nested
    class WithFullProducts extends NetworkContract {
        @Override
        Network network() {
            return of(2, false);
        }
    }

    @Nested
    class WithBoundedProducts extends NetworkContract {
        @Override
        Network network() {
            return of(2, true);
        }
    }

    private static Painn of(int degree, boolean bounded) {
        return new Painn(List.of(1, 6, 8), 16, 3, degree, 8, 4.0, 1e-3, bounded, Optional.empty());
    }

    @Test
    void hasDegreesOneAndTwo() {
        assertThatThrownBy(() -> of(3, false)).hasMessageContaining("1 or 2: 3");
        assertThatThrownBy(() -> of(0, false)).hasMessageContaining("1 or 2: 0");
    }
}
