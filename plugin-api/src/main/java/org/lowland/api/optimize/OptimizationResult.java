package org.lowland.api.optimize;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Uncertainty;
import org.lowland.api.system.AtomicSystem;

/**
 * How an optimization ended.
 *
 * @param system the final structure; the start when nothing could be evaluated
 * @param evaluation its energy and forces; empty when nothing could be evaluated
 * @param fmax the largest norm of the force on a free atom in eV/Å; NaN when nothing could be evaluated
 * @param converged whether {@code system} meets the threshold that was asked for, whatever ended the run
 * @param steps the number of steps taken
 * @param evaluations the number of energy-and-force evaluations used, with those of an earlier run that it went on from
 * @param reason what ended the run
 * @param message what went wrong, for DIVERGED and FAILED; else what the walk has to tell of itself, if anything
 * @param trajectory the accepted structures from start to end, when they were asked for
 */
public record OptimizationResult(
        AtomicSystem system,
        Optional<Evaluation> evaluation,
        double fmax,
        boolean converged,
        int steps,
        long evaluations,
        StopReason reason,
        Optional<String> message,
        List<Walk.Position> trajectory) {

    public OptimizationResult {
        trajectory = List.copyOf(trajectory);
    }

    /** {@return the order in which of several results the best comes first: those that are converged, then by energy} */
    public static Comparator<OptimizationResult> bestFirst() {
        return Comparator.comparing((OptimizationResult result) -> !result.converged())
                .thenComparing(OptimizationResult::energy);
    }

    /**
     * The result of what could not even be read: FAILED, without atoms.
     *
     * @param message what went wrong
     * @return the result
     */
    public static OptimizationResult failed(String message) {
        AtomicSystem nothing = AtomicSystem.of(new int[0], new double[0]);
        return new OptimizationResult(
                nothing, Optional.empty(), Double.NaN, false, 0, 0, StopReason.FAILED, Optional.of(message), List.of());
    }

    /** {@return the final energy in eV; NaN when nothing could be evaluated} */
    public double energy() {
        return evaluation.map(Evaluation::energy).orElse(Double.NaN);
    }

    /** {@return how far the final energy and forces may be off, where the potential knows it} */
    public Optional<Uncertainty> uncertainty() {
        return evaluation.flatMap(Evaluation::uncertainty);
    }
}
