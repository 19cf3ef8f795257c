package org.lowland.api.coordinate;

import java.util.Arrays;

/**
 * Values of internal coordinates at one structure and Wilson's B matrix there, their gradients by the Cartesian
 * coordinates of the atoms that may move, stored by rows without the zeros, the columns of a row in ascending order. Immutable and
 * thread-safe.
 */
public final class WilsonMatrix {
    private final double[] values;
    private final int[] begin;
    private final int[] columns;
    private final double[] entries;

    WilsonMatrix(double[] values, int[] begin, int[] columns, double[] entries) {
        this.values = values;
        this.begin = begin;
        this.columns = columns;
        this.entries = entries;
    }

    /** {@return a copy of the values of the coordinates} */
    public double[] values() {
        return values.clone();
    }

    /** {@return the number of coordinates} */
    public int rows() {
        return values.length;
    }

    /**
     * B x: what Cartesian displacements do to the coordinates, to first order.
     *
     * @param cartesian in Å, three for each free atom
     * @return one number for each coordinate
     */
    public double[] times(double[] cartesian) {
        double[] result = new double[values.length];
        for (int k = 0; k < result.length; k++) {
            double sum = 0;
            for (int e = begin[k]; e < begin[k + 1]; e++) {
                sum += entries[e] * cartesian[columns[e]];
            }
            result[k] = sum;
        }
        return result;
    }

    /**
     * Bᵀ q: for example a gradient by the coordinates turned into a Cartesian one.
     *
     * @param internal one number for each coordinate
     * @param cartesians the number of Cartesian coordinates
     * @return one number for each Cartesian coordinate
     */
    public double[] transposeTimes(double[] internal, int cartesians) {
        double[] result = new double[cartesians];
        for (int k = 0; k < internal.length; k++) {
            double factor = internal[k];
            for (int e = begin[k]; e < begin[k + 1]; e++) {
                result[columns[e]] += factor * entries[e];
            }
        }
        return result;
    }

    /**
     * Bᵀ D B for a diagonal D.
     *
     * @param diagonal one number for each coordinate
     * @param cartesians the number of Cartesian coordinates
     * @return a new matrix of which the upper triangle is filled
     */
    public double[][] product(double[] diagonal, int cartesians) {
        double[][] result = new double[cartesians][cartesians];
        for (int k = 0; k < diagonal.length; k++) {
            for (int e = begin[k]; e < begin[k + 1]; e++) {
                double factor = diagonal[k] * entries[e];
                double[] row = result[columns[e]];
                for (int f = e; f < begin[k + 1]; f++) {
                    row[columns[f]] += factor * entries[f];
                }
            }
        }
        return result;
    }

    @Override
    public String toString() {
        return "WilsonMatrix[values=" + Arrays.toString(values) + "]";
    }
}
