package org.lowland.api.constraint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.lowland.api.coordinate.Primitive;

/**
 * The structures that obey constraints and fixed atoms: what a force and a displacement leave of themselves along it,
 * and the way back onto it. All atoms weigh the same. Immutable and thread-safe.
 */
public final class ConstraintManifold {
    /** Nothing is moved for a deviation below this, in Å or radians, so that what has been put right stays as it is. */
    private static final double TOLERANCE = 1e-9;

    /** In Å or radians; 10⁻⁶ radians are within 10⁻⁴ degrees. */
    private static final double VIOLATED = 1e-6;

    private static final int MOST_ITERATIONS = 30;

    /** A correction larger than this in Å, for one coordinate of an atom, would lead to another structure. */
    private static final double LARGEST_CORRECTION = 0.5;

    private final List<Constraint> constraints;
    private final List<Primitive> coordinates;
    private final double[] targets;
    private final boolean[] fixed;

    /**
     * The structures that obey.
     *
     * @param constraints each with a target, as checked by {@link ConstraintCheck#resolve}
     * @param fixed N flags, true for an atom that must not move
     */
    public ConstraintManifold(List<Constraint> constraints, boolean[] fixed) {
        this.constraints = List.copyOf(constraints);
        this.coordinates = constraints.stream().map(Constraint::coordinate).toList();
        this.targets = constraints.stream()
                .mapToDouble(c -> c.kind().scale() * c.target().orElseThrow())
                .toArray();
        this.fixed = fixed.clone();
    }

    /** {@return whether there are no constraints; atoms may be fixed all the same} */
    public boolean isEmpty() {
        return constraints.isEmpty();
    }

    /**
     * Takes from a force or a displacement what the constraints and the fixed atoms do not allow.
     *
     * @param positions 3N coordinates in Å
     * @param vector 3N components, changed in place
     */
    public void project(double[] positions, double[] vector) {
        for (int k = 0; k < vector.length; k++) {
            if (fixed[k / 3]) {
                vector[k] = 0;
            }
        }
        if (isEmpty()) {
            return;
        }
        ConstraintJacobian jacobian = at(positions, targets);
        double[] products = IntStream.range(0, targets.length)
                .mapToDouble(row -> jacobian.dot(row, vector))
                .toArray();
        double[] forbidden = jacobian.smallest(products, vector.length);
        for (int k = 0; k < vector.length; k++) {
            vector[k] -= forbidden[k];
        }
    }

    /**
     * Takes from a displacement what the constraints do not allow, not by the shortest way but by that of the least
     * energy: along what a compliance makes of the gradients of the constraints.
     *
     * @param positions 3N coordinates in Å
     * @param displacement 3N components, changed in place; zero on fixed atoms
     * @param compliance a symmetric positive definite linear map, such as an inverse Hessian, zero on fixed atoms
     */
    public void project(double[] positions, double[] displacement, UnaryOperator<double[]> compliance) {
        if (isEmpty()) {
            return;
        }
        ConstraintJacobian jacobian = at(positions, targets);
        double[][] responses = new double[targets.length][];
        double[][] products = new double[targets.length][targets.length];
        double[] forbidden = new double[targets.length];
        for (int row = 0; row < targets.length; row++) {
            responses[row] = compliance.apply(jacobian.row(row, displacement.length));
            forbidden[row] = jacobian.dot(row, displacement);
            for (int other = 0; other <= row; other++) {
                products[row][other] = jacobian.dot(other, responses[row]);
            }
        }
        double[] multipliers = Cholesky.solve(products, forbidden);
        for (int row = 0; row < targets.length; row++) {
            for (int k = 0; k < displacement.length; k++) {
                displacement[k] -= multipliers[row] * responses[row][k];
            }
        }
    }

    /**
     * Brings a structure that nearly obeys onto the manifold by the smallest displacements (Newton's method, in each step
     * that of J.-P. Ryckaert, G. Ciccotti and H. J. C. Berendsen, J. Comput. Phys. 23, 327 (1977), for all constraints at
     * once).
     *
     * @param positions 3N coordinates in Å
     * @return the structure that obeys; empty when none was found nearby
     */
    public Optional<double[]> nearest(double[] positions) {
        double[] x = positions.clone();
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            ConstraintJacobian jacobian = at(x, targets);
            if (largest(jacobian.deviations()) <= TOLERANCE) {
                return Optional.of(x);
            }
            double[] correction = jacobian.smallest(jacobian.deviations(), x.length);
            if (!(largest(correction) <= LARGEST_CORRECTION)) {
                return Optional.empty();
            }
            for (int k = 0; k < x.length; k++) {
                x[k] += correction[k];
            }
        }
        return Optional.empty();
    }

    /**
     * The constraint that a structure violates most, if any by more than 10⁻⁶ Å or 10⁻⁴ degrees.
     *
     * @param positions 3N coordinates in Å
     * @return a message that names it and says what the structure has instead
     */
    public Optional<String> violation(double[] positions) {
        double[] deviations = at(positions, targets).deviations();
        int worst = -1;
        for (int row = 0; row < deviations.length; row++) {
            if (!(Math.abs(deviations[row]) <= VIOLATED)
                    && (worst < 0 || Math.abs(deviations[row]) > Math.abs(deviations[worst]))) {
                worst = row;
            }
        }
        if (worst < 0) {
            return Optional.empty();
        }
        Constraint constraint = constraints.get(worst);
        double value =
                coordinates.get(worst).value(positions) / constraint.kind().scale();
        return Optional.of(String.format(Locale.ROOT, "'%s' does not hold: it is %.4f", constraint, value));
    }

    /** The gradients and what is missing to other targets. */
    ConstraintJacobian at(double[] positions, double[] wanted) {
        return new ConstraintJacobian(coordinates, wanted, fixed, positions);
    }

    /** {@return the constraints, each with its target} */
    public List<Constraint> constraints() {
        return constraints;
    }

    double[] targets() {
        return targets.clone();
    }

    boolean[] fixed() {
        return fixed.clone();
    }

    static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.abs(value) <= largest ? largest : Math.abs(value);
        }
        return largest;
    }
}
