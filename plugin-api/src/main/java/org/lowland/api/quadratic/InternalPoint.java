package org.lowland.api.quadratic;

import java.util.Optional;
import org.lowland.api.numeric.BandCholesky;
import org.lowland.api.topology.WilsonMatrix;

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
    private final double mean;

    private InternalPoint(
            double[] positions,
            double[] cartesianGradient,
            WilsonMatrix wilson,
            double[] gradient,
            double[][] rigid,
            double mean) {
        this.positions = positions;
        this.cartesianGradient = cartesianGradient;
        this.wilson = wilson;
        this.values = wilson.values();
        this.gradient = gradient;
        this.rigid = rigid;
        this.mean = mean;
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
        double[][] metric = BandCholesky.rows(space.ends());
        wilson.addProduct(space.stiffness(), metric);
        double mean = mean(metric);
        double[][] rigid = rigid(space, wilson, positions, mean);
        BandCholesky factors = factors(space, metric, mean);
        if (!(mean > 0) || factors.pivotsUpTo(SMALLEST_PIVOT * mean) > rigid.length) {
            return Optional.empty();
        }
        double[] free = space.free(cartesianGradient);
        double[] solution = new Factor(factors, rigid).solve(free);
        return Optional.of(
                new InternalPoint(positions, free, wilson, internal(wilson, solution, space.stiffness()), rigid, mean));
    }

    /**
     * The motions as one body that change nothing at some positions. Where no atom is fixed and nothing says where the
     * molecule is, these are all of them, also where a coordinate of a bent line seems to see one.
     */
    static double[][] rigid(InternalSpace space, WilsonMatrix wilson, double[] positions, double mean) {
        double[] free = space.free(positions);
        return space.isFloating()
                ? RigidMotions.all(free)
                : RigidMotions.unseen(free, wilson, space.stiffness(), UNSEEN * mean);
    }

    private static double[] internal(WilsonMatrix wilson, double[] solution, double[] stiffness) {
        double[] gradient = wilson.times(solution);
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] *= stiffness[k];
        }
        return gradient;
    }

    /** The factors of a matrix BᵀDB, to which a trace of its mean is added, since it need not be regular. */
    static BandCholesky factors(InternalSpace space, double[][] matrix, double mean) {
        for (int k = 0; k < matrix.length; k++) {
            matrix[k][k] += REGULAR * mean;
        }
        return new BandCholesky(matrix, space.ends(), REGULAR * mean);
    }

    static double mean(double[][] matrix) {
        double mean = 0;
        for (int k = 0; k < matrix.length; k++) {
            mean += matrix[k][k] / matrix.length;
        }
        return mean;
    }

    /** The mean stiffness of a Cartesian direction by the model. */
    double mean() {
        return mean;
    }

    /** The motions as one body that change nothing here. */
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
