package org.lowland.io.format.crystal;

import org.lowland.api.InputException;
import org.lowland.api.system.Cell;

/** Lengths and angles of a cell: a along x, b in the plane of x and y, as the CIF dictionary has it. */
public final class CellParameters {
    private CellParameters() {}

    /**
     * The vectors of a cell.
     *
     * @param a length in Å
     * @param b length in Å
     * @param c length in Å
     * @param alpha angle of b and c in degrees
     * @param beta angle of a and c in degrees
     * @param gamma angle of a and b in degrees
     * @return nine components in Å, vector by vector
     * @throws InputException when there is no such cell
     */
    public static double[] vectors(double a, double b, double c, double alpha, double beta, double gamma) {
        double cosAlpha = cosine(alpha);
        double cosBeta = cosine(beta);
        double cosGamma = cosine(gamma);
        double sinGamma = Math.sqrt(1 - cosGamma * cosGamma);
        double y = (cosAlpha - cosBeta * cosGamma) / sinGamma;
        double z = 1 - cosBeta * cosBeta - y * y;
        if (!(a > 0 && b > 0 && c > 0 && sinGamma > 1e-6 && z > 1e-9)) {
            throw new InputException("no cell has the lengths " + a + ", " + b + ", " + c + " and the angles " + alpha
                    + ", " + beta + ", " + gamma + "; correct them");
        }
        return new double[] {a, 0, 0, b * cosGamma, b * sinGamma, 0, c * cosBeta, c * y, c * Math.sqrt(z)};
    }

    /**
     * The lengths and angles of a cell.
     *
     * @param cell the cell
     * @return three lengths in Å and three angles in degrees
     */
    public static double[] of(Cell cell) {
        double[] lengths = new double[3];
        for (int vector = 0; vector < 3; vector++) {
            lengths[vector] = Math.sqrt(product(cell, vector, vector));
        }
        return new double[] {
            lengths[0],
            lengths[1],
            lengths[2],
            angle(product(cell, 1, 2), lengths[1] * lengths[2]),
            angle(product(cell, 0, 2), lengths[0] * lengths[2]),
            angle(product(cell, 0, 1), lengths[0] * lengths[1])
        };
    }

    private static double angle(double product, double lengths) {
        return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, product / lengths))));
    }

    private static double product(Cell cell, int one, int other) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            sum += cell.component(one, axis) * cell.component(other, axis);
        }
        return sum;
    }

    private static double cosine(double degrees) {
        return Math.abs(degrees - 90) < 1e-12 ? 0 : Math.cos(Math.toRadians(degrees));
    }
}
