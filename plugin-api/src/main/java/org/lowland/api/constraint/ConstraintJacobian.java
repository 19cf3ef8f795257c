package org.lowland.api.constraint;

import java.util.List;
import org.lowland.api.coordinate.Primitive;

/**
 * The gradients of constraints at one structure, one row each, without the columns of fixed atoms. Rows are sparse: two
 * to four atoms each.
 */
final class ConstraintJacobian {
    private final int[][] atoms;
    private final double[][] gradients;
    private final double[] deviations;

    /**
     * Evaluates constraints.
     *
     * @param coordinates what they hold
     * @param targets their values in Å or radians
     * @param fixed N flags
     * @param positions 3N coordinates in Å
     */
    ConstraintJacobian(List<Primitive> coordinates, double[] targets, boolean[] fixed, double[] positions) {
        this.atoms = new int[targets.length][];
        this.gradients = new double[targets.length][];
        this.deviations = new double[targets.length];
        for (int row = 0; row < targets.length; row++) {
            Primitive coordinate = coordinates.get(row);
            atoms[row] = coordinate.atoms();
            gradients[row] = new double[3 * atoms[row].length];
            double value = coordinate.evaluate(positions, gradients[row]);
            deviations[row] = coordinate.difference(targets[row], value);
            for (int k = 0; k < gradients[row].length; k++) {
                if (fixed[atoms[row][k / 3]]) {
                    gradients[row][k] = 0;
                }
            }
        }
    }

    /** How far each constraint is from its target: what has to be added, in Å or radians. */
    double[] deviations() {
        return deviations;
    }

    /** The product of a row with a vector of 3N components. */
    double dot(int row, double[] vector) {
        double sum = 0;
        for (int k = 0; k < gradients[row].length; k++) {
            sum += gradients[row][k] * vector[3 * atoms[row][k / 3] + k % 3];
        }
        return sum;
    }

    /** Adds a multiple of a row to a vector of 3N components. */
    void add(int row, double factor, double[] vector) {
        for (int k = 0; k < gradients[row].length; k++) {
            vector[3 * atoms[row][k / 3] + k % 3] += factor * gradients[row][k];
        }
    }

    /** A row as a vector of 3N components. */
    double[] row(int row, int components) {
        double[] dense = new double[components];
        add(row, 1, dense);
        return dense;
    }

    /**
     * The smallest displacement along the rows whose products with the rows are as given: {@code J'(JJ')⁻¹ b}.
     *
     * @param products one for each row
     * @param components 3N
     * @return the displacement; not finite where the rows depend on each other
     */
    double[] smallest(double[] products, int components) {
        double[] result = new double[components];
        if (products.length == 0) {
            return result;
        }
        double[][] gram = new double[products.length][products.length];
        for (int row = 0; row < gram.length; row++) {
            double[] dense = row(row, components);
            for (int other = 0; other <= row; other++) {
                gram[row][other] = dot(other, dense);
            }
        }
        double[] multipliers = Cholesky.solve(gram, products);
        for (int row = 0; row < multipliers.length; row++) {
            add(row, multipliers[row], result);
        }
        return result;
    }
}
