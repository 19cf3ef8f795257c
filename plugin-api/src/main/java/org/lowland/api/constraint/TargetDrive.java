package org.lowland.api.constraint;

import java.util.Optional;
import org.lowland.api.InputException;

/**
 * Brings a structure to the targets of its constraints, however far, without tearing it apart: in small increments, and
 * in each by the displacement that strains an elastic network the least. About a single bond that is a rotation of the
 * one side against the other; a ring bends as a whole; two molecules move as they are.
 */
public final class TargetDrive {
    private static final double LENGTH_INCREMENT = 0.1;
    private static final double ANGLE_INCREMENT = Math.toRadians(4);
    private static final int ITERATIONS = 3;
    private static final int LAST_ITERATIONS = 15;

    /** The farthest that a coordinate of an atom moves in one iteration, in Å. */
    private static final double LARGEST_MOVE = 0.4;

    private final ConstraintManifold manifold;
    private final ElasticNetwork network;

    private TargetDrive(ConstraintManifold manifold, ElasticNetwork network) {
        this.manifold = manifold;
        this.network = network;
    }

    /**
     * Moves atoms until all constraints hold.
     *
     * @param manifold the constraints and the fixed atoms
     * @param positions 3N coordinates in Å
     * @param bonds pairs of atom indices
     * @return the coordinates at which the constraints hold, those given where they hold already
     * @throws InputException when no such structure was found, naming the constraint that is farthest from its target
     */
    public static double[] reach(ConstraintManifold manifold, double[] positions, int[] bonds) {
        double[] missing = manifold.at(positions, manifold.targets()).deviations();
        double[] start = positions;
        int increments = increments(manifold, missing);
        if (increments > 1) {
            ElasticNetwork network = new ElasticNetwork(positions, bonds, manifold.fixed());
            start = new TargetDrive(manifold, network).driven(positions, missing, increments);
        }
        Optional<double[]> reached = manifold.nearest(start);
        if (reached.isEmpty()) {
            throw new InputException("The constraints cannot be met together: "
                    + manifold.violation(start).orElse("no structure was found where they hold")
                    + "; correct them, or give a structure nearer to them");
        }
        return reached.get();
    }

    private static int increments(ConstraintManifold manifold, double[] missing) {
        double most = 0;
        for (int row = 0; row < missing.length; row++) {
            boolean isLength = manifold.constraints().get(row).kind() == Constraint.Kind.DISTANCE;
            most = Math.max(most, Math.abs(missing[row]) / (isLength ? LENGTH_INCREMENT : ANGLE_INCREMENT));
        }
        return most < 1e-2 ? 1 : 1 + (int) Math.ceil(most);
    }

    private double[] driven(double[] positions, double[] missing, int increments) {
        double[] x = positions.clone();
        for (int k = 1; k <= increments; k++) {
            double[] targets = manifold.targets();
            for (int row = 0; row < targets.length; row++) {
                targets[row] -= missing[row] * (increments - k) / increments;
            }
            int iterations = k == increments ? LAST_ITERATIONS : ITERATIONS;
            for (int iteration = 0; iteration < iterations; iteration++) {
                double[] move = move(x, targets);
                double largest = ConstraintManifold.largest(move);
                if (!Double.isFinite(largest)) {
                    return x;
                }
                double factor = Math.min(1, LARGEST_MOVE / largest);
                for (int c = 0; c < x.length; c++) {
                    x[c] += factor * move[c];
                }
                if (largest < 1e-3) {
                    break;
                }
            }
        }
        return x;
    }

    /** The minimum of the expanded network under the linearized constraints, by Lagrange's multipliers. */
    private double[] move(double[] x, double[] targets) {
        ConstraintJacobian jacobian = manifold.at(x, targets);
        ElasticNetwork.Expansion springs = network.at(x);
        double[] move = springs.displacement(springs.force());
        double[] wanted = jacobian.deviations().clone();
        double[][] responses = new double[wanted.length][];
        double[][] compliance = new double[wanted.length][wanted.length];
        for (int row = 0; row < wanted.length; row++) {
            wanted[row] -= jacobian.dot(row, move);
            responses[row] = springs.displacement(jacobian.row(row, x.length));
            for (int other = 0; other <= row; other++) {
                compliance[row][other] = jacobian.dot(other, responses[row]);
            }
        }
        double[] multipliers = Cholesky.solve(compliance, wanted);
        for (int row = 0; row < multipliers.length; row++) {
            for (int c = 0; c < move.length; c++) {
                move[c] += multipliers[row] * responses[row][c];
            }
        }
        return move;
    }
}
