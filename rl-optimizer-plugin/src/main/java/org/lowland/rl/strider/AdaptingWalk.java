package org.lowland.rl.strider;

import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.strider.episode.Situation;

/**
 * Adaptation on the structure at hand: the evaluations are shared out among rounds, each of which is a whole search from
 * the start. The first has the policy's parameters; the others come in pairs, with the same noise added to the parameters
 * and taken away from them, and the parameters then move along the noise by how much lower the one ended than the other.
 * Best is the lowest of all rounds. Confined to one thread.
 */
final class AdaptingWalk implements Walk {
    /** Of the noise on the parameters: as in the training of the policy in the jar. */
    private static final double DEVIATION = 0.15;

    /** How far parameters move along the noise, for a difference as large as differences usually are. */
    private static final double RATE = 0.5;

    private final AtomicSystem start;
    private final OptimizationOptions options;
    private final Actor actor;
    private final Plan plan;
    private final double closest;
    private final int rounds;
    private final RandomGenerator random;
    private Policy<Situation, double[]> policy;
    private double[] noise;
    private double plus;
    private double differences;
    private int pairs;
    private int round;
    private Walk search;
    private long evaluations;
    private long ofRound;
    private Position lowest;
    private Position end;
    private boolean done;

    AdaptingWalk(AtomicSystem start, OptimizationOptions options, Actor actor, Plan plan, double closest) {
        this.start = start;
        this.options = options;
        this.actor = actor;
        this.policy = actor.policy();
        this.plan = plan;
        this.rounds = plan.rounds();
        this.closest = closest;
        this.random = new Well19937c(options.seed());
        begin(policy);
    }

    private void begin(Policy<Situation, double[]> acting) {
        long limit = Math.min(options.evaluations(), options.steps() + 1L);
        ofRound = Math.max(2, (limit - evaluations) / (rounds - round));
        search = new StriderWalk(
                start,
                options.withEvaluations(ofRound).withSteps(Integer.MAX_VALUE).withSeed(random.nextLong()),
                new Actor(acting, actor.length(), actor.known()),
                plan,
                closest);
        ofRound += evaluations;
    }

    @Override
    public List<AtomicSystem> ask() {
        return search.ask();
    }

    @Override
    public void tell(List<Evaluation> told) {
        Position here = new Position(ask().get(0), told.get(0));
        if (lowest == null || here.evaluation().energy() < lowest.evaluation().energy()) {
            lowest = here;
        }
        search.tell(told);
        evaluations++;
        if (!search.done() && (evaluations < ofRound || round + 1 == rounds)) {
            return;
        }
        Position reached = search.best();
        if (end == null || reached.evaluation().energy() < end.evaluation().energy()) {
            end = reached;
        }
        if (round + 1 == rounds) {
            done = true;
            return;
        }
        learn(reached.evaluation().energy());
        round++;
        if (round % 2 == 1) {
            noise = draw();
            begin(moved(noise, DEVIATION));
        } else {
            begin(moved(noise, -DEVIATION));
        }
    }

    private void learn(double energy) {
        if (round % 2 == 1) {
            plus = energy;
        } else if (round > 0) {
            double lower = energy - plus;
            differences += Math.abs(lower);
            pairs++;
            if (differences > 0) {
                policy = moved(noise, RATE * DEVIATION * lower * pairs / differences);
            }
        }
    }

    private double[] draw() {
        double[] drawn = new double[policy.size()];
        for (int k = 0; k < drawn.length; k++) {
            drawn[k] = random.nextGaussian();
        }
        return drawn;
    }

    private Policy<Situation, double[]> moved(double[] along, double by) {
        double[] parameters = policy.parameters();
        for (int k = 0; k < parameters.length; k++) {
            parameters[k] += by * along[k];
        }
        return policy.withParameters(parameters);
    }

    @Override
    public boolean done() {
        return done;
    }

    /** The lowest structure so far; in the end the lowest that a round has ended at. */
    @Override
    public Position best() {
        if (lowest == null) {
            throw new IllegalStateException("Nothing has been evaluated yet");
        }
        return done ? end : lowest;
    }

    @Override
    public int steps() {
        return (int) Math.max(0, evaluations - 1);
    }
}
