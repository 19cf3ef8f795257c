package org.lowland.potential.ani;

import java.util.Arrays;

/** A growing array of integers without boxing. */
final class LongList {
    private long[] values = new long[1024];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    /** All lists, one after the other. */
    static long[] join(LongList... lists) {
        long[] joined = new long[Arrays.stream(lists).mapToInt(LongList::size).sum()];
        int at = 0;
        for (LongList list : lists) {
            System.arraycopy(list.values, 0, joined, at, list.size);
            at += list.size;
        }
        return joined;
    }
}
