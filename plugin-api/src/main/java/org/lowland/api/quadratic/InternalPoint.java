package org.lowland.api.quadratic;

import java.util.Arrays;
import java.util.Optional;
import org.lowland.api.coordinate.WilsonMatrix;
import org.lowland.api.numeric.Cholesky;
import org.lowland.api.numeric.Vectors;

/**
 * A structure in internal coordinates, with its energy gradient. Of the many internal gradients that say the same in a
 * redundant set, it is the one that is smallest when each component is measured by the force constant of its
 * coordinate. Immutable and thread-safe.
 */
public final class InternalPoint {
    /** Relative to the mean stiffness of a Cartesian direction: below the first, a motion as one body is free. */
    private static final double UNSEEN = 1e-6;

    private static final double SMALLEST_PIVOT = 1e-8;
    private static final double REGULAR = 1e-9;

    private final double[] positions;
    private final double[] cartesianGradient;
    private final WilsonMatrix wilson;
    private final double[] values;
    private final double[] gradient;
    private final double[][] rigid;

    private InternalPoint(
            double[] positions, double[] cartesianGradient, WilsonMatrix wilson, double[] gradient, double[][] rigid) {
        this.positions = positions;
        this.cartesianGradient = cartesianGradient;
        this.wilson = wilson;
        this.values = wilson.values();
        this.gradient = gradient;
        this.rigid = rigid;
    }

    /**
     * A structure in a space.
     *
     * @param space the coordinates
     * @param positions 3N coordinates in Å of all atoms
     * @param cartesianGradient 3N derivatives of the energy in eV/Å
     * @return the point; nothing when the coordinates do not span all motions there
     */
    public static Optional<InternalPoint> of(InternalSpace space, double[] positions, double[] cartesianGradient) {
        WilsonMatrix wilson = space.coordinates().wilson(positions, space.columns());
        double[][] metric = wilson.product(space.stiffness(), space.cartesians());
        double mean = mean(metric);
        double[][] rigid = RigidMotions.unseen(space.free(positions), wilson, space.stiffness(), UNSEEN * mean);
        hold(metric, rigid);
        double[] free = space.free(cartesianGradient);
        return Cholesky.of(metric, SMALLEST_PIVOT * mean)
                .map(factor -> new InternalPoint(
                        positions, free, wilson, internal(wilson, factor.solve(free), space.stiffness()), rigid));
    }

    private static double[] internal(WilsonMatrix wilson, double[] solution, double[] stiffness) {
        double[] gradient = wilson.times(solution);
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] *= stiffness[k];
        }
        return gradient;
    }

    /** Gives a mean stiffness to motions as one body that the coordinates do not see, and a trace of it to all. */
    static void hold(double[][] matrix, double[][] rigid) {
        double mean = mean(matrix);
        double[] coefficients = new double[rigid.length];
        Arrays.fill(coefficients, mean);
        Vectors.addOuterProducts(matrix, rigid, coefficients);
        for (int k = 0; k < matrix.length; k++) {
            matrix[k][k] += REGULAR * mean;
        }
    }

    private static double mean(double[][] matrix) {
        double mean = 0;
        for (int k = 0; k < matrix.length; k++) {
            mean += matrix[k][k] / matrix.length;
        }
        return mean;
    }

    /** The motions as one body that the coordinates do not see here. */
    double[][] rigid() {
        return rigid;
    }

    /** {@return the 3N coordinates in Å; not to be changed} */
    double[] positions() {
        return positions;
    }

    /** The gradient by the Cartesian coordinates of the free atoms; not to be changed. */
    double[] cartesianGradient() {
        return cartesianGradient;
    }

    /** The B matrix. */
    WilsonMatrix wilson() {
        return wilson;
    }

    /** The values of the internal coordinates; not to be changed. */
    double[] values() {
        return values;
    }

    /** The gradient by the internal coordinates; not to be changed. */
    double[] gradient() {
        return gradient;
    }
}
