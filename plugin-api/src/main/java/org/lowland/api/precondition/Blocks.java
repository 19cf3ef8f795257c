package org.lowland.api.precondition;

/** Arithmetic of row-major 3 × 3 blocks within longer arrays. */
final class Blocks {
    private Blocks() {}

    static double[] inverse(double[] a) {
        double c0 = a[4] * a[8] - a[5] * a[7];
        double c1 = a[5] * a[6] - a[3] * a[8];
        double c2 = a[3] * a[7] - a[4] * a[6];
        double d = 1 / (a[0] * c0 + a[1] * c1 + a[2] * c2);
        return new double[] {
            c0 * d,
            (a[2] * a[7] - a[1] * a[8]) * d,
            (a[1] * a[5] - a[2] * a[4]) * d,
            c1 * d,
            (a[0] * a[8] - a[2] * a[6]) * d,
            (a[2] * a[3] - a[0] * a[5]) * d,
            c2 * d,
            (a[1] * a[6] - a[0] * a[7]) * d,
            (a[0] * a[4] - a[1] * a[3]) * d
        };
    }

    static double[] transposed(double[] a) {
        return new double[] {a[0], a[3], a[6], a[1], a[4], a[7], a[2], a[5], a[8]};
    }

    /** Replaces a block by its symmetric part. */
    static void symmetrize(double[] a) {
        a[1] = (a[1] + a[3]) / 2;
        a[2] = (a[2] + a[6]) / 2;
        a[5] = (a[5] + a[7]) / 2;
        a[3] = a[1];
        a[6] = a[2];
        a[7] = a[5];
    }

    /** The product of a block's transpose with a block. */
    static void transposedTimes(double[] a, int from, double[] b, double[] product) {
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                product[3 * row + column] = a[from + row] * b[column]
                        + a[from + 3 + row] * b[3 + column]
                        + a[from + 6 + row] * b[6 + column];
            }
        }
    }

    /** Subtracts a product of blocks from a block. */
    static void subtractProduct(double[] target, double[] a, double[] b, int from) {
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                target[3 * row + column] -= a[3 * row] * b[from + column]
                        + a[3 * row + 1] * b[from + 3 + column]
                        + a[3 * row + 2] * b[from + 6 + column];
            }
        }
    }

    /** The product of a block with a vector. */
    static void times(double[] a, int from, double[] x, int at, double[] product) {
        for (int row = 0; row < 3; row++) {
            int k = from + 3 * row;
            product[row] = a[k] * x[at] + a[k + 1] * x[at + 1] + a[k + 2] * x[at + 2];
        }
    }

    /** Subtracts the product of a block's transpose with a vector from a part of another vector. */
    static void subtractTransposedTimes(double[] a, int from, double[] x, double[] target, int at) {
        for (int row = 0; row < 3; row++) {
            target[at + row] -= a[from + row] * x[0] + a[from + 3 + row] * x[1] + a[from + 6 + row] * x[2];
        }
    }
}
