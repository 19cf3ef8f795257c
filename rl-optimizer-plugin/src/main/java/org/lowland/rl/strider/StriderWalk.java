package org.lowland.rl.strider;

import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.NeighborList;
import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.strider.episode.Situation;

/**
 * One search: episodes, each of which is steps of the policy with noise, then without or by L-BFGS. Confined to one
 * thread.
 */
final class StriderWalk implements Walk {
    /** An episode needs so many evaluations to be worth it. */
    private static final int SHORTEST = 20;

    private static final int MOST_HALVINGS = 8;

    private final OptimizationOptions options;
    private final Policy<Situation, double[]> policy;
    private final Plan plan;
    private final double closest;
    private final RandomGenerator random;
    private final long limit;
    private AtomicSystem next;
    private double[] displacement;
    private Situation situation;
    private Walk quench;
    private Position lowest;
    private Position minimum;
    private Position current;
    private boolean wentBack;
    private boolean done;
    private int policySteps;
    private int evaluations;

    /**
     * A search before its first step.
     *
     * @param actor that takes the steps
     * @param closest that atoms come to each other, in Å
     */
    StriderWalk(AtomicSystem start, OptimizationOptions options, Actor actor, Plan plan, double closest) {
        this.options = options;
        this.policy = actor.policy();
        this.closest = closest;
        this.plan = plan;
        this.random = new Well19937c(options.seed());
        this.limit = Math.min(options.evaluations(), options.steps() + 1L);
        this.policySteps = plan.policySteps(plan.ofEpisode(limit));
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
            if (quench.done()) {
                endQuench(here);
            }
            return;
        }
        situation = situation == null
                ? Situation.first(
                        next, here.evaluation(), policySteps, here.evaluation().energy())
                : situation.after(next, here.evaluation(), displacement);
        step(here);
    }

    private void step(Position here) {
        if (situation.stepsLeft() > 0) {
            go(policy.sample(situation, random));
        } else if (plan.descent() == Plan.Descent.POLICY) {
            go(policy.mode(situation));
        } else {
            descend(here);
        }
    }

    private void endQuench(Position here) {
        if (!wentBack && lowest != here && isLowerThanAnyMinimum()) {
            // Something lower was passed; where a potential is cut off sharply, that need not be a minimum.
            wentBack = true;
            descend(lowest);
            return;
        }
        Position reached = quench.best();
        if (minimum == null
                || reached.evaluation().energy() < minimum.evaluation().energy()) {
            minimum = reached;
        }
        if (current == null || isAccepted(reached)) {
            current = reached;
        }
        long left = limit - evaluations;
        int steps = plan.policySteps(plan.ofEpisode(left));
        if (plan.episode() == Plan.UNDIVIDED || steps == 0 || left < Math.max(SHORTEST, plan.episode() / 4)) {
            done = true;
            return;
        }
        // At rest, and not so hot as the first time.
        quench = null;
        wentBack = false;
        next = current.system();
        int inAll = (int) Math.min(Integer.MAX_VALUE, Math.round(steps / Math.max(plan.reheat(), 1e-3)));
        situation = Situation.first(
                        next, current.evaluation(), inAll, current.evaluation().energy())
                .withStepsLeft(steps);
        step(current);
    }

    private boolean isAccepted(Position reached) {
        double higher = reached.evaluation().energy() - current.evaluation().energy();
        return higher <= 0 || plan.acceptance() > 0 && random.nextDouble() < Math.exp(-higher / plan.acceptance());
    }

    /** Whether the lowest structure that was passed lies lower than all minima that quenches have ended at. */
    private boolean isLowerThanAnyMinimum() {
        double reached = quench.best().evaluation().energy();
        double known = minimum == null
                ? reached
                : Math.min(reached, minimum.evaluation().energy());
        return lowest.evaluation().energy() < known;
    }

    private void descend(Position from) {
        quench = new Lbfgs().start(from.system(), options);
        quench.tell(List.of(from.evaluation()));
        if (quench.done()) {
            endQuench(from);
        }
    }

    private void go(double[] wanted) {
        displacement = plan.reach().displacement(next, wanted);
        AtomicSystem moved = moved();
        if (plan.reach().isReached(displacement)) {
            // A policy may drive atoms into each other; where that is near, it goes half as far, and half again.
            for (int halving = 0; halving < MOST_HALVINGS && overlaps(moved); halving++) {
                for (int k = 0; k < displacement.length; k++) {
                    displacement[k] /= 2;
                }
                moved = moved();
            }
        }
        next = moved;
    }

    private AtomicSystem moved() {
        double[] positions = next.positions();
        for (int k = 0; k < positions.length; k++) {
            positions[k] += displacement[k];
        }
        return next.withPositions(positions);
    }

    private boolean overlaps(AtomicSystem moved) {
        return NeighborList.allImages(moved, closest).size() > 0;
    }

    @Override
    public boolean done() {
        return done;
    }

    @Override
    public Position best() {
        if (lowest == null) {
            throw new IllegalStateException("Nothing has been evaluated yet");
        }
        return done ? minimum : lowest;
    }

    @Override
    public int steps() {
        return Math.max(0, evaluations - 1);
    }
}
