package org.lowland.api.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lowland.api.LowlandException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One system in the loop: its walk, its budget, its trajectory and, in the end, its result. */
final class RunningWalk {
    private static final Logger LOG = LoggerFactory.getLogger(RunningWalk.class);

    private final int index;
    private final AtomicSystem start;
    private final OptimizationOptions options;
    private final GeometryOptimizer optimizer;
    private final Potential potential;
    private final EvaluationBudget budget;
    private final SpreadGuard guard;
    private final List<Walk.Position> trajectory = new ArrayList<>();
    private List<AtomicSystem> asked = List.of();
    private List<Outcome> outcomes = List.of();
    private Walk walk;
    private Walk.Position best;
    private int steps;
    private OptimizationResult result;

    RunningWalk(
            int index,
            AtomicSystem start,
            OptimizationOptions options,
            GeometryOptimizer optimizer,
            Potential potential) {
        this.index = index;
        this.start = start;
        this.options = options;
        this.optimizer = optimizer;
        this.potential = potential;
        this.budget = new EvaluationBudget(options.evaluations());
        this.guard = new SpreadGuard(start);
    }

    /** How many atoms it moves. */
    int atoms() {
        return start.size();
    }

    /** The result, once the walk has ended. */
    Optional<OptimizationResult> result() {
        return Optional.ofNullable(result);
    }

    /** Asks the walk what comes next, or ends it. */
    void prepare(Cancellation cancellation) {
        if (cancellation.isRequested()) {
            end(StopReason.CANCELLED, null);
            return;
        }
        try {
            if (walk == null) {
                potential.domain().check(potential.id(), start);
                optimizer.check(potential);
                walk = optimizer.start(start, options);
                budget.resume(walk.evaluationsBefore());
            }
            asked = List.copyOf(walk.ask());
        } catch (RuntimeException e) {
            fail("'" + optimizer.id() + "'", e);
            return;
        }
        if (asked.isEmpty()) {
            end(StopReason.FAILED, "'" + optimizer.id() + "' asked for nothing to be evaluated");
        } else if (!budget.allows(asked.size())) {
            end(StopReason.BUDGET, null);
        }
    }

    /** What is to be evaluated. */
    List<AtomicSystem> asked() {
        return asked;
    }

    /** Takes what became of the systems asked for. */
    void receive(List<Outcome> received) {
        outcomes = received;
    }

    /** Moves the walk on with what it received, or ends it. */
    void advance(OptimizationListener listener) {
        budget.spend(asked.size());
        List<Evaluation> evaluations = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome.failure().isPresent()) {
                fail("'" + potential.id() + "'", outcome.failure().get());
                return;
            }
            Evaluation evaluation = outcome.evaluation().orElseThrow();
            if (!evaluation.isFinite()) {
                end(StopReason.DIVERGED, notFinite(asked.get(evaluations.size()), evaluation));
                return;
            }
            evaluations.add(evaluation);
        }
        boolean done;
        try {
            walk.tell(evaluations);
            steps = walk.steps();
            record(walk.best());
            done = walk.done();
        } catch (RuntimeException e) {
            fail("'" + optimizer.id() + "'", e);
            return;
        }
        listener.moved(
                index,
                new OptimizationListener.Progress(
                        steps, budget.used(), Forces.fmax(best.system(), best.evaluation()), best));
        Optional<String> flown = guard.flownApart(best.system());
        Optional<String> violated =
                best.system().manifold().violation(best.system().positions());
        if (violated.isPresent()) {
            end(StopReason.FAILED, "'" + optimizer.id() + "' does not keep to constraints: " + violated.get());
        } else if (done) {
            end(StopReason.CONVERGED, null);
        } else if (flown.isPresent()) {
            end(StopReason.DIVERGED, flown.get());
        } else if (steps >= options.steps()) {
            end(StopReason.STEP_LIMIT, null);
        }
    }

    private void record(Walk.Position position) {
        if (options.trajectory() && !position.equals(best)) {
            trajectory.add(position);
        }
        best = position;
    }

    private String notFinite(AtomicSystem system, Evaluation evaluation) {
        String where = best == null ? " for the structure given" : " after " + steps + " steps";
        if (!Double.isFinite(evaluation.energy())) {
            return "'" + potential.id() + "' gave an energy of " + evaluation.energy() + " eV" + where;
        }
        double[] forces = evaluation.forces();
        int component = 0;
        while (Double.isFinite(forces[component])) {
            component++;
        }
        return "'" + potential.id() + "' gave a force of " + forces[component] + " eV/Å on "
                + system.describe(component / 3) + where;
    }

    private void fail(String culprit, RuntimeException failure) {
        LOG.debug("System {} failed", index, failure);
        String message = failure.getMessage();
        end(StopReason.FAILED, failure instanceof LowlandException ? message : culprit + " broke: " + failure);
    }

    private void end(StopReason reason, String message) {
        double fmax = best == null ? Double.NaN : Forces.fmax(best.system(), best.evaluation());
        result = new OptimizationResult(
                best == null ? start : best.system(),
                Optional.ofNullable(best).map(position -> judge(position, reason)),
                fmax,
                fmax <= options.fmax(),
                steps,
                budget.used(),
                reason,
                Optional.ofNullable(message).or(() -> Optional.ofNullable(walk).flatMap(Walk::summary)),
                trajectory);
    }

    /** Where a run broke off, the potential is not asked again. */
    private Evaluation judge(Walk.Position last, StopReason reason) {
        boolean broken = reason == StopReason.FAILED || reason == StopReason.DIVERGED;
        return broken ? last.evaluation() : potential.judge(last.system(), last.evaluation());
    }
}
