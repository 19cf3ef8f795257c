package org.lowland.rl.policygradient.advantage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReturnsTest {
    private static final double[] REWARDS = {1, -2, 3, 0.5};
    private static final double[] VALUES = {0.4, -0.3, 2, 0.7, 0.2};

    @Test
    void undiscountedReturnsAreSums() {
        assertThat(Returns.undiscounted().toGo(REWARDS, 0)).containsExactly(2.5, 1.5, 3.5, 0.5);
    }

    @Test
    void aDiscountCountsFromEachStep() {
        assertThat(Returns.discounted(0.5).toGo(REWARDS, 4))
                .containsExactly(1 - 1 + 0.75 + 0.0625 + 0.25, 0.125, 4.25, 2.5);
    }

    @Test
    void lambdaOneIsTheReturnLessTheValue() {
        Returns settings = new Returns(0.9, 1, false, true);

        double[] advantages = settings.generalized(REWARDS, VALUES);

        double[] returns = settings.toGo(REWARDS, VALUES[4]);
        for (int k = 0; k < REWARDS.length; k++) {
            assertThat(advantages[k]).isCloseTo(returns[k] - VALUES[k], within(1e-14));
        }
    }

    @Test
    void lambdaZeroIsTheSurpriseOfOneStep() {
        double[] advantages = new Returns(0.9, 0, false, true).generalized(REWARDS, VALUES);

        for (int k = 0; k < REWARDS.length; k++) {
            assertThat(advantages[k]).isCloseTo(REWARDS[k] + 0.9 * VALUES[k + 1] - VALUES[k], within(1e-14));
        }
    }

    @Test
    void inBetweenItIsTheAverageOfReturnsOfAllLengths() {
        double discount = 0.9;
        double lambda = 0.6;

        double[] advantages = new Returns(discount, lambda, false, true).generalized(REWARDS, VALUES);

        for (int k = 0; k < REWARDS.length; k++) {
            double expected = 0;
            double sum = 0;
            for (int steps = 1; k + steps <= REWARDS.length; steps++) {
                sum += Math.pow(discount, steps - 1.0) * REWARDS[k + steps - 1];
                double ofLength = sum + Math.pow(discount, steps) * VALUES[k + steps] - VALUES[k];
                boolean isLongest = k + steps == REWARDS.length;
                expected += Math.pow(lambda, steps - 1.0) * (isLongest ? 1 : 1 - lambda) * ofLength;
            }
            assertThat(advantages[k]).isCloseTo(expected, within(1e-14));
        }
    }
}
