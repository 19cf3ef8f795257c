package org.lowland.potential.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;

class ScheduleTest {
    private final Schedule schedule = new Schedule(2e-3, 10, 40, 100);

    @Test
    void warmsUpLinearlyToThePeak() {
        assertThat(schedule.rate(0)).isCloseTo(2e-4, within(1e-12));
        assertThat(schedule.rate(9)).isEqualTo(2e-3);
    }

    @Test
    void staysAtThePeakUntilTheDecay() {
        assertThat(schedule.rate(10)).isEqualTo(2e-3);
        assertThat(schedule.rate(60)).isEqualTo(2e-3);
    }

    @Test
    void decaysByTheSquareRootToNearZero() {
        assertThat(schedule.rate(70)).isCloseTo(1e-3, within(1e-12));
        assertThat(schedule.rate(99)).isBetween(0.0, 3e-5);
    }

    @Test
    void decaysAsHalfAWaveOfACosine() {
        Schedule cosine = new Schedule(2e-3, 10, 40, 100, Schedule.Shape.COSINE);
        assertThat(cosine.rate(60)).isEqualTo(2e-3);
        assertThat(cosine.rate(70)).isCloseTo(1e-3 * (1 + Math.sqrt(0.5)), within(1e-12));
        assertThat(cosine.rate(80)).isCloseTo(1e-3, within(1e-12));
        assertThat(cosine.agrees(schedule, 5)).isFalse();
    }

    @Test
    void refusesPartsThatDoNotFit() {
        assertThatThrownBy(() -> new Schedule(1e-3, 60, 50, 100))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("warm-up 60");
    }

    @Test
    void agreesWithALongerOneUntilTheDecayBegins() {
        Schedule longer = new Schedule(2e-3, 10, 40, 150);
        assertThat(longer.agrees(schedule, 60)).isTrue();
        assertThat(longer.agrees(schedule, 61)).isFalse();
        assertThat(schedule.agrees(schedule, 100)).isTrue();
        assertThat(new Schedule(1e-3, 10, 40, 100).agrees(schedule, 5)).isFalse();
    }
}
