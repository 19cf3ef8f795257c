package org.lowland.rl.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StepSizeTest {

    private static StepSize after(int moves, int acceptedEvery) {
        StepSize step = new StepSize(0.4);
        for (int k = 1; k <= moves; k++) {
            step = step.after(k % acceptedEvery == 0, 0.5);
        }
        return step;
    }

    @Test
    void itGrowsWhenMoreMovesAreAcceptedThanWanted() {
        assertThat(after(49, 1)).isEqualTo(new StepSize(0.4, 49, 49));
        assertThat(after(50, 1).length()).isCloseTo(0.42, within(1e-12));
        assertThat(after(100, 1).length()).isCloseTo(0.441, within(1e-12));
    }

    @Test
    void itShrinksWhenFewerAre() {
        assertThat(after(50, 3).length()).isCloseTo(0.4 / 1.05, within(1e-12));
    }
}
