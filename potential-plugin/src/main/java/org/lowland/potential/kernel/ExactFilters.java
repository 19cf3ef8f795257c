package org.lowland.potential.kernel;

/** Filters computed from the radial basis of each pair: for networks whose weights change all the time. */
final class ExactFilters implements Filters {
    private final Linear map;

    ExactFilters(Linear map) {
        this.map = map;
    }

    @Override
    public int width() {
        return map.outputWidth();
    }

    @Override
    public void values(Pairs pairs, int begin, int end, float[] into) {
        int row = 2 * map.inputWidth();
        map.applySpaced(end - begin, pairs.radial, begin * row, row, into, 0);
    }

    @Override
    public void valuesAndSlopes(Pairs pairs, int begin, int end, float[] into) {
        map.apply(2 * (end - begin), pairs.radial, 2 * begin * map.inputWidth(), into, 0);
    }
}
