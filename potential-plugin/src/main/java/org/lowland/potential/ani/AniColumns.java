package org.lowland.potential.ani;

/**
 * The blocks of the descriptor that a batch needs. The leading slots of the {@link AniLayout} are used without copying
 * weights; when an element beyond the common four is there, only the blocks of the elements present are, at the price of
 * gathering their rows of the weights.
 *
 * @param compact for each slot of the layout, its place among the blocks, or -1
 * @param present how many slots have blocks
 * @param leading whether these are the first slots of the layout
 * @param rows the rows of the radial weights, empty when leading
 * @param columns the rows of the angular weights, empty when leading
 */
record AniColumns(int[] compact, int present, boolean leading, long[] rows, long[] columns) {
    private static final int COMMON = 4;

    /**
     * The blocks for a set of elements.
     *
     * @param mask one bit for each slot of the layout
     */
    static AniColumns of(int mask, int slots, AniDescriptor descriptor) {
        int highest = Integer.SIZE - Integer.numberOfLeadingZeros(mask);
        boolean leading = highest <= COMMON || mask == (1 << highest) - 1;
        int used = leading ? (1 << highest) - 1 : mask;
        int[] compact = new int[slots];
        int present = 0;
        for (int slot = 0; slot < slots; slot++) {
            compact[slot] = (used >> slot & 1) == 1 ? present++ : -1;
        }
        if (leading) {
            return new AniColumns(compact, present, true, new long[0], new long[0]);
        }
        LongList rows = new LongList();
        LongList columns = new LongList();
        for (int high = 0; high < slots; high++) {
            if (compact[high] >= 0) {
                range(rows, high, descriptor.radialTerms());
                for (int low = 0; low <= high; low++) {
                    if (compact[low] >= 0) {
                        range(columns, AniLayout.pair(low, high), descriptor.angularTerms());
                    }
                }
            }
        }
        return new AniColumns(compact, present, false, LongList.join(rows), LongList.join(columns));
    }

    private static void range(LongList list, int block, int length) {
        for (int k = 0; k < length; k++) {
            list.add((long) block * length + k);
        }
    }
}
