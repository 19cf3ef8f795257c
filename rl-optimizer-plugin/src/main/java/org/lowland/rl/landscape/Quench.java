package org.lowland.rl.landscape;

import java.util.List;
import java.util.Optional;
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

    private final GeometryOptimizer local;
    private final OptimizationOptions descentOptions;
    private final double fmax;
    private final double looseFmax;
    private final long limit;
    private Walk descent;
    private Walk.Position newest;
    private Walk.Position lowest;
    private boolean wentBack;
    private long evaluations;

    Quench(GeometryOptimizer local, AtomicSystem start, OptimizationOptions options, BasinHoppingSettings settings) {
        this.local = local;
        this.fmax = options.fmax();
        this.looseFmax = Math.max(fmax, settings.quenchFmax());
        this.limit = settings.quenchEvaluations();
        this.descentOptions = OptimizationOptions.defaults().withFmax(fmax).withSteps(Integer.MAX_VALUE);
        this.descent = local.start(start, descentOptions);
    }

    List<AtomicSystem> ask() {
        return descent.ask();
    }

    void tell(List<Evaluation> told) {
        List<AtomicSystem> asked = descent.ask();
        descent.tell(told);
        evaluations += told.size();
        for (int k = 0; k < asked.size(); k++) {
            if (lowest == null || told.get(k).energy() < lowest.evaluation().energy()) {
                lowest = new Walk.Position(asked.get(k), told.get(k));
            }
        }
        newest = descent.best();
        if (descent.done() && force(lowest) > fmax && !wentBack) {
            // Its last steps made the forces small but led uphill, above what was already reported as the best.
            descent = local.start(lowest.system(), descentOptions);
            wentBack = true;
        }
    }

    /** Whether it has come to an end, given the lowest energy of the search so far. */
    boolean isOver(double lowestOfSearch) {
        boolean isHigh = newest.evaluation().energy() > lowestOfSearch + PROMISING;
        return descent.done() || evaluations >= limit || isHigh && force(newest) <= looseFmax;
    }

    /** Whether what it has come to is a minimum, though perhaps a loose one. */
    boolean foundMinimum() {
        return force(end()) <= looseFmax;
    }

    /** Whether what it has come to meets the fmax of the run. */
    boolean foundTightMinimum() {
        return force(end()) <= fmax;
    }

    /** The minimum that it has come to; the lowest structure passed where there is none. */
    Walk.Position end() {
        return force(lowest) <= fmax || force(newest) > looseFmax ? lowest : newest;
    }

    /** The lowest structure passed, if any has been evaluated. */
    Optional<Walk.Position> lowest() {
        return Optional.ofNullable(lowest);
    }

    long evaluations() {
        return evaluations;
    }

    private static double force(Walk.Position position) {
        return Forces.fmax(position.system(), position.evaluation());
    }
}
