package org.lowland.rl.policygradient.algebra;

import java.util.List;
import org.lowland.api.BackendException;
import org.nd4j.linalg.api.blas.BlasException;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A dense symmetric matrix that is a sum of outer products, and its linear systems: products and Cholesky's factorization
 * by ND4J's BLAS and LAPACK, in double precision. Holds native memory until closed. Confined to one thread.
 */
public final class NormalMatrix implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 1024;

    private final int size;
    private final INDArray matrix;

    /**
     * A matrix of zeros.
     *
     * @param size rows and columns
     */
    public NormalMatrix(int size) {
        this.size = size;
        this.matrix = Nd4j.create(new double[size * size], new int[] {size, size}, 'f');
    }

    /**
     * Adds {@code weight * row row^T} for every row.
     *
     * @param rows vectors of the matrix's size
     * @param weight of all of them
     */
    public void add(List<double[]> rows, double weight) {
        for (int first = 0; first < rows.size(); first += ROWS_AT_ONCE) {
            addTogether(rows.subList(first, Math.min(rows.size(), first + ROWS_AT_ONCE)), weight);
        }
    }

    private void addTogether(List<double[]> rows, double weight) {
        double[] all = new double[rows.size() * size];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, all, row * size, size);
        }
        try (INDArray factor = Nd4j.create(all, new int[] {rows.size(), size}, 'c')) {
            Nd4j.gemm(factor, factor, matrix, true, false, weight, 1);
        }
    }

    /**
     * Solves {@code (matrix + damping) x = right}.
     *
     * @param right as many numbers as there are rows
     * @param damping added to the diagonal, positive unless the matrix itself is regular
     * @return x
     * @throws BackendException when the damped matrix is not positive definite, or has entries that are not finite
     */
    public double[] solve(double[] right, double damping) {
        double[] values = matrix.data().asDouble();
        for (int k = 0; k < size; k++) {
            values[k * size + k] += damping;
        }
        if (!Vectors.isFinite(values)) {
            throw new BackendException("The matrix has entries that are not finite; lower the learning rate");
        }
        double[] lower = factor(values);
        double[] x = right.clone();
        for (int row = 0; row < size; row++) {
            for (int k = 0; k < row; k++) {
                x[row] -= lower[k * size + row] * x[k];
            }
            x[row] /= lower[row * size + row];
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int k = row + 1; k < size; k++) {
                x[row] -= lower[row * size + k] * x[k];
            }
            x[row] /= lower[row * size + row];
        }
        return x;
    }

    /** Cholesky's lower factor, column after column. */
    private double[] factor(double[] values) {
        try (INDArray work = Nd4j.create(values, new int[] {size, size}, 'f')) {
            Nd4j.getBlasWrapper().lapack().potrf(work, true);
            return work.data().asDouble();
        } catch (BlasException e) {
            throw new BackendException(
                    "The matrix of " + size + " rows is not positive definite; raise the damping", e);
        }
    }

    @Override
    public void close() {
        matrix.close();
    }
}
