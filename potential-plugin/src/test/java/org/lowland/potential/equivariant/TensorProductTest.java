package org.lowland.potential.equivariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TensorProductTest {
    private static final Irreps FIRST = Irreps.parse("3x0e+2x0o+2x1o+1x1e+2x2e");
    private static final Irreps SECOND = Irreps.parse("0e+2x1o+2e+3o");
    private static final Irreps OUTPUT = Irreps.parse("2x0e+1x0o+3x1o+2x1e+2e+2o+3o");
    private final Random random = new Random(6);

    private static Set<Irrep> kinds(Irreps irreps) {
        return irreps.terms().stream().map(Irreps.Term::irrep).collect(Collectors.toSet());
    }

    @Test
    void turnsWithItsArguments() {
        for (TensorProduct product : List.of(
                TensorProduct.fullyConnected(FIRST, SECOND, OUTPUT),
                TensorProduct.channelWise(FIRST, SECOND, kinds(OUTPUT)))) {
            double[] x = Sphere.normal(FIRST.dimension(), random);
            double[] y = Sphere.normal(SECOND.dimension(), random);
            double[] weights = Sphere.normal(product.weights(), random);
            double[] value = product.apply(x, y, weights);
            assertThat(value).hasSize(product.output().dimension());
            for (boolean inversion : new boolean[] {false, true}) {
                double[][] matrix = Sphere.orthogonal(random, inversion);
                assertThat(product.apply(Sphere.turn(FIRST, matrix, x), Sphere.turn(SECOND, matrix, y), weights))
                        .containsExactly(Sphere.turn(product.output(), matrix, value), within(1e-10));
            }
        }
    }

    @Test
    void vectorsGiveTheirDotAndCrossProducts() {
        TensorProduct product =
                TensorProduct.fullyConnected(Irreps.parse("1o"), Irreps.parse("1o"), Irreps.parse("0e+1e"));
        double[] value = product.apply(new double[] {1, 2, 3}, new double[] {-2, 0.5, 4}, new double[] {1, 1});
        double third = 1 / Math.sqrt(3);
        double half = 1 / Math.sqrt(2);
        assertThat(value).containsExactly(new double[] {11 * third, 6.5 * half, -10 * half, 4.5 * half}, within(1e-14));
    }

    @Test
    void channelWiseGivesEachPathItsOwnCopies() {
        TensorProduct product = TensorProduct.channelWise(
                Irreps.parse("4x0e+4x1o"), Irreps.parse("0e+1o"), kinds(Irreps.parse("0e+1o")));
        assertThat(product.output()).hasToString("4x0e+4x0e+4x1o+4x1o");
        assertThat(product.paths()).hasSize(4);
        assertThat(product.weights()).isEqualTo(16);
        double[] weights = new double[16];
        TensorProduct.Path path = product.paths().get(0);
        weights[path.begin() + 2] = 1;
        double[] value = product.apply(Sphere.normal(16, random), Sphere.normal(4, random), weights);
        for (int k = 0; k < value.length; k++) {
            assertThat(value[k] != 0).isEqualTo(k == 2);
        }
    }

    /** Over many normally distributed arguments and weights, components have a mean square of 1. */
    @Test
    void keepsTheVariance() {
        TensorProduct full = TensorProduct.fullyConnected(FIRST, SECOND, OUTPUT);
        TensorProduct wise = TensorProduct.channelWise(FIRST, SECOND, kinds(OUTPUT));
        EquivariantLinear linear = new EquivariantLinear(FIRST.plus(FIRST), Irreps.parse("2x0e+3x1o+4x1e"));
        double[] sums = new double[3];
        int trials = 300;
        for (int trial = 0; trial < trials; trial++) {
            double[] x = Sphere.normal(FIRST.dimension(), random);
            double[] y = Sphere.normal(SECOND.dimension(), random);
            sums[0] += meanSquare(full.apply(x, y, Sphere.normal(full.weights(), random)));
            sums[1] += meanSquare(wise.apply(x, y, Sphere.normal(wise.weights(), random)));
            double[] both = Sphere.normal(2 * FIRST.dimension(), random);
            sums[2] += meanSquare(linear.apply(both, Sphere.normal(linear.weights(), random)));
        }
        for (double sum : sums) {
            assertThat(sum / trials).isCloseTo(1, within(0.1));
        }
    }

    private static double meanSquare(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum / values.length;
    }

    @Test
    void linearMapsGatesAndNormActivationsTurnWithTheirArgument() {
        EquivariantLinear linear = new EquivariantLinear(FIRST, OUTPUT);
        assertThat(linear.weights()).isEqualTo(3 * 2 + 2 + 2 * 3 + 2 + 2);
        double[] weights = Sphere.normal(linear.weights(), random);
        NormActivation norm = new NormActivation(FIRST.only(irrep -> irrep.degree() > 0), Activation.TANH, 1e-3);
        for (Irrep kind : List.of(Irrep.parse("0e"), Irrep.parse("0o"))) {
            Gate gate = new Gate(Irreps.parse("3x0e+2x0o+2x1o+1x2e"), kind);
            double[] x = Sphere.normal(FIRST.dimension(), random);
            double[] g = Sphere.normal(gate.input().dimension(), random);
            double[] v = Sphere.normal(17, random);
            for (boolean inversion : new boolean[] {false, true}) {
                double[][] matrix = Sphere.orthogonal(random, inversion);
                assertThat(linear.apply(Sphere.turn(FIRST, matrix, x), weights))
                        .containsExactly(Sphere.turn(OUTPUT, matrix, linear.apply(x, weights)), within(1e-10));
                assertThat(gate.apply(Sphere.turn(gate.input(), matrix, g)))
                        .containsExactly(Sphere.turn(gate.output(), matrix, gate.apply(g)), within(1e-10));
                Irreps higher = Irreps.parse("2x1o+1x1e+2x2e");
                assertThat(norm.apply(Sphere.turn(higher, matrix, pad(v, higher))))
                        .containsExactly(Sphere.turn(higher, matrix, norm.apply(pad(v, higher))), within(1e-10));
            }
        }
        assertThat(norm.apply(new double[19])).containsOnly(0.0);
    }

    private static double[] pad(double[] values, Irreps irreps) {
        double[] padded = new double[irreps.dimension()];
        System.arraycopy(values, 0, padded, 0, Math.min(values.length, padded.length));
        return padded;
    }

    @Test
    void wrongSizesAreRefused() {
        TensorProduct product = TensorProduct.fullyConnected(FIRST, SECOND, OUTPUT);
        assertThatThrownBy(() -> product.apply(new double[1], new double[SECOND.dimension()], new double[0]))
                .hasMessageContaining("first feature");
        assertThatThrownBy(() -> new Gate(Irreps.parse("1o+0e"), Irrep.parse("0e")))
                .hasMessageContaining("scalars");
    }
}
