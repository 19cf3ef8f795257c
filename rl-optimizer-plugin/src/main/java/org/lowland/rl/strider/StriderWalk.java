package org.lowland.rl.strider;

import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.system.AtomicSystem;
import org.lowland.rl.strider.episode.Situation;
import org.lowland.rl.strider.policy.StepPolicy;

/** One search: steps of the policy with noise, then without or by L-BFGS. Confined to one thread. */
final class StriderWalk implements Walk {
    private final OptimizationOptions options;
    private final StepPolicy policy;
    private final Plan plan;
    private final RandomGenerator random;
    private final int policySteps;
    private AtomicSystem next;
    private double[] displacement;
    private Situation situation;
    private Walk quench;
    private Position lowest;
    private boolean wentBack;
    private int evaluations;

    StriderWalk(AtomicSystem start, OptimizationOptions options, StepPolicy policy, Plan plan) {
        this.options = options;
        this.policy = policy;
        this.plan = plan;
        this.random = new Well19937c(options.seed());
        this.policySteps = plan.policySteps(Math.min(options.evaluations(), options.steps() + 1L));
        this.next = start;
    }

    @Override
    public List<AtomicSystem> ask() {
        return quench == null ? List.of(next) : quench.ask();
    }

    @Override
    public void tell(List<Evaluation> told) {
        Position here = new Position(ask().get(0), told.get(0));
        evaluations++;
        if (lowest == null || here.evaluation().energy() < lowest.evaluation().energy()) {
            lowest = here;
        }
        if (quench != null) {
            quench.tell(told);
            if (quench.done() && !wentBack && lowest != here) {
                // Something lower was passed; where a potential is cut off sharply, that need not be a minimum.
                descend(lowest);
                wentBack = true;
            }
            return;
        }
        situation = situation == null
                ? Situation.first(
                        next, here.evaluation(), policySteps, here.evaluation().energy())
                : situation.after(next, here.evaluation(), displacement);
        if (situation.stepsLeft() > 0) {
            go(policy.sample(situation, random));
        } else if (plan.descent() == Plan.Descent.POLICY) {
            go(policy.mode(situation));
        } else {
            descend(here);
        }
    }

    private void descend(Position from) {
        quench = new Lbfgs().start(from.system(), options);
        quench.tell(List.of(from.evaluation()));
    }

    private void go(double[] wanted) {
        displacement = plan.reach().displacement(next, wanted);
        double[] positions = next.positions();
        for (int k = 0; k < positions.length; k++) {
            positions[k] += displacement[k];
        }
        next = next.withPositions(positions);
    }

    @Override
    public boolean done() {
        return quench != null && quench.done();
    }

    @Override
    public Position best() {
        if (lowest == null) {
            throw new IllegalStateException("Nothing has been evaluated yet");
        }
        return done() ? quench.best() : lowest;
    }

    @Override
    public int steps() {
        return Math.max(0, evaluations - 1);
    }
}
