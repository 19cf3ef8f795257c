package org.lowland.api.relax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.lowland.api.InputException;
import org.lowland.api.numeric.Vectors;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.optimize.Walk;
import org.lowland.api.precondition.Preconditioner;
import org.lowland.api.system.AtomicSystem;

/**
 * The quasi-Newton method with limited memory (J. Nocedal, Math. Comput. 35, 773 (1980)) without a line search: as a
 * rule one evaluation for each step.
 *
 * <p>Two safeguards make it converge from bad starts. No atom moves farther than {@code maxStep} in a step. And a trial
 * is taken back and shortened when it leads uphill by the energies and by the work of the forces alike; either alone
 * may be the noise of single precision or the jump of a potential that is cut off sharply.
 *
 * @param memory the number of steps that it remembers
 * @param maxStep the farthest that an atom moves in one step, in Å
 * @param curvature of the landscape where nothing is known of it, in eV/Å²
 * @param adaptive whether that curvature, or the scale of the model, is measured along every step (J. Nocedal and S. J.
 *     Wright, Numerical Optimization, 2nd edition, 2006, equation 7.20), or stays as given
 * @param preconditioning what stands for the second derivatives before they are known
 */
public record Lbfgs(int memory, double maxStep, double curvature, boolean adaptive, Preconditioning preconditioning)
        implements GeometryOptimizer {
    /** The default memory: long ones save evaluations on molecules. */
    public static final int DEFAULT_MEMORY = 100;

    /** The default of the longest step in Å. */
    public static final double DEFAULT_MAX_STEP = 0.2;

    /** The default curvature in eV/Å², about that of a bond, as in the Atomic Simulation Environment. */
    public static final double DEFAULT_CURVATURE = 70;

    private static final int MOST_REJECTIONS = 4;
    private static final double FLATTEST = 1e-6;

    /**
     * Checks the settings.
     *
     * @throws InputException when one of them is not positive
     */
    public Lbfgs {
        if (memory < 1) {
            throw new InputException("'lbfgs' cannot remember " + memory + " steps; give 1 or more");
        }
        LocalWalk.requirePositive("lbfgs", "max-step", maxStep, "Å");
        LocalWalk.requirePositive("lbfgs", "curvature", curvature, "eV/Å²");
    }

    /** The default settings. */
    public Lbfgs() {
        this(DEFAULT_MEMORY, DEFAULT_MAX_STEP, DEFAULT_CURVATURE, true, Preconditioning.MODEL);
    }

    @Override
    public String id() {
        return "lbfgs";
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.LOCAL;
    }

    @Override
    public Walk start(AtomicSystem system, OptimizationOptions options) {
        return new Descent(system, options);
    }

    /** A step taken: how the positions and the gradient changed. */
    private record Pair(double[] move, double[] change, double curvature) {
        static Pair of(double[] move, double[] change) {
            return new Pair(move, change, Vectors.dot(move, change));
        }
    }

    private final class Descent extends LocalWalk {
        private final Deque<Pair> history = new ArrayDeque<>();
        private final FollowingModel stiffness = new FollowingModel(curvature);
        private double[] step;
        private int rejections;

        Descent(AtomicSystem start, OptimizationOptions options) {
            super(start, options);
        }

        @Override
        protected boolean accepts(Position from, Position trial) {
            double[] before = freeForces(from);
            double[] after = freeForces(trial);
            double[] move =
                    Vectors.difference(trial.system().positions(), from.system().positions());
            double rise = trial.evaluation().energy() - from.evaluation().energy();
            double slope = -Vectors.dot(before, move);
            boolean uphill = rise > 0 && slope - Vectors.dot(after, move) > 0;
            if (uphill && rejections < MOST_REJECTIONS) {
                rejections++;
                double lowest = -slope / (2 * (rise - slope));
                Vectors.scale(step, Math.min(0.5, Math.max(0.1, lowest)));
                return false;
            }
            if (uphill) {
                history.clear();
            } else {
                remember(Pair.of(move, Vectors.difference(before, after)));
            }
            rejections = 0;
            return true;
        }

        /** A step along which the landscape is flat or curves downward says nothing of a minimum. */
        private void remember(Pair pair) {
            if (pair.curvature() > FLATTEST * Vectors.dot(pair.move(), pair.move())) {
                history.addLast(pair);
                if (history.size() > memory) {
                    history.removeFirst();
                }
            }
        }

        @Override
        protected double[] step(Position from, double[] forces) {
            if (rejections == 0) {
                step = quasiNewton(from, forces);
                limit(step, maxStep);
            }
            return step;
        }

        /** The two loops of the method: the inverse Hessian, as far as it is remembered, times the forces. */
        private double[] quasiNewton(Position from, double[] forces) {
            double[] result = forces.clone();
            double[] share = new double[history.size()];
            int k = history.size();
            for (Iterator<Pair> newestFirst = history.descendingIterator(); newestFirst.hasNext(); ) {
                Pair pair = newestFirst.next();
                share[--k] = Vectors.dot(pair.move(), result) / pair.curvature();
                Vectors.add(result, -share[k], pair.change());
            }
            result = inverse(from, result);
            for (Pair pair : history) {
                double correction = Vectors.dot(pair.change(), result) / pair.curvature();
                Vectors.add(result, share[k++] - correction, pair.move());
            }
            return result;
        }

        /** The inverse Hessian before anything is remembered, times a vector. */
        private double[] inverse(Position from, double[] vector) {
            if (preconditioning == Preconditioning.NONE) {
                Vectors.scale(vector, 1 / curvatureNow());
                return vector;
            }
            Preconditioner model = stiffness.at(from.system());
            double[] result = model.solve(vector);
            from.system().manifold().project(from.system().positions(), result, model::solve);
            if (adaptive && !history.isEmpty()) {
                Pair newest = history.getLast();
                Vectors.scale(result, newest.curvature() / Vectors.dot(newest.change(), model.solve(newest.change())));
            }
            return result;
        }

        private double curvatureNow() {
            if (!adaptive || history.isEmpty()) {
                return curvature;
            }
            Pair newest = history.getLast();
            return Vectors.dot(newest.change(), newest.change()) / newest.curvature();
        }
    }
}
