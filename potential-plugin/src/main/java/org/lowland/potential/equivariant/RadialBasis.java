package org.lowland.potential.equivariant;

/** Functions of a distance that a network describes pairs of atoms by. */
public interface RadialBasis {

    /** How many functions there are. */
    int size();

    /**
     * Their values.
     *
     * @param distance Å, positive
     */
    double[] values(double distance);

    /**
     * Their derivatives, 1/Å times the unit of the values.
     *
     * @param distance Å, positive
     */
    double[] slopes(double distance);
}
