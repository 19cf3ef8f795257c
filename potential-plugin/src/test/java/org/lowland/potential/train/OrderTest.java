package org.lowland.potential.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OrderTest {

    @Test
    void takesEveryFrameOnceInEachPass() {
        Order order = new Order(12, 5);
        for (int pass = 0; pass < 3; pass++) {
            TreeSet<Integer> seen = new TreeSet<>();
            for (int step = 0; step < 4; step++) {
                for (int frame : order.batch(4L * pass + step, 3)) {
                    seen.add(frame);
                }
            }
            assertThat(seen).hasSize(12);
        }
    }

    @Test
    void knowsTheFramesOfAStepWithoutTheStepsBefore() {
        Order whole = new Order(10, 5);
        int[] last = {};
        for (int step = 0; step <= 8; step++) {
            last = whole.batch(step, 3);
        }
        assertThat(new Order(10, 5).batch(8, 3)).isEqualTo(last);
    }

    @Test
    void shufflesEachPassAnew() {
        Order order = new Order(50, 5);
        assertThat(order.batch(0, 50)).isNotEqualTo(order.batch(1, 50));
        assertThat(order.batch(0, 50)).isNotEqualTo(new Order(50, 6).batch(0, 50));
    }
}
