package org.lowland.rl.landscape;

import java.util.List;
import org.lowland.api.optimize.Forces;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/**
 * One local optimization with two ends. Most quenches of a search lead to minima that are left again, for which a loose
 * force threshold does; one that may lead to a new lowest minimum goes on, with its history, to the fmax of the run.
 */
final class Quench {
    /** A quench this much above the lowest energy, in eV, may still end below it. */
    private static final double PROMISING = 0.02;

    private final Walk descent;
    private final double fmax;
    private final double looseFmax;
    private final long limit;
    private long evaluations;

    Quench(GeometryOptimizer local, AtomicSystem start, OptimizationOptions options, BasinHoppingSettings settings) {
        this.fmax = options.fmax();
        this.looseFmax = Math.max(fmax, settings.quenchFmax());
        this.limit = settings.quenchEvaluations();
        this.descent =
                local.start(start, OptimizationOptions.defaults().withFmax(fmax).withSteps(Integer.MAX_VALUE));
    }

    List<AtomicSystem> ask() {
        return descent.ask();
    }

    void tell(List<Evaluation> told) {
        descent.tell(told);
        evaluations += told.size();
    }

    /** Whether it has come to an end, given the lowest energy so far. */
    boolean isOver(double lowest) {
        if (descent.done() || evaluations >= limit) {
            return true;
        }
        Walk.Position now = descent.best();
        return now.evaluation().energy() > lowest + PROMISING && force(now) <= looseFmax;
    }

    /** Whether what it has come to is a minimum, though perhaps a loose one. */
    boolean foundMinimum() {
        return force(descent.best()) <= looseFmax;
    }

    /** Whether what it has come to meets the fmax of the run. */
    boolean foundTightMinimum() {
        return force(descent.best()) <= fmax;
    }

    Walk.Position end() {
        return descent.best();
    }

    long evaluations() {
        return evaluations;
    }

    private static double force(Walk.Position position) {
        return Forces.fmax(position.system(), position.evaluation());
    }
}
