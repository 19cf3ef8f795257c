package org.lowland.rl.policygradient.method;

import java.util.ArrayList;
import java.util.List;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.policygradient.Step;
import org.lowland.rl.policygradient.Workers;
import org.lowland.rl.policygradient.algebra.Ascent;
import org.lowland.rl.policygradient.algebra.ConjugateGradients;
import org.lowland.rl.policygradient.algebra.NormalMatrix;
import org.lowland.rl.policygradient.algebra.Vectors;

/**
 * The natural policy gradient, S. Kakade, Advances in Neural Information Processing Systems 14 (2001): the direction
 * {@code F^-1 g} for the Fisher information F of the distributions over actions, mean over the states visited. The length
 * of a step is such that the policy changes by a given divergence, {@code sqrt(2 divergence / (g F^-1 g))}, and is halved
 * while the divergence found afterwards is larger than half again as much.
 *
 * <p>Source of the length: J. Schulman, S. Levine, P. Moritz, M. Jordan, P. Abbeel, Trust Region Policy Optimization (ICML
 * 2015).
 *
 * @param <S> states
 * @param <A> actions
 */
public final class NaturalGradient<S, A> implements PolicyMethod<S, A> {
    private static final int LARGEST_DENSE = 400;
    private static final int STATES_TOGETHER = 64;
    private static final int MOST_HALVINGS = 20;
    private static final double TOLERATED = 1.5;

    private final Settings settings;
    private long steps;

    /** How the direction is found. */
    public enum Solver {
        /** By a matrix up to 400 parameters, by conjugate gradients for more. */
        AUTO,
        /** By the matrix and its Cholesky factor. */
        MATRIX,
        /** By conjugate gradients on products with the matrix. */
        CONJUGATE_GRADIENTS
    }

    /**
     * How to improve.
     *
     * @param divergence of a step, nats per step of an episode
     * @param damping added to the diagonal of the Fisher information
     * @param solver of the system
     * @param gradients iterations and tolerance of conjugate gradients
     * @param entropy what a nat of a step's entropy counts, in the unit of the advantages
     */
    public record Settings(
            double divergence, double damping, Solver solver, ConjugateGradients gradients, double entropy) {
        /** Checks the ranges. */
        public Settings {
            if (!(divergence > 0 && damping >= 0)) {
                throw new InputException("npg needs a positive divergence and a damping that is not negative, not "
                        + divergence + " and " + damping);
            }
        }
    }

    /** The method. */
    public NaturalGradient(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Improvement<S, A> improve(Policy<S, A> policy, Batch<S, A> batch, Workers workers) {
        List<JudgedStep<S, A>> judged = batch.steps();
        double[] gradient = Estimates.scoreGradient(
                policy, judged, settings.entropy(), batch.episodes().size(), workers);
        if (!Vectors.isFinite(gradient)) {
            throw new BackendException("The gradient of update " + (steps + 1)
                    + " is not finite; bound rewards and actions, or lower the divergence");
        }
        double[] direction = direction(policy, Estimates.plain(judged), gradient, workers);
        steps++;
        double slope = Vectors.dot(gradient, direction);
        if (!(slope > 0)) {
            return new Improvement<>(policy, Vectors.norm(gradient), 0, 0);
        }
        double length = Math.sqrt(2 * settings.divergence() / slope);
        double[] start = policy.parameters();
        for (int halvings = 0; halvings < MOST_HALVINGS; halvings++) {
            Policy<S, A> next = policy.withParameters(Vectors.sum(start, direction, length));
            double divergence = Estimates.divergence(next, judged, workers);
            if (divergence <= TOLERATED * settings.divergence()) {
                return new Improvement<>(next, Vectors.norm(gradient), divergence, 1);
            }
            length /= 2;
        }
        return new Improvement<>(policy, Vectors.norm(gradient), 0, 0);
    }

    /** The natural direction F^-1 g. */
    double[] direction(Policy<S, A> policy, List<Step<S, A>> visited, double[] gradient, Workers workers) {
        boolean dense = settings.solver() == Solver.MATRIX
                || settings.solver() == Solver.AUTO && policy.size() <= LARGEST_DENSE;
        return dense
                ? byMatrix(policy, visited, gradient, workers)
                : settings.gradients().solve(vector -> product(policy, visited, vector, workers), gradient);
    }

    private double[] byMatrix(Policy<S, A> policy, List<Step<S, A>> visited, double[] gradient, Workers workers) {
        try (NormalMatrix fisher = new NormalMatrix(policy.size())) {
            for (int first = 0; first < visited.size(); first += STATES_TOGETHER) {
                List<Step<S, A>> some = visited.subList(first, Math.min(visited.size(), first + STATES_TOGETHER));
                List<double[]> factors = new ArrayList<>();
                workers.map(
                                some.size(),
                                k -> policy.fisherFactors(
                                        some.get(k).state(), some.get(k).action()))
                        .forEach(factors::addAll);
                fisher.add(factors, 1.0 / visited.size());
            }
            return fisher.solve(gradient, settings.damping());
        }
    }

    private double[] product(Policy<S, A> policy, List<Step<S, A>> visited, double[] vector, Workers workers) {
        double[] product = workers.sum(
                visited,
                Estimates.STEPS_TOGETHER,
                policy.size(),
                (piece, first, sum) -> policy.addFisherProducts(piece, vector, 1.0 / visited.size(), sum));
        Vectors.addTo(product, vector, settings.damping());
        return product;
    }

    @Override
    public Ascent.State state() {
        return Ascent.State.ofSteps(steps);
    }

    @Override
    public void restore(Ascent.State state) {
        steps = state.steps();
    }

    @Override
    public String toString() {
        return "natural gradient, " + settings;
    }
}
