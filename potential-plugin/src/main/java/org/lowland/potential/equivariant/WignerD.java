package org.lowland.potential.equivariant;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * The matrices by which rotations and reflections mix the components of a representation: Y(Rv) = D(R) Y(v).
 *
 * <p>Rotations go over Euler angles about y, x and y and Wigner's closed form of d(β) (Group Theory, 1959, eq. 15.27), not
 * over the spherical harmonics or the 3j.
 */
public final class WignerD {
    private static final double TOLERANCE = 1e-9;

    private WignerD() {}

    /**
     * The matrix of a representation.
     *
     * @param orthogonal 3 x 3, rotation or rotation and inversion, acting on columns (x, y, z)
     * @return (2l + 1) x (2l + 1); the caller's own
     * @throws IllegalArgumentException if the matrix is not orthogonal
     */
    public static double[][] of(Irrep irrep, double[][] orthogonal) {
        double determinant = determinant(orthogonal);
        requireOrthogonal(orthogonal, determinant);
        double[][] rotation = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                rotation[row][column] = Math.signum(determinant) * orthogonal[row][column];
            }
        }
        double[][] matrix = rotation(irrep.degree(), rotation);
        if (determinant < 0 && irrep.parity() < 0) {
            for (double[] row : matrix) {
                for (int column = 0; column < row.length; column++) {
                    row[column] = -row[column];
                }
            }
        }
        return matrix;
    }

    /** R = Y(α) X(β) Y(γ), each the rotation about that axis; y is the axis that angular momentum is counted along. */
    private static double[][] rotation(int l, double[][] r) {
        double sine = Math.hypot(r[1][0], r[1][2]);
        double beta = Math.atan2(sine, r[1][1]);
        boolean turned = sine > TOLERANCE;
        double alpha = turned ? Math.atan2(r[0][1], r[2][1]) : Math.atan2(r[0][2], r[0][0]);
        double gamma = turned ? Math.atan2(r[1][0], -r[1][2]) : 0;
        if (!turned && r[1][1] < 0) {
            alpha = Math.atan2(-r[0][2], r[0][0]);
        }
        int size = 2 * l + 1;
        Complex[][] complex = new Complex[size][size];
        for (int row = -l; row <= l; row++) {
            for (int column = -l; column <= l; column++) {
                double angle = row * alpha + column * gamma;
                double d = small(l, row, column, beta);
                complex[l + row][l + column] = new Complex(d * Math.cos(angle), d * Math.sin(angle));
            }
        }
        return toReal(complex, RealBasis.matrix(l));
    }

    /** With complex = U real for the harmonics: U† D U, where d is the conjugate of Wigner's D as harmonics need it. */
    private static double[][] toReal(Complex[][] d, Complex[][] basis) {
        int size = d.length;
        double[][] real = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                Complex sum = Complex.ZERO;
                for (int a = 0; a < size; a++) {
                    for (int b = 0; b < size; b++) {
                        sum = sum.add(
                                basis[a][row].conjugate().multiply(d[a][b]).multiply(basis[b][column]));
                    }
                }
                real[row][column] = sum.getReal();
            }
        }
        return real;
    }

    private static double small(int l, int row, int column, double beta) {
        double cosine = Math.cos(beta / 2);
        double sine = Math.sin(beta / 2);
        double sum = 0;
        for (int k = Math.max(0, column - row); k <= Math.min(l + column, l - row); k++) {
            double term =
                    factorial(l + column - k) * factorial(k) * factorial(row - column + k) * factorial(l - row - k);
            sum += ((row - column + k) % 2 == 0 ? 1 : -1)
                    * Math.pow(cosine, 2 * l + column - row - 2 * k)
                    * Math.pow(sine, row - column + 2 * k)
                    / term;
        }
        return sum * Math.sqrt(factorial(l + row) * factorial(l - row) * factorial(l + column) * factorial(l - column));
    }

    private static double factorial(int n) {
        return CombinatoricsUtils.factorialDouble(n);
    }

    private static void requireOrthogonal(double[][] m, double determinant) {
        double error = Math.abs(Math.abs(determinant) - 1);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double product = m[i][0] * m[j][0] + m[i][1] * m[j][1] + m[i][2] * m[j][2];
                error = Math.max(error, Math.abs(product - (i == j ? 1 : 0)));
            }
        }
        if (!(error < TOLERANCE)) {
            throw new IllegalArgumentException("the matrix is not orthogonal: off by " + error);
        }
    }

    private static double determinant(double[][] m) {
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }
}
