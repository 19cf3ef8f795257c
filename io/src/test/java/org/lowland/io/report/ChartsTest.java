package org.lowland.io.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChartsTest {
    @Test
    void putsTicksAtRoundNumbers() {
        Scale scale = Scale.linear(0, 73);
        assertThat(scale.ticks()).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0);
        assertThat(scale.label(20)).isEqualTo("20");
        Scale small = Scale.linear(0, 0.013);
        assertThat(small.label(small.ticks().get(1))).isEqualTo("0.005");
        Scale decades = Scale.decades(0.004, 30);
        assertThat(decades.ticks()).hasSize(6);
        assertThat(decades.label(decades.ticks().get(0))).isEqualTo("0.001");
        assertThat(decades.label(decades.ticks().get(5))).isEqualTo("100");
        assertThat(Scale.decades(1e-30, 1).low()).isEqualTo(1e-8);
    }

    @Property(tries = 300)
    void everyValueHasAPlace(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double one,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double other) {
        Scale scale = Scale.linear(Math.min(one, other), Math.max(one, other));
        assertThat(scale.low()).isLessThanOrEqualTo(Math.min(one, other) + 1e-6);
        assertThat(scale.high()).isGreaterThanOrEqualTo(Math.max(one, other) - 1e-6);
        assertThat(scale.ticks()).hasSizeBetween(2, 13);
        assertThat(scale.place(one)).isBetween(0.0, 1.0);
    }

    @Test
    void aHistogramCountsEverythingOnce() {
        Histogram histogram = new Histogram(1);
        for (int value = 0; value < 1000; value++) {
            histogram.add(value);
        }
        histogram.add(Double.NaN);
        histogram.add(-1e-9);
        assertThat(histogram.total()).isEqualTo(1001);
        // 40 bins of 32: 0 to 1023
        assertThat(histogram.svg("t", "x").split("<rect")).hasSize(1 + 32);
        assertThat(histogram.svg("t", "x")).contains("0.000 to 32.00: 33", "32.00 to 64.00: 32");
    }

    @Property(tries = 200)
    void aCurveKeepsItsEnds(@ForAll @IntRange(min = 1, max = 20_000) int points) {
        Curve curve = new Curve();
        for (int k = 1; k <= points; k++) {
            curve.add(k, -k, 1.0 / k);
        }
        double[] x = curve.evaluations();
        assertThat(x.length).isBetween(Math.min(points, 256), 512);
        assertThat(x[0]).isEqualTo(1);
        assertThat(x[x.length - 1]).isEqualTo(points);
        assertThat(x).isSorted().isEqualTo(Arrays.stream(x).distinct().toArray());
        assertThat(curve.startEnergy()).isEqualTo(-1);
        assertThat(curve.energiesAboveEnd(2)[0]).isCloseTo(2.0 * (points - 1), within(1e-9));
    }
}
