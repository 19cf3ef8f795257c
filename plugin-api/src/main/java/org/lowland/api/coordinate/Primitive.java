package org.lowland.api.coordinate;

/**
 * One internal coordinate: a function of the positions of a few atoms, with its analytic gradient. Immutable and
 * thread-safe.
 */
public interface Primitive {

    /** {@return the indices of the atoms that it depends on, a new array in the order of the gradient} */
    int[] atoms();

    /**
     * The value at given positions.
     *
     * @param positions 3N coordinates in Å, of all atoms of the system
     * @return in Å, in radians or without unit, as the coordinate says; not a number where it is undefined
     */
    double value(double[] positions);

    /**
     * The value and its gradient.
     *
     * @param positions 3N coordinates in Å, of all atoms of the system
     * @param gradient overwritten from its begin with three derivatives for each of {@link #atoms()}, in that order
     * @return as {@link #value}
     */
    double evaluate(double[] positions, double[] gradient);

    /**
     * How far one value is from another; coordinates that come round say the shorter way.
     *
     * @param value of this coordinate
     * @param from another value of it
     * @return {@code value - from}, where the coordinate is periodic by the shorter way round
     */
    default double difference(double value, double from) {
        return value - from;
    }
}
