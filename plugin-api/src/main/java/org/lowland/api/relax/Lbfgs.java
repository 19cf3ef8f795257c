package org.lowland.api.relax;

import java.util.ArrayList;
import java.util.List;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.optimize.Walk;
import org.lowland.api.system.AtomicSystem;

/**
 * The quasi-Newton method with limited memory of J. Nocedal (Math. Comput. 35, 773 (1980)) without a line search: one
 * evaluation a step. No atom moves farther than {@code maxStep} in a step, and a step that raises the energy is taken
 * back and shortened, so that it converges from bad starts.
 *
 * @param memory the number of steps that it remembers
 * @param maxStep the farthest an atom moves in one step, in Å
 * @param curvature of the landscape before anything is known, in eV/Å²
 * @param scaling whether the curvature is measured anew along every step (J. Nocedal and S. J. Wright, Numerical
 *     Optimization, 2006, equation 7.20) or stays as given
 */
public record Lbfgs(int memory, double maxStep, double curvature, boolean scaling) implements GeometryOptimizer {
    static final boolean MONO = !"0".equals(System.getenv("MONO"));
    static final double RISE = Double.parseDouble(System.getenv().getOrDefault("RISE", "1e-4"));
    static final int REJ = Integer.parseInt(System.getenv().getOrDefault("REJ", "4"));
    static final boolean AND = !"0".equals(System.getenv("AND"));
    static final int WINDOW = Integer.parseInt(System.getenv().getOrDefault("WINDOW", "1"));

    /** Remembers 30 steps of at most 0.2 Å, from a curvature of 70 eV/Å² that is measured anew along every step. */
    public Lbfgs() {
        this(30, 0.2, 70, true);
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

    private final class Descent extends LocalWalk {
        private final List<double[]> moves = new ArrayList<>();
        private final List<double[]> changes = new ArrayList<>();
        private final List<Double> energies = new ArrayList<>();
        private double[] direction;
        private double shortening = 1;
        private int rejected;

        Descent(AtomicSystem start, OptimizationOptions options) {
            super(start, options);
        }

        @Override
        protected boolean accepts(Position from, Position trial) {
            double rise = trial.evaluation().energy() - from.evaluation().energy();
            double ref = from.evaluation().energy();
            for (double e : energies) ref = Math.max(ref, e);
            double work = -0.5
                    * (Vectors.dot(freeForces(from), direction) + Vectors.dot(freeForces(trial), direction))
                    * shortening;
            if (MONO && trial.evaluation().energy() > ref + RISE && (work > 0 || !AND)) {
                double slope = -Vectors.dot(freeForces(from), direction) * shortening;
                double t = -slope / (2 * (rise - slope));
                if (++rejected <= REJ) {
                    shortening *= Math.min(0.5, Math.max(0.1, t));
                    return false;
                }
                moves.clear();
                changes.clear();
                rejected = 0;
                direction = null;
                shortening = 1;
                return true;
            }
            rejected = 0;
            energies.add(from.evaluation().energy());
            if (energies.size() >= WINDOW) energies.remove(0);
            double[] s =
                    Vectors.difference(trial.system().positions(), from.system().positions());
            double[] y = Vectors.difference(freeForces(from), freeForces(trial));
            double sy = Vectors.dot(s, y);
            if (sy > 1e-10 * Math.sqrt(Vectors.dot(s, s) * Vectors.dot(y, y))) {
                moves.add(s);
                changes.add(y);
                if (moves.size() > memory) {
                    moves.remove(0);
                    changes.remove(0);
                }
            }
            shortening = 1;
            direction = null;
            return true;
        }

        @Override
        protected double[] step(Position from, double[] forces) {
            if (direction == null) {
                direction = product(forces);
                if (!(Vectors.dot(direction, forces) > 0)) {
                    moves.clear();
                    changes.clear();
                    direction = product(forces);
                }
                limit(direction, maxStep);
                Vectors.scale(direction, shortening);
                shortening = 1;
            }
            double[] step = direction.clone();
            Vectors.scale(step, shortening);
            return step;
        }

        private double[] product(double[] forces) {
            double[] q = forces.clone();
            int n = moves.size();
            double[] a = new double[n];
            for (int k = n - 1; k >= 0; k--) {
                a[k] = Vectors.dot(moves.get(k), q) / Vectors.dot(moves.get(k), changes.get(k));
                Vectors.add(q, -a[k], changes.get(k));
            }
            double h = 1 / curvature;
            if (scaling && n > 0) {
                double[] y = changes.get(n - 1);
                h = Vectors.dot(moves.get(n - 1), y) / Vectors.dot(y, y);
            }
            Vectors.scale(q, h);
            for (int k = 0; k < n; k++) {
                double b = Vectors.dot(changes.get(k), q) / Vectors.dot(moves.get(k), changes.get(k));
                Vectors.add(q, a[k] - b, moves.get(k));
            }
            return q;
        }
    }
}
