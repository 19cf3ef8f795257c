package org.lowland.rl.policygradient.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.BackendException;

class SystemsTest {

    private static List<double[]> rows(int count, int size) {
        RandomGenerator random = new Well19937c(size);
        List<double[]> rows = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double[] row = new double[size];
            for (int c = 0; c < size; c++) {
                row[c] = random.nextGaussian();
            }
            rows.add(row);
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 30})
    void theMatrixAndConjugateGradientsFindTheSolutionOfAnotherLibrary(int size) {
        List<double[]> rows = rows(1500, size);
        double[] right = rows(1, size).get(0);
        RealMatrix factor = new Array2DRowRealMatrix(rows.toArray(new double[0][]));
        RealMatrix matrix = factor.transpose()
                .multiply(factor)
                .scalarMultiply(0.25)
                .add(MatrixUtils.createRealIdentityMatrix(size).scalarMultiply(0.1));
        double[] expected = new LUDecomposition(matrix)
                .getSolver()
                .solve(new ArrayRealVector(right))
                .toArray();

        try (NormalMatrix normal = new NormalMatrix(size)) {
            normal.add(rows, 0.25);
            assertThat(normal.solve(right, 0.1)).containsExactly(expected, within(1e-14));
        }
        assertThat(new ConjugateGradients(size + 5, 1e-14).solve(matrix::operate, right))
                .containsExactly(expected, within(1e-14));
    }

    @Test
    void aSingularMatrixIsRefused() {
        try (NormalMatrix normal = new NormalMatrix(2)) {
            normal.add(List.of(new double[] {1, 1}), 1);

            assertThatThrownBy(() -> normal.solve(new double[] {1, 2}, 0))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("raise the damping");
            assertThat(normal.solve(new double[] {1, 1}, 0.5)).containsExactly(new double[] {0.4, 0.4}, within(1e-15));
        }
    }

    @Test
    void whatIsNotFiniteIsRefused() {
        try (NormalMatrix normal = new NormalMatrix(1)) {
            normal.add(List.of(new double[] {Double.NaN}), 1);

            assertThatThrownBy(() -> normal.solve(new double[1], 1))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("not finite");
        }
        assertThatThrownBy(() -> new Ascent(Ascent.Settings.plain(1)).step(new double[1], new double[] {Double.NaN}))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("learning rate");
    }

    @Test
    void aLongGradientIsShortenedAndLargeElementsAreCut() {
        Ascent ascent = new Ascent(new Ascent.Settings(Ascent.Rule.PLAIN, 1, 2.5, 3));

        assertThat(ascent.step(new double[3], new double[] {100, -4, 0}))
                .containsExactly(new double[] {2.5 / Math.sqrt(2), -2.5 / Math.sqrt(2), 0}, within(1e-14));
        assertThat(ascent.step(new double[1], new double[] {-1})).containsExactly(-1);
    }

    @Test
    void adamGoesOnFromWhatItRemembers() {
        Ascent whole = new Ascent(Ascent.Settings.adam(0.1, 10));
        double[] place = {0.3, -0.2};
        for (int k = 0; k < 3; k++) {
            place = whole.step(place, new double[] {1 - place[0], k});
        }
        Ascent resumed = new Ascent(Ascent.Settings.adam(0.1, 10));
        resumed.restore(whole.state());

        assertThat(resumed.step(place, new double[] {0.1, -2}))
                .containsExactly(whole.step(place, new double[] {0.1, -2}));
    }
}
