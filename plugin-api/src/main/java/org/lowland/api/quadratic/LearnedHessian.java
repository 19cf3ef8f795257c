package org.lowland.api.quadratic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lowland.api.numeric.BandCholesky;
import org.lowland.api.numeric.Vectors;
import org.lowland.api.topology.WilsonMatrix;

/**
 * The Hessian in internal coordinates: the force constants of the model, scaled by what the gradients so far say of
 * each kind of coordinate, and the updates of Broyden, Fletcher, Goldfarb and Shanno (J. Nocedal and S. J. Wright,
 * Numerical Optimization, 2nd edition, 2006, section 6.1), damped where the surface curves downward (procedure 18.2).
 * Always positive definite on the coordinates' span. Confined to one thread.
 */
public final class LearnedHessian {
    private static final double DAMPING = 0.2;
    private static final double SMALLEST_SCALE = 0.5;
    private static final double LARGEST_SCALE = 1.2;

    /** How many moves the guess that all kinds are wrong by the same factor is worth, against one of a kind alone. */
    private static final double TRUST_IN_ONE_FACTOR = 0.3;

    /** After so many moves the scales are settled. */
    private static final int SETTLED = 12;

    private static final int MOST_MOVES = 120;
    private static final double NO_CURVATURE = 1e-16;

    /** A move from one structure to another and the change of the gradient. */
    private record Move(double[] step, double[] change) {}

    private final InternalSpace space;
    private final List<Move> moves = new ArrayList<>();
    private final List<double[]> vectors = new ArrayList<>();
    private final List<Double> coefficients = new ArrayList<>();
    private double[] diagonal;

    /**
     * A Hessian that has learned nothing yet.
     *
     * @param space the coordinates and their force constants
     */
    public LearnedHessian(InternalSpace space) {
        this.space = space;
        this.diagonal = space.stiffness().clone();
    }

    /**
     * Learns from two gradients.
     *
     * @param from a structure
     * @param to another, not far from it
     */
    public void learn(InternalPoint from, InternalPoint to) {
        moves.add(new Move(
                space.coordinates().differences(to.values(), from.values()),
                Vectors.difference(to.gradient(), from.gradient())));
        if (moves.size() > MOST_MOVES) {
            moves.subList(0, MOST_MOVES / 2).clear();
            rebuild();
        } else if (moves.size() <= SETTLED) {
            rebuild();
        } else {
            update(moves.get(moves.size() - 1));
        }
    }

    private void rebuild() {
        vectors.clear();
        coefficients.clear();
        diagonal = scaled();
        moves.forEach(this::update);
    }

    /** The force constants of the model, each kind times the ratio of the curvature met to that expected. */
    private double[] scaled() {
        double[] met = new double[space.kinds()];
        double[] expected = new double[space.kinds()];
        double[] stiffness = space.stiffness();
        for (Move move : moves.subList(0, Math.min(moves.size(), SETTLED))) {
            double curvature = Vectors.square(move.step(), stiffness);
            if (curvature > NO_CURVATURE) {
                double all = clamp(Vectors.dot(move.step(), move.change()) / curvature);
                for (int k = 0; k < stiffness.length; k++) {
                    double step = move.step()[k];
                    met[space.kind(k)] += step * move.change()[k] / curvature;
                    expected[space.kind(k)] += stiffness[k] * step * step / curvature;
                }
                for (int kind = 0; kind < met.length; kind++) {
                    met[kind] += TRUST_IN_ONE_FACTOR * all;
                    expected[kind] += TRUST_IN_ONE_FACTOR;
                }
            }
        }
        double[] result = stiffness.clone();
        for (int k = 0; k < result.length; k++) {
            int kind = space.kind(k);
            result[k] *= expected[kind] > 0 ? clamp(met[kind] / expected[kind]) : 1;
        }
        return result;
    }

    private static double clamp(double scale) {
        return Math.max(SMALLEST_SCALE, Math.min(LARGEST_SCALE, scale));
    }

    private void update(Move move) {
        double[] step = move.step();
        double[] change = move.change();
        double[] expected = times(step);
        double curvatureExpected = Vectors.dot(step, expected);
        double curvature = Vectors.dot(step, change);
        if (curvature < DAMPING * curvatureExpected) {
            double share = (1 - DAMPING) * curvatureExpected / (curvatureExpected - curvature);
            change = change.clone();
            Vectors.scale(change, share);
            Vectors.add(change, 1 - share, expected);
            curvature = Vectors.dot(step, change);
        }
        if (curvatureExpected > NO_CURVATURE && curvature > NO_CURVATURE) {
            vectors.add(change);
            coefficients.add(1 / curvature);
            vectors.add(expected);
            coefficients.add(-1 / curvatureExpected);
        }
    }

    /**
     * H q.
     *
     * @param internal one number for each coordinate
     * @return one number for each coordinate
     */
    double[] times(double[] internal) {
        double[] result = new double[internal.length];
        for (int k = 0; k < result.length; k++) {
            result[k] = diagonal[k] * internal[k];
        }
        for (int k = 0; k < vectors.size(); k++) {
            double[] vector = vectors.get(k);
            Vectors.add(result, coefficients.get(k) * Vectors.dot(vector, internal), vector);
        }
        return result;
    }

    /**
     * What the updates are in Cartesian coordinates: the vectors v of H = D + Σ c v vᵀ, multiplied with Bᵀ.
     *
     * @param wilson B
     * @return for each Cartesian coordinate a row with its component of every vector
     */
    double[][] project(WilsonMatrix wilson) {
        double[][] rows = new double[wilson.rows()][vectors.size()];
        for (int v = 0; v < vectors.size(); v++) {
            double[] vector = vectors.get(v);
            for (int k = 0; k < rows.length; k++) {
                rows[k][v] = vector[k];
            }
        }
        return wilson.transposeTimes(rows, space.cartesians());
    }

    /**
     * Solves with Bᵀ(H + λW)B.
     *
     * @param wilson B
     * @param projected the updates at the same structure, by {@link #project}
     * @param shift λ
     * @param rigid motions as one body that B does not see
     * @return the factors
     */
    Factor factor(WilsonMatrix wilson, double[][] projected, double shift, double[][] rigid) {
        double[] shifted = diagonal.clone();
        Vectors.add(shifted, shift, space.weights());
        double[][] band = BandCholesky.rows(space.ends());
        wilson.addProduct(shifted, band);
        return new Factor(
                InternalPoint.factors(space, band, InternalPoint.mean(band)),
                rigid,
                projected,
                coefficients.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public String toString() {
        return "LearnedHessian[" + moves.size() + " moves, " + Arrays.toString(diagonal) + "]";
    }
}
