package org.lowland.potential.kernel;

import static org.lowland.potential.kernel.Lanes.SPECIES;
import static org.lowland.potential.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * A constant matrix, laid out for products with rows: panels of four vectors' width, one after another, so that a
 * panel stays in the first-level cache while all rows pass. Four rows by four vectors are summed in registers.
 */
final class Panels {
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
        if (columns % WIDTH != 0) {
            throw new IllegalArgumentException(columns + " columns are no multiple of " + WIDTH);
        }
        this.inner = inner;
        this.columns = columns;
        this.packed = new float[inner * columns];
        pack(matrix);
    }

    /** Takes over other values of the same matrix. */
    void pack(float[] matrix) {
        int at = 0;
        int column = 0;
        while (column < columns) {
            int width = vectorsOf(column) * WIDTH;
            for (int row = 0; row < inner; row++) {
                System.arraycopy(matrix, row * columns + column, packed, at, width);
                at += width;
            }
            column += width;
        }
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
        while (column < columns) {
            int vectors = vectorsOf(column);
            int panel = inner * column;
            int row = 0;
            for (; vectors > 1 && row + 4 <= rows; row += 4) {
                int xAt = xBegin + row * xStride;
                int startAt = startBegin + row * startStride + column;
                int yAt = yBegin + row * yStride + column;
                if (vectors == 4) {
                    fourByFour(x, xAt, xStride, inner, packed, panel, start, startAt, startStride, y, yAt, yStride);
                } else {
                    fourByTwo(x, xAt, xStride, inner, packed, panel, start, startAt, startStride, y, yAt, yStride);
                }
            }
            for (; row < rows; row++) {
                int xAt = xBegin + row * xStride;
                int startAt = startBegin + row * startStride + column;
                int yAt = yBegin + row * yStride + column;
                switch (vectors) {
                    case 4 -> oneByFour(x, xAt, inner, packed, panel, start, startAt, y, yAt);
                    case 2 -> oneByTwo(x, xAt, inner, packed, panel, start, startAt, y, yAt);
                    default -> oneByOne(x, xAt, inner, packed, panel, start, startAt, y, yAt);
                }
            }
            column += vectors * WIDTH;
        }
    }

    /** The width of the panel that begins at a column: four vectors, or what is left of them. */
    private int vectorsOf(int column) {
        int left = (columns - column) / WIDTH;
        return left >= 4 ? 4 : Math.min(left, 2);
    }

    private static void fourByFour(
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
        FloatVector a0 = FloatVector.fromArray(SPECIES, start, start0);
        FloatVector a1 = FloatVector.fromArray(SPECIES, start, start0 + WIDTH);
        FloatVector a2 = FloatVector.fromArray(SPECIES, start, start0 + 2 * WIDTH);
        FloatVector a3 = FloatVector.fromArray(SPECIES, start, start0 + 3 * WIDTH);
        int start1 = start0 + startStride;
        FloatVector b0 = FloatVector.fromArray(SPECIES, start, start1);
        FloatVector b1 = FloatVector.fromArray(SPECIES, start, start1 + WIDTH);
        FloatVector b2 = FloatVector.fromArray(SPECIES, start, start1 + 2 * WIDTH);
        FloatVector b3 = FloatVector.fromArray(SPECIES, start, start1 + 3 * WIDTH);
        int start2 = start1 + startStride;
        FloatVector c0 = FloatVector.fromArray(SPECIES, start, start2);
        FloatVector c1 = FloatVector.fromArray(SPECIES, start, start2 + WIDTH);
        FloatVector c2 = FloatVector.fromArray(SPECIES, start, start2 + 2 * WIDTH);
        FloatVector c3 = FloatVector.fromArray(SPECIES, start, start2 + 3 * WIDTH);
        int start3 = start2 + startStride;
        FloatVector d0 = FloatVector.fromArray(SPECIES, start, start3);
        FloatVector d1 = FloatVector.fromArray(SPECIES, start, start3 + WIDTH);
        FloatVector d2 = FloatVector.fromArray(SPECIES, start, start3 + 2 * WIDTH);
        FloatVector d3 = FloatVector.fromArray(SPECIES, start, start3 + 3 * WIDTH);
        int x1 = x0 + xStride;
        int x2 = x1 + xStride;
        int x3 = x2 + xStride;
        int at = panelBegin;
        for (int k = 0; k < inner; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, panel, at + WIDTH);
            FloatVector w2 = FloatVector.fromArray(SPECIES, panel, at + 2 * WIDTH);
            FloatVector w3 = FloatVector.fromArray(SPECIES, panel, at + 3 * WIDTH);
            FloatVector factor = FloatVector.broadcast(SPECIES, x[x0 + k]);
            a0 = factor.fma(w0, a0);
            a1 = factor.fma(w1, a1);
            a2 = factor.fma(w2, a2);
            a3 = factor.fma(w3, a3);
            factor = FloatVector.broadcast(SPECIES, x[x1 + k]);
            b0 = factor.fma(w0, b0);
            b1 = factor.fma(w1, b1);
            b2 = factor.fma(w2, b2);
            b3 = factor.fma(w3, b3);
            factor = FloatVector.broadcast(SPECIES, x[x2 + k]);
            c0 = factor.fma(w0, c0);
            c1 = factor.fma(w1, c1);
            c2 = factor.fma(w2, c2);
            c3 = factor.fma(w3, c3);
            factor = FloatVector.broadcast(SPECIES, x[x3 + k]);
            d0 = factor.fma(w0, d0);
            d1 = factor.fma(w1, d1);
            d2 = factor.fma(w2, d2);
            d3 = factor.fma(w3, d3);
            at += 4 * WIDTH;
        }
        a0.intoArray(y, y0);
        a1.intoArray(y, y0 + WIDTH);
        a2.intoArray(y, y0 + 2 * WIDTH);
        a3.intoArray(y, y0 + 3 * WIDTH);
        int y1 = y0 + yStride;
        b0.intoArray(y, y1);
        b1.intoArray(y, y1 + WIDTH);
        b2.intoArray(y, y1 + 2 * WIDTH);
        b3.intoArray(y, y1 + 3 * WIDTH);
        int y2 = y1 + yStride;
        c0.intoArray(y, y2);
        c1.intoArray(y, y2 + WIDTH);
        c2.intoArray(y, y2 + 2 * WIDTH);
        c3.intoArray(y, y2 + 3 * WIDTH);
        int y3 = y2 + yStride;
        d0.intoArray(y, y3);
        d1.intoArray(y, y3 + WIDTH);
        d2.intoArray(y, y3 + 2 * WIDTH);
        d3.intoArray(y, y3 + 3 * WIDTH);
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
        FloatVector a0 = FloatVector.fromArray(SPECIES, start, start0);
        FloatVector a1 = FloatVector.fromArray(SPECIES, start, start0 + WIDTH);
        int start1 = start0 + startStride;
        FloatVector b0 = FloatVector.fromArray(SPECIES, start, start1);
        FloatVector b1 = FloatVector.fromArray(SPECIES, start, start1 + WIDTH);
        int start2 = start1 + startStride;
        FloatVector c0 = FloatVector.fromArray(SPECIES, start, start2);
        FloatVector c1 = FloatVector.fromArray(SPECIES, start, start2 + WIDTH);
        int start3 = start2 + startStride;
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
            at += 2 * WIDTH;
        }
        a0.intoArray(y, y0);
        a1.intoArray(y, y0 + WIDTH);
        int y1 = y0 + yStride;
        b0.intoArray(y, y1);
        b1.intoArray(y, y1 + WIDTH);
        int y2 = y1 + yStride;
        c0.intoArray(y, y2);
        c1.intoArray(y, y2 + WIDTH);
        int y3 = y2 + yStride;
        d0.intoArray(y, y3);
        d1.intoArray(y, y3 + WIDTH);
    }

    private static void oneByFour(
            float[] x, int x0, int inner, float[] panel, int panelBegin, float[] start, int start0, float[] y, int y0) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, start, start0);
        FloatVector a1 = FloatVector.fromArray(SPECIES, start, start0 + WIDTH);
        FloatVector a2 = FloatVector.fromArray(SPECIES, start, start0 + 2 * WIDTH);
        FloatVector a3 = FloatVector.fromArray(SPECIES, start, start0 + 3 * WIDTH);
        int at = panelBegin;
        for (int k = 0; k < inner; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, panel, at + WIDTH);
            FloatVector w2 = FloatVector.fromArray(SPECIES, panel, at + 2 * WIDTH);
            FloatVector w3 = FloatVector.fromArray(SPECIES, panel, at + 3 * WIDTH);
            FloatVector factor = FloatVector.broadcast(SPECIES, x[x0 + k]);
            a0 = factor.fma(w0, a0);
            a1 = factor.fma(w1, a1);
            a2 = factor.fma(w2, a2);
            a3 = factor.fma(w3, a3);
            at += 4 * WIDTH;
        }
        a0.intoArray(y, y0);
        a1.intoArray(y, y0 + WIDTH);
        a2.intoArray(y, y0 + 2 * WIDTH);
        a3.intoArray(y, y0 + 3 * WIDTH);
    }

    private static void oneByTwo(
            float[] x, int x0, int inner, float[] panel, int panelBegin, float[] start, int start0, float[] y, int y0) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, start, start0);
        FloatVector a1 = FloatVector.fromArray(SPECIES, start, start0 + WIDTH);
        int at = panelBegin;
        for (int k = 0; k < inner; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, panel, at + WIDTH);
            FloatVector factor = FloatVector.broadcast(SPECIES, x[x0 + k]);
            a0 = factor.fma(w0, a0);
            a1 = factor.fma(w1, a1);
            at += 2 * WIDTH;
        }
        a0.intoArray(y, y0);
        a1.intoArray(y, y0 + WIDTH);
    }

    private static void oneByOne(
            float[] x, int x0, int inner, float[] panel, int panelBegin, float[] start, int start0, float[] y, int y0) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, start, start0);
        int at = panelBegin;
        for (int k = 0; k < inner; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector factor = FloatVector.broadcast(SPECIES, x[x0 + k]);
            a0 = factor.fma(w0, a0);
            at += WIDTH;
        }
        a0.intoArray(y, y0);
    }
}
