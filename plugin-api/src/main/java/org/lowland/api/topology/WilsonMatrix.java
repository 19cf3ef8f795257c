package org.lowland.api.topology;

import java.util.Arrays;
import org.lowland.api.numeric.Vectors;

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
     * Bᵀ Q for many vectors at once.
     *
     * @param internal for each coordinate a row with its component of every vector
     * @param cartesians the number of Cartesian coordinates
     * @return for each Cartesian coordinate a row with its component of every product
     */
    public double[][] transposeTimes(double[][] internal, int cartesians) {
        double[][] result = new double[cartesians][internal.length == 0 ? 0 : internal[0].length];
        for (int k = 0; k < internal.length; k++) {
            for (int e = begin[k]; e < begin[k + 1]; e++) {
                Vectors.add(result[columns[e]], entries[e], internal[k]);
            }
        }
        return result;
    }

    /**
     * Adds Bᵀ D B for a diagonal D to the upper triangle of a matrix.
     *
     * @param diagonal one number for each coordinate
     * @param matrix as many rows as there are Cartesian coordinates, each long enough for what is added to it
     */
    public void addProduct(double[] diagonal, double[][] matrix) {
        for (int k = 0; k < diagonal.length; k++) {
            for (int e = begin[k]; e < begin[k + 1]; e++) {
                double factor = diagonal[k] * entries[e];
                double[] row = matrix[columns[e]];
                for (int f = e; f < begin[k + 1]; f++) {
                    row[columns[f]] += factor * entries[f];
                }
            }
        }
    }

    /**
     * Where the rows of Bᵀ D B end, whatever D is and the values of B are.
     *
     * @param cartesians the number of Cartesian coordinates
     * @return for each row one more than the last column that is not zero in it or in a row before
     */
    public int[] ends(int cartesians) {
        int[] ends = new int[cartesians];
        for (int i = 0; i < cartesians; i++) {
            ends[i] = i + 1;
        }
        for (int k = 0; k < values.length; k++) {
            if (begin[k] < begin[k + 1]) {
                int first = columns[begin[k]];
                ends[first] = Math.max(ends[first], columns[begin[k + 1] - 1] + 1);
            }
        }
        for (int i = 1; i < cartesians; i++) {
            ends[i] = Math.max(ends[i], ends[i - 1]);
        }
        return ends;
    }

    @Override
    public String toString() {
        return "WilsonMatrix[values=" + Arrays.toString(values) + "]";
    }
}
