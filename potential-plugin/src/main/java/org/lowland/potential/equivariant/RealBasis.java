package org.lowland.potential.equivariant;

import java.util.Arrays;
import org.apache.commons.math3.complex.Complex;

/**
 * The change from real components to the complex ones of angular momentum: complex = matrix times real. The phase (-i)^l
 * makes the coupling coefficients of real components real.
 */
final class RealBasis {
    private static final double HALF_ROOT = Math.sqrt(0.5);

    private RealBasis() {}

    static Complex[][] matrix(int degree) {
        Complex[][] matrix = new Complex[2 * degree + 1][2 * degree + 1];
        for (Complex[] row : matrix) {
            Arrays.fill(row, Complex.ZERO);
        }
        Complex phase = minusITo(degree);
        matrix[degree][degree] = phase;
        for (int m = 1; m <= degree; m++) {
            double sign = m % 2 == 0 ? HALF_ROOT : -HALF_ROOT;
            matrix[degree - m][degree + m] = phase.multiply(HALF_ROOT);
            matrix[degree - m][degree - m] = phase.multiply(new Complex(0, -HALF_ROOT));
            matrix[degree + m][degree + m] = phase.multiply(sign);
            matrix[degree + m][degree - m] = phase.multiply(new Complex(0, sign));
        }
        return matrix;
    }

    private static Complex minusITo(int power) {
        return switch (power % 4) {
            case 0 -> Complex.ONE;
            case 1 -> new Complex(0, -1);
            case 2 -> new Complex(-1, 0);
            default -> Complex.I;
        };
    }
}
