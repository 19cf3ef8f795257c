package org.lowland.api.relax;

import java.util.List;
import java.util.Optional;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/** A walk in internal coordinates for as long as they serve, and one by L-BFGS from there. Confined to one thread. */
final class RfoWalk implements Walk {
    private final OptimizationOptions options;
    private Walk walk;
    private InternalWalk internal;
    private String obstacle;
    private int stepsBefore;

    /** A walk that begins in internal coordinates. */
    RfoWalk(InternalWalk internal, OptimizationOptions options) {
        this.walk = internal;
        this.internal = internal;
        this.options = options;
    }

    /** A walk that has to do without them. */
    RfoWalk(Walk cartesian, OptimizationOptions options, String obstacle) {
        this.walk = cartesian;
        this.options = options;
        this.obstacle = obstacle;
    }

    @Override
    public List<AtomicSystem> ask() {
        return walk.ask();
    }

    @Override
    public void tell(List<Evaluation> evaluations) {
        walk.tell(evaluations);
        if (internal != null && internal.isLost() && !internal.done()) {
            Position reached = internal.best();
            stepsBefore = internal.steps();
            obstacle = "internal coordinates lost their way in step " + (stepsBefore + 1);
            internal = null;
            walk = new Lbfgs().start(reached.system(), options);
            walk.tell(List.of(reached.evaluation()));
        }
    }

    @Override
    public boolean done() {
        return walk.done();
    }

    @Override
    public Position best() {
        return walk.best();
    }

    @Override
    public int steps() {
        return stepsBefore + walk.steps();
    }

    @Override
    public Optional<String> summary() {
        return Optional.ofNullable(obstacle).map(reason -> "went on by L-BFGS in Cartesian coordinates: " + reason);
    }
}
