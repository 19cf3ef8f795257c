package org.lowland.potential.equivariant;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * The numbers that couple two degrees to a third so that the result turns as it must.
 *
 * <p>The complex ones are Wigner's 3j symbols by Racah's formula (E. P. Wigner, Group Theory, 1959, eq. 24.10). The real
 * ones belong to the components of {@link SphericalHarmonics}: Clebsch-Gordan coefficients changed to that basis and divided
 * by their norm, so that C with any rotation D has Σ D D D C = C and Σ C² = 1. That of three vectors is the cross product
 * over √6.
 */
public final class Wigner3j {
    private Wigner3j() {}

    /** Whether three degrees couple: |l1 - l2| ≤ l3 ≤ l1 + l2. */
    public static boolean couples(int l1, int l2, int l3) {
        return Math.abs(l1 - l2) <= l3 && l3 <= l1 + l2;
    }

    /**
     * The real coefficients.
     *
     * @return by the components of the first, second and third degree; the caller's own
     * @throws IllegalArgumentException if the degrees do not couple
     */
    public static double[][][] real(int l1, int l2, int l3) {
        if (!couples(l1, l2, l3)) {
            throw new IllegalArgumentException("degrees " + l1 + ", " + l2 + " and " + l3 + " do not couple");
        }
        Complex[][] first = RealBasis.matrix(l1);
        Complex[][] second = RealBasis.matrix(l2);
        Complex[][] third = RealBasis.matrix(l3);
        double[][][] real = new double[2 * l1 + 1][2 * l2 + 1][2 * l3 + 1];
        for (int a = 0; a < real.length; a++) {
            for (int b = 0; b < real[a].length; b++) {
                for (int c = 0; c < real[a][b].length; c++) {
                    real[a][b][c] = component(l1, l2, l3, column(first, a), column(second, b), column(third, c));
                }
            }
        }
        return real;
    }

    private static double component(int l1, int l2, int l3, Complex[] first, Complex[] second, Complex[] third) {
        double sum = 0;
        for (int m1 = -l1; m1 <= l1; m1++) {
            for (int m2 = Math.max(-l2, -l3 - m1); m2 <= Math.min(l2, l3 - m1); m2++) {
                Complex product = first[l1 + m1].multiply(second[l2 + m2]).multiply(third[l3 + m1 + m2].conjugate());
                double sign = (l1 - l2 + m1 + m2) % 2 == 0 ? 1 : -1;
                sum += product.getReal() * sign * complex(l1, l2, l3, m1, m2, -m1 - m2);
            }
        }
        return sum;
    }

    private static Complex[] column(Complex[][] matrix, int index) {
        Complex[] column = new Complex[matrix.length];
        for (int row = 0; row < column.length; row++) {
            column[row] = matrix[row][index];
        }
        return column;
    }

    /** The 3j symbol with l1, l2, l3 above m1, m2, m3; 0 where it vanishes. */
    public static double complex(int l1, int l2, int l3, int m1, int m2, int m3) {
        if (!couples(l1, l2, l3) || m1 + m2 + m3 != 0 || Math.abs(m1) > l1 || Math.abs(m2) > l2 || Math.abs(m3) > l3) {
            return 0;
        }
        double triangle = factorial(l1 + l2 - l3)
                * factorial(l1 - l2 + l3)
                * factorial(l2 + l3 - l1)
                / factorial(l1 + l2 + l3 + 1);
        double size = Math.sqrt(triangle
                * factorial(l1 + m1)
                * factorial(l1 - m1)
                * factorial(l2 + m2)
                * factorial(l2 - m2)
                * factorial(l3 + m3)
                * factorial(l3 - m3));
        double sum = 0;
        int begin = Math.max(0, Math.max(l2 - l3 - m1, l1 - l3 + m2));
        int end = Math.min(l1 + l2 - l3, Math.min(l1 - m1, l2 + m2));
        for (int k = begin; k <= end; k++) {
            double term = factorial(k)
                    * factorial(l1 + l2 - l3 - k)
                    * factorial(l1 - m1 - k)
                    * factorial(l2 + m2 - k)
                    * factorial(l3 - l2 + m1 + k)
                    * factorial(l3 - l1 - m2 + k);
            sum += (k % 2 == 0 ? 1 : -1) / term;
        }
        return ((l1 - l2 - m3) % 2 == 0 ? 1 : -1) * size * sum;
    }

    private static double factorial(int n) {
        return CombinatoricsUtils.factorialDouble(n);
    }
}
