package org.lowland.rl.policygradient.problem;

import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.rl.policygradient.Environment;
import org.lowland.rl.policygradient.function.Features;
import org.lowland.rl.policygradient.function.LinearFunction;
import org.lowland.rl.policygradient.policy.SoftmaxPolicy;

/**
 * Places in a row. Action 1 goes right, action 0 goes back to the first place. Going right from the last place gives 1 and
 * ends the episode; every other step costs something, a step to the right more than one back.
 */
public record Chain(int places) implements Environment<Integer, Integer> {
    private static final double BACK = -0.01;
    private static final double COST = -0.02;

    @Override
    public int starts() {
        return 1;
    }

    @Override
    public Integer start(int start, RandomGenerator random) {
        return 0;
    }

    @Override
    public Outcome<Integer> step(Integer state, Integer action, RandomGenerator random) {
        if (action == 0) {
            return new Outcome<>(0, BACK, false);
        }
        boolean atEnd = state == places - 1;
        return new Outcome<>(atEnd ? state : state + 1, atEnd ? 1 : COST, atEnd);
    }

    /** The largest return: straight to the right. */
    public double best() {
        return 1 + (places - 1) * COST;
    }

    public Features<Integer> features() {
        return Features.oneHot(places, place -> place);
    }

    /** A table of logits. */
    public SoftmaxPolicy<Integer> policy() {
        LinearFunction<Integer> table = new LinearFunction<>(features(), 2, false);
        return new SoftmaxPolicy<>(table, 2, new double[table.size()]);
    }

    /** The expected discounted return from the first place, by recursion over the steps that are left. */
    public double exactReturn(SoftmaxPolicy<Integer> policy, double discount, int horizon) {
        double[] values = new double[places];
        for (int left = 1; left <= horizon; left++) {
            double[] next = new double[places];
            for (int place = 0; place < places; place++) {
                double[] probabilities = policy.probabilities(place);
                boolean atEnd = place == places - 1;
                double right = atEnd ? 1 : COST + discount * values[place + 1];
                next[place] = probabilities[0] * (BACK + discount * values[0]) + probabilities[1] * right;
            }
            values = next;
        }
        return values[0];
    }
}
