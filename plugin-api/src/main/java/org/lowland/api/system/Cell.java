package org.lowland.api.system;

import java.util.Arrays;
import org.lowland.api.InputException;

/**
 * A periodic cell: three lattice vectors in Å, the rows of a 3×3 matrix, and the axes along which space repeats.
 * Immutable.
 */
public final class Cell {
    private static final double SMALLEST_VOLUME = 1e-6;

    private final double[] vectors;
    private final boolean[] periodic;

    private Cell(double[] vectors, boolean[] periodic) {
        this.vectors = vectors;
        this.periodic = periodic;
    }

    /**
     * A cell from its lattice vectors.
     *
     * @param vectors nine numbers in Å, row by row: a, b, c
     * @param periodic three flags, whether space repeats along a, b, c
     * @return the cell
     * @throws InputException when a number is not finite or the vectors span no volume
     */
    public static Cell of(double[] vectors, boolean... periodic) {
        if (vectors.length != 9 || periodic.length != 3) {
            throw new InputException("A cell needs nine numbers and three periodic flags, got " + vectors.length
                    + " and " + periodic.length);
        }
        for (double v : vectors) {
            if (!Double.isFinite(v)) {
                throw new InputException(
                        "A lattice vector has a component that is not a finite number: " + Arrays.toString(vectors));
            }
        }
        Cell cell = new Cell(vectors.clone(), periodic.clone());
        if (Math.abs(cell.volume()) < SMALLEST_VOLUME) {
            throw new InputException("The lattice vectors span no volume: " + Arrays.toString(vectors)
                    + "; give three independent ones");
        }
        return cell;
    }

    /**
     * An orthorhombic cell, periodic along all three axes.
     *
     * @param a edge in Å
     * @param b edge in Å
     * @param c edge in Å
     * @return the cell
     */
    public static Cell orthorhombic(double a, double b, double c) {
        return of(new double[] {a, 0, 0, 0, b, 0, 0, 0, c}, true, true, true);
    }

    /** {@return a copy of the nine components, row by row, in Å} */
    public double[] vectors() {
        return vectors.clone();
    }

    /**
     * One component of a lattice vector.
     *
     * @param vector 0, 1, 2 for a, b, c
     * @param axis 0, 1, 2 for x, y, z
     * @return the component in Å
     */
    public double component(int vector, int axis) {
        return vectors[3 * vector + axis];
    }

    /**
     * Whether space repeats along a lattice vector.
     *
     * @param vector 0, 1, 2 for a, b, c
     * @return true when it does
     */
    public boolean isPeriodic(int vector) {
        return periodic[vector];
    }

    /** {@return whether space repeats along any axis} */
    public boolean isPeriodic() {
        return periodic[0] || periodic[1] || periodic[2];
    }

    /** {@return the signed volume in Å³, positive for a right-handed set of vectors} */
    public double volume() {
        double[] v = vectors;
        return v[0] * (v[4] * v[8] - v[5] * v[7])
                - v[1] * (v[3] * v[8] - v[5] * v[6])
                + v[2] * (v[3] * v[7] - v[4] * v[6]);
    }

    /** {@return the inverse of the matrix of lattice vectors, row by row, in 1/Å: fractional = position · inverse} */
    public double[] inverse() {
        double[] v = vectors;
        double d = 1.0 / volume();
        return new double[] {
            d * (v[4] * v[8] - v[5] * v[7]), d * (v[2] * v[7] - v[1] * v[8]), d * (v[1] * v[5] - v[2] * v[4]),
            d * (v[5] * v[6] - v[3] * v[8]), d * (v[0] * v[8] - v[2] * v[6]), d * (v[2] * v[3] - v[0] * v[5]),
            d * (v[3] * v[7] - v[4] * v[6]), d * (v[1] * v[6] - v[0] * v[7]), d * (v[0] * v[4] - v[1] * v[3])
        };
    }

    /**
     * The distance between opposite faces of the cell.
     *
     * @param vector 0, 1, 2: the lattice vector across which the faces lie
     * @return the height in Å
     */
    public double height(int vector) {
        double[] inverse = inverse();
        double x = inverse[vector];
        double y = inverse[3 + vector];
        double z = inverse[6 + vector];
        return 1.0 / Math.sqrt(x * x + y * y + z * z);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell cell
                && Arrays.equals(vectors, cell.vectors)
                && Arrays.equals(periodic, cell.periodic);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(vectors) + Arrays.hashCode(periodic);
    }

    @Override
    public String toString() {
        return "Cell" + Arrays.toString(vectors) + Arrays.toString(periodic);
    }
}
