package org.lowland.potential.kernel;

/** The filters of one interaction: what a pair's distance makes of the messages. */
interface Filters {

    /** The number of filters, padded. */
    int width();

    /**
     * Writes the filters of pairs, one row for each.
     *
     * @param begin the first pair
     * @param end one after the last pair
     */
    void values(Pairs pairs, int begin, int end, float[] into);

    /** Writes two rows for each pair: the filters, and their derivatives by the distance. */
    void valuesAndSlopes(Pairs pairs, int begin, int end, float[] into);
}
