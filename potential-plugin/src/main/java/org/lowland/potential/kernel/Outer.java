package org.lowland.potential.kernel;

import static org.lowland.potential.kernel.Lanes.SPECIES;
import static org.lowland.potential.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/** Sums of outer products of rows, W += Σ xᵀ y: what a linear map's weights contribute to a gradient. */
final class Outer {
    private Outer() {}

    /**
     * Adds the products of all rows.
     *
     * @param inner width of x
     * @param columns width of y, a multiple of the vector width
     * @param sum row-major (inner, columns)
     */
    static void add(
            int rows, float[] x, int xBegin, int xStride, int inner, float[] y, int yBegin, int columns, float[] sum) {
        int k = 0;
        for (; k + 4 <= inner; k += 4) {
            int column = 0;
            for (; column + 4 * WIDTH <= columns; column += 4 * WIDTH) {
                fourByFour(rows, x, xBegin + k, xStride, y, yBegin + column, columns, sum, k * columns + column);
            }
            for (; column < columns; column += WIDTH) {
                for (int row = k; row < k + 4; row++) {
                    oneByOne(rows, x, xBegin + row, xStride, y, yBegin + column, columns, sum, row * columns + column);
                }
            }
        }
        for (; k < inner; k++) {
            for (int column = 0; column < columns; column += WIDTH) {
                oneByOne(rows, x, xBegin + k, xStride, y, yBegin + column, columns, sum, k * columns + column);
            }
        }
    }

    /** Adds rows to one another. */
    static void addRows(int rows, float[] y, int yBegin, int columns, float[] sum) {
        for (int column = 0; column < columns; column += WIDTH) {
            FloatVector total = FloatVector.fromArray(SPECIES, sum, column);
            int at = yBegin + column;
            for (int row = 0; row < rows; row++) {
                total = total.add(FloatVector.fromArray(SPECIES, y, at));
                at += columns;
            }
            total.intoArray(sum, column);
        }
    }

    private static void fourByFour(
            int rows, float[] x, int xBegin, int xStride, float[] y, int yBegin, int yStride, float[] sum, int s0) {
        int s1 = s0 + yStride;
        int s2 = s1 + yStride;
        int s3 = s2 + yStride;
        FloatVector a0 = FloatVector.fromArray(SPECIES, sum, s0);
        FloatVector a1 = FloatVector.fromArray(SPECIES, sum, s0 + WIDTH);
        FloatVector a2 = FloatVector.fromArray(SPECIES, sum, s0 + 2 * WIDTH);
        FloatVector a3 = FloatVector.fromArray(SPECIES, sum, s0 + 3 * WIDTH);
        FloatVector b0 = FloatVector.fromArray(SPECIES, sum, s1);
        FloatVector b1 = FloatVector.fromArray(SPECIES, sum, s1 + WIDTH);
        FloatVector b2 = FloatVector.fromArray(SPECIES, sum, s1 + 2 * WIDTH);
        FloatVector b3 = FloatVector.fromArray(SPECIES, sum, s1 + 3 * WIDTH);
        FloatVector c0 = FloatVector.fromArray(SPECIES, sum, s2);
        FloatVector c1 = FloatVector.fromArray(SPECIES, sum, s2 + WIDTH);
        FloatVector c2 = FloatVector.fromArray(SPECIES, sum, s2 + 2 * WIDTH);
        FloatVector c3 = FloatVector.fromArray(SPECIES, sum, s2 + 3 * WIDTH);
        FloatVector d0 = FloatVector.fromArray(SPECIES, sum, s3);
        FloatVector d1 = FloatVector.fromArray(SPECIES, sum, s3 + WIDTH);
        FloatVector d2 = FloatVector.fromArray(SPECIES, sum, s3 + 2 * WIDTH);
        FloatVector d3 = FloatVector.fromArray(SPECIES, sum, s3 + 3 * WIDTH);
        int xAt = xBegin;
        int yAt = yBegin;
        for (int row = 0; row < rows; row++) {
            FloatVector y0 = FloatVector.fromArray(SPECIES, y, yAt);
            FloatVector y1 = FloatVector.fromArray(SPECIES, y, yAt + WIDTH);
            FloatVector y2 = FloatVector.fromArray(SPECIES, y, yAt + 2 * WIDTH);
            FloatVector y3 = FloatVector.fromArray(SPECIES, y, yAt + 3 * WIDTH);
            FloatVector factor = FloatVector.broadcast(SPECIES, x[xAt]);
            a0 = factor.fma(y0, a0);
            a1 = factor.fma(y1, a1);
            a2 = factor.fma(y2, a2);
            a3 = factor.fma(y3, a3);
            factor = FloatVector.broadcast(SPECIES, x[xAt + 1]);
            b0 = factor.fma(y0, b0);
            b1 = factor.fma(y1, b1);
            b2 = factor.fma(y2, b2);
            b3 = factor.fma(y3, b3);
            factor = FloatVector.broadcast(SPECIES, x[xAt + 2]);
            c0 = factor.fma(y0, c0);
            c1 = factor.fma(y1, c1);
            c2 = factor.fma(y2, c2);
            c3 = factor.fma(y3, c3);
            factor = FloatVector.broadcast(SPECIES, x[xAt + 3]);
            d0 = factor.fma(y0, d0);
            d1 = factor.fma(y1, d1);
            d2 = factor.fma(y2, d2);
            d3 = factor.fma(y3, d3);
            xAt += xStride;
            yAt += yStride;
        }
        a0.intoArray(sum, s0);
        a1.intoArray(sum, s0 + WIDTH);
        a2.intoArray(sum, s0 + 2 * WIDTH);
        a3.intoArray(sum, s0 + 3 * WIDTH);
        b0.intoArray(sum, s1);
        b1.intoArray(sum, s1 + WIDTH);
        b2.intoArray(sum, s1 + 2 * WIDTH);
        b3.intoArray(sum, s1 + 3 * WIDTH);
        c0.intoArray(sum, s2);
        c1.intoArray(sum, s2 + WIDTH);
        c2.intoArray(sum, s2 + 2 * WIDTH);
        c3.intoArray(sum, s2 + 3 * WIDTH);
        d0.intoArray(sum, s3);
        d1.intoArray(sum, s3 + WIDTH);
        d2.intoArray(sum, s3 + 2 * WIDTH);
        d3.intoArray(sum, s3 + 3 * WIDTH);
    }

    private static void oneByOne(
            int rows, float[] x, int xBegin, int xStride, float[] y, int yBegin, int yStride, float[] sum, int s0) {
        FloatVector total = FloatVector.fromArray(SPECIES, sum, s0);
        int xAt = xBegin;
        int yAt = yBegin;
        for (int row = 0; row < rows; row++) {
            total = FloatVector.broadcast(SPECIES, x[xAt]).fma(FloatVector.fromArray(SPECIES, y, yAt), total);
            xAt += xStride;
            yAt += yStride;
        }
        total.intoArray(sum, s0);
    }
}
