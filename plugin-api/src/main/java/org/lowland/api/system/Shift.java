package org.lowland.api.system;

/**
 * A lattice translation of three whole numbers in one long, 21 bits each, such that comparing the longs compares the
 * translations in dictionary order and sums need no unpacking.
 */
final class Shift {
    /** The largest translation along one lattice vector. */
    static final int LARGEST = (1 << 20) - 1;

    /** No translation. */
    static final long NONE = of(0, 0, 0);

    private static final int BITS = 21;
    private static final int MASK = (1 << BITS) - 1;

    private Shift() {}

    static long of(int a, int b, int c) {
        return (long) (a + LARGEST) << 2 * BITS | (long) (b + LARGEST) << BITS | (c + LARGEST);
    }

    static long plus(long one, long other) {
        return one + other - NONE;
    }

    static long minus(long one, long other) {
        return one - other + NONE;
    }

    static int along(long shift, int vector) {
        return (int) (shift >>> (2 - vector) * BITS & MASK) - LARGEST;
    }
}
