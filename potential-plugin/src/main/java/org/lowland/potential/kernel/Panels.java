package org.lowland.potential.kernel;

import static org.lowland.potential.kernel.Lanes.SPECIES;
import static org.lowland.potential.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * A constant matrix, laid out for products with rows: panels of two vectors' width, one after another, so that a panel
 * stays in the first-level cache while all rows pass. Four rows by two vectors are summed in registers.
 */
final class Panels {
    private static final int PANEL = 2 * WIDTH;

    private final int inner;
    private final int columns;
    private final float[] packed;

    /**
     * Lays out a matrix.
     *
     * @param matrix row-major, {@code inner} rows
     * @param columns a multiple of the vector width
     */
    Panels(float[] matrix, int inner, int columns) {
        this.inner = inner;
        this.columns = columns;
        this.packed = new float[inner * columns];
        pack(matrix);
    }

    /** Takes over other values of the same matrix. */
    void pack(float[] matrix) {
        int at = 0;
        for (int column = 0; column < columns; column += PANEL) {
            int width = Math.min(PANEL, columns - column);
            for (int row = 0; row < inner; row++) {
                System.arraycopy(matrix, row * columns + column, packed, at, width);
                at += width;
            }
        }
    }

    int columns() {
        return columns;
    }

    /**
     * y = start + x · matrix, row by row.
     *
     * @param rows how many
     * @param start added to the product: a bias with stride 0, or y itself to add to what is there
     */
    void multiply(
            int rows,
            float[] x,
            int xBegin,
            int xStride,
            float[] start,
            int startBegin,
            int startStride,
            float[] y,
            int yBegin,
            int yStride) {
        int column = 0;
        for (; column + PANEL <= columns; column += PANEL) {
            int panel = inner * column;
            int row = 0;
            for (; row + 4 <= rows; row += 4) {
                int xAt = xBegin + row * xStride;
                int startAt = startBegin + row * startStride + column;
                int yAt = yBegin + row * yStride + column;
                fourByTwo(x, xAt, xStride, inner, packed, panel, start, startAt, startStride, y, yAt, yStride);
            }
            for (; row < rows; row++) {
                int startAt = startBegin + row * startStride + column;
                int yAt = yBegin + row * yStride + column;
                oneByTwo(x, xBegin + row * xStride, inner, packed, panel, start, startAt, y, yAt);
            }
        }
        if (column < columns) {
            for (int row = 0; row < rows; row++) {
                int startAt = startBegin + row * startStride + column;
                int yAt = yBegin + row * yStride + column;
                oneByOne(x, xBegin + row * xStride, inner, packed, inner * column, start, startAt, y, yAt);
            }
        }
    }

    private static void fourByTwo(
            float[] x,
            int x0,
            int xStride,
            int inner,
            float[] panel,
            int panelBegin,
            float[] start,
            int start0,
            int startStride,
            float[] y,
            int y0,
            int yStride) {
        int start1 = start0 + startStride;
        int start2 = start1 + startStride;
        int start3 = start2 + startStride;
        FloatVector a0 = FloatVector.fromArray(SPECIES, start, start0);
        FloatVector a1 = FloatVector.fromArray(SPECIES, start, start0 + WIDTH);
        FloatVector b0 = FloatVector.fromArray(SPECIES, start, start1);
        FloatVector b1 = FloatVector.fromArray(SPECIES, start, start1 + WIDTH);
        FloatVector c0 = FloatVector.fromArray(SPECIES, start, start2);
        FloatVector c1 = FloatVector.fromArray(SPECIES, start, start2 + WIDTH);
        FloatVector d0 = FloatVector.fromArray(SPECIES, start, start3);
        FloatVector d1 = FloatVector.fromArray(SPECIES, start, start3 + WIDTH);
        int x1 = x0 + xStride;
        int x2 = x1 + xStride;
        int x3 = x2 + xStride;
        int at = panelBegin;
        for (int k = 0; k < inner; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, panel, at + WIDTH);
            FloatVector factor = FloatVector.broadcast(SPECIES, x[x0 + k]);
            a0 = factor.fma(w0, a0);
            a1 = factor.fma(w1, a1);
            factor = FloatVector.broadcast(SPECIES, x[x1 + k]);
            b0 = factor.fma(w0, b0);
            b1 = factor.fma(w1, b1);
            factor = FloatVector.broadcast(SPECIES, x[x2 + k]);
            c0 = factor.fma(w0, c0);
            c1 = factor.fma(w1, c1);
            factor = FloatVector.broadcast(SPECIES, x[x3 + k]);
            d0 = factor.fma(w0, d0);
            d1 = factor.fma(w1, d1);
            at += PANEL;
        }
        int y1 = y0 + yStride;
        int y2 = y1 + yStride;
        int y3 = y2 + yStride;
        a0.intoArray(y, y0);
        a1.intoArray(y, y0 + WIDTH);
        b0.intoArray(y, y1);
        b1.intoArray(y, y1 + WIDTH);
        c0.intoArray(y, y2);
        c1.intoArray(y, y2 + WIDTH);
        d0.intoArray(y, y3);
        d1.intoArray(y, y3 + WIDTH);
    }

    private static void oneByTwo(
            float[] x,
            int x0,
            int inner,
            float[] panel,
            int panelBegin,
            float[] start,
            int startAt,
            float[] y,
            int y0) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector a1 = FloatVector.fromArray(SPECIES, start, startAt + WIDTH);
        int at = panelBegin;
        for (int k = 0; k < inner; k++) {
            FloatVector factor = FloatVector.broadcast(SPECIES, x[x0 + k]);
            a0 = factor.fma(FloatVector.fromArray(SPECIES, panel, at), a0);
            a1 = factor.fma(FloatVector.fromArray(SPECIES, panel, at + WIDTH), a1);
            at += PANEL;
        }
        a0.intoArray(y, y0);
        a1.intoArray(y, y0 + WIDTH);
    }

    private static void oneByOne(
            float[] x,
            int x0,
            int inner,
            float[] panel,
            int panelBegin,
            float[] start,
            int startAt,
            float[] y,
            int y0) {
        FloatVector a = FloatVector.fromArray(SPECIES, start, startAt);
        int at = panelBegin;
        for (int k = 0; k < inner; k++) {
            a = FloatVector.broadcast(SPECIES, x[x0 + k]).fma(FloatVector.fromArray(SPECIES, panel, at), a);
            at += WIDTH;
        }
        a.intoArray(y, y0);
    }
}
