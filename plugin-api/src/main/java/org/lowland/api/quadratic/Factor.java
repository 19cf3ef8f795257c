package org.lowland.api.quadratic;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.lowland.api.numeric.BandCholesky;
import org.lowland.api.numeric.Vectors;

/**
 * Solves with a matrix that is a band and a few outer products, A + V C Vᵀ, by the formula of Sherman, Morrison and
 * Woodbury; motions of the free atoms as one body that nothing resists are taken out of what goes in and comes out.
 * Immutable and thread-safe.
 */
final class Factor {
    private final BandCholesky band;
    private final double[][] rigid;
    private final double[][] half;
    private final DecompositionSolver inner;

    /**
     * A band alone.
     *
     * @param band its factors
     * @param rigid orthonormal motions
     */
    Factor(BandCholesky band, double[][] rigid) {
        this(band, rigid, new double[0][], new double[0]);
    }

    /**
     * A band and outer products.
     *
     * @param band the factors UᵀU of A
     * @param rigid orthonormal motions
     * @param vectors the rows of V
     * @param coefficients the diagonal of C, without zeros
     */
    Factor(BandCholesky band, double[][] rigid, double[][] vectors, double[] coefficients) {
        this.band = band;
        this.rigid = rigid;
        int count = coefficients.length;
        if (count == 0) {
            this.half = new double[0][];
            this.inner = null;
            return;
        }
        this.half = Arrays.stream(vectors).map(double[]::clone).toArray(double[][]::new);
        band.solveHalf(half);
        double[][] small = new double[count][count];
        double[] ones = new double[half.length];
        Arrays.fill(ones, 1);
        Vectors.addOuterProducts(small, half, ones);
        for (int v = 0; v < count; v++) {
            for (int w = 0; w < v; w++) {
                small[v][w] = small[w][v];
            }
            small[v][v] += 1 / coefficients[v];
        }
        this.inner = new LUDecomposition(new Array2DRowRealMatrix(small, false), 0).getSolver();
    }

    /**
     * Solves.
     *
     * @param b one number for each Cartesian coordinate
     * @return the solution, without motion as one body
     */
    double[] solve(double[] b) {
        double[] right = b.clone();
        takeOut(right);
        double[] forward = band.forward(right);
        if (inner != null) {
            double[] projected = new double[half[0].length];
            for (int i = 0; i < half.length; i++) {
                Vectors.add(projected, forward[i], half[i]);
            }
            double[] shares = inner.solve(new ArrayRealVector(projected, false)).toArray();
            for (int i = 0; i < half.length; i++) {
                forward[i] -= Vectors.dot(half[i], shares);
            }
        }
        double[] solution = band.backward(forward);
        takeOut(solution);
        return solution;
    }

    private void takeOut(double[] vector) {
        for (double[] motion : rigid) {
            Vectors.add(vector, -Vectors.dot(motion, vector), motion);
        }
    }
}
