package org.lowland.rl.policygradient.algebra;

import java.util.function.UnaryOperator;

/**
 * Solves symmetric positive definite systems from products with the matrix alone, by the method of Hestenes and Stiefel
 * (1952).
 *
 * @param iterations most of them
 * @param tolerance of the residual's length, relative to that of the right-hand side
 */
public record ConjugateGradients(int iterations, double tolerance) {

    /**
     * Solves a system.
     *
     * @param product from a vector to matrix times vector
     * @param right side of the system
     * @return the solution as far as it came
     */
    public double[] solve(UnaryOperator<double[]> product, double[] right) {
        double[] x = new double[right.length];
        double[] residual = right.clone();
        double[] direction = right.clone();
        double square = Vectors.dot(residual, residual);
        double end = tolerance * tolerance * square;
        for (int k = 0; k < iterations && square > end; k++) {
            double[] image = product.apply(direction);
            double curvature = Vectors.dot(direction, image);
            if (!(curvature > 0)) {
                break;
            }
            double length = square / curvature;
            Vectors.addTo(x, direction, length);
            Vectors.addTo(residual, image, -length);
            double next = Vectors.dot(residual, residual);
            direction = Vectors.sum(residual, direction, next / square);
            square = next;
        }
        return x;
    }
}
