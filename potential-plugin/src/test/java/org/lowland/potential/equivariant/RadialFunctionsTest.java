package org.lowland.potential.equivariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;

class RadialFunctionsTest {
    private static final double CUTOFF = 4.5;

    @Test
    void besselFunctionsAreOrthonormalInTheBall() {
        BesselBasis basis = new BesselBasis(8, CUTOFF);
        GaussIntegrator legendre = new GaussIntegratorFactory().legendre(60, 0, CUTOFF);
        for (int n = 0; n < basis.size(); n++) {
            for (int m = 0; m < basis.size(); m++) {
                int[] pair = {n, m};
                double overlap = legendre.integrate(d -> d * d * basis.values(d)[pair[0]] * basis.values(d)[pair[1]]);
                assertThat(overlap).isCloseTo(n == m ? 1 : 0, within(1e-12));
            }
        }
        assertThat(basis.values(CUTOFF)).containsExactly(new double[8], within(1e-14));
    }

    @Test
    void gaussiansAreOneAtTheirCentersAndHalfWayAtTheKnownWidth() {
        GaussianBasis basis = new GaussianBasis(10, CUTOFF);
        assertThat(basis.values(3 * 0.5)[3]).isEqualTo(1);
        assertThat(basis.values(3 * 0.5 + 0.5 * Math.sqrt(2 * Math.log(2)))[3]).isCloseTo(0.5, within(1e-14));
        assertThat(basis.values(CUTOFF)[9]).isEqualTo(1);
    }

    @Test
    void slopesAreThoseOfTheValues() {
        for (RadialBasis basis : List.of(new BesselBasis(8, CUTOFF), new GaussianBasis(12, CUTOFF))) {
            for (double d : new double[] {0.4, 1.3, 2.7, 4.4}) {
                double[] slopes = basis.slopes(d);
                for (int k = 0; k < basis.size(); k++) {
                    int which = k;
                    assertThat(slopes[k]).isCloseTo(slope(r -> basis.values(r)[which], d), within(1e-7));
                }
            }
        }
        for (Envelope envelope : List.of(new PolynomialEnvelope(6), new PolynomialEnvelope(3), new CosineEnvelope())) {
            for (double x : new double[] {0.1, 0.5, 0.9, 1.3}) {
                assertThat(envelope.slope(x)).isCloseTo(slope(envelope::value, x), within(1e-7));
            }
        }
    }

    @Test
    void envelopesFallFromOneToNothing() {
        for (int power = 2; power < 9; power++) {
            PolynomialEnvelope envelope = new PolynomialEnvelope(power);
            assertThat(envelope.value(0)).isEqualTo(1);
            assertThat(envelope.value(1 - 1e-4)).isCloseTo(0, within(power * power * power * 1e-12));
            // (1 - x)³ times the third derivative at 1 over -6, which is p(p + 1)(p + 2)/6
            double near = 1e-3;
            assertThat(envelope.value(1 - near) / Math.pow(near, 3))
                    .isCloseTo(power * (power + 1) * (power + 2) / 6.0, within(0.01 * power * power * power));
            assertThat(envelope.value(1.2)).isZero();
        }
        // the sum 1 - 28x⁶ + 48x⁷ - 21x⁸
        assertThat(new PolynomialEnvelope(6).factors()).containsExactly(-28, 48, -21);
        assertThat(new CosineEnvelope().value(0.5)).isCloseTo(0.5, within(1e-15));
        assertThat(new CosineEnvelope().value(0)).isEqualTo(1);
        assertThatThrownBy(() -> new PolynomialEnvelope(1)).hasMessageContaining("power");
    }

    /** Against a sum over random numbers; e3nn, which draws random numbers too, has about 1.677 and 1.593. */
    @Test
    void activationsOfNormalNumbersHaveAMeanSquareOfOne() {
        Random random = new Random(8);
        for (Activation activation : Activation.values()) {
            double sum = 0;
            int trials = 400_000;
            for (int k = 0; k < trials; k++) {
                double value = activation.normalized(random.nextGaussian());
                sum += value * value;
            }
            assertThat(sum / trials).as(activation.name()).isCloseTo(1, within(0.02));
            assertThat(activation.value(-0.7) == -activation.value(0.7)).isEqualTo(activation.isOdd());
        }
        assertThat(Activation.SILU.factor()).isCloseTo(1.677, within(1e-3));
        assertThat(Activation.TANH.factor()).isCloseTo(1.593, within(1e-3));
    }

    private static double slope(DoubleUnaryOperator function, double at) {
        double h = 1e-5;
        return (function.applyAsDouble(at + h) - function.applyAsDouble(at - h)) / (2 * h);
    }
}
