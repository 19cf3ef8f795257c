package org.lowland.io.format.cell;

import org.lowland.api.system.Cell;
import org.lowland.io.format.AtomsBuilder;

/**
 * Three vectors that span a lattice, and grow to span further vectors: Euclid's algorithm on the rows of coefficients.
 * Confined to one thread.
 */
final class Basis {
    /** Coefficients below this belong to nothing but rounding. */
    private static final double ZERO = 1e-4;

    private final double[] cell;
    private final double[] inverse;
    private final double[][] rows = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    Basis(double[] cell) {
        this.cell = cell.clone();
        this.inverse = Cell.of(cell, true, true, true).inverse();
    }

    /** Has the lattice hold one more vector. */
    void add(double... vector) {
        double[] row = AtomsBuilder.fractions(inverse, vector);
        for (int column = 0; column < 3; column++) {
            row = eliminated(rows[column], row, column);
        }
    }

    /** Makes one column of the second row nothing by taking the rows from each other; what remains of that row. */
    private double[] eliminated(double[] pivot, double[] row, int column) {
        double[] one = pivot;
        double[] other = row;
        while (Math.abs(other[column]) > ZERO) {
            double quotient = Math.rint(one[column] / other[column]);
            for (int k = 0; k < 3; k++) {
                one[k] -= quotient * other[k];
            }
            double[] swapped = one;
            one = other;
            other = swapped;
        }
        rows[column] = one;
        other[column] = 0;
        return other;
    }

    /** The vectors, row by row. */
    double[] vectors() {
        double[] vectors = new double[9];
        for (int vector = 0; vector < 3; vector++) {
            for (int axis = 0; axis < 3; axis++) {
                for (int k = 0; k < 3; k++) {
                    vectors[3 * vector + axis] += rows[vector][k] * cell[3 * k + axis];
                }
            }
        }
        return vectors;
    }
}
