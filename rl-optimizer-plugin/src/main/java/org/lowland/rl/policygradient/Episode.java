package org.lowland.rl.policygradient;

import java.util.List;

/**
 * What happened from a start to an end.
 *
 * @param start its number
 * @param steps in order
 * @param last the state after the last step
 * @param terminal whether the environment ended it; otherwise the horizon did
 * @param <S> states
 * @param <A> actions
 */
public record Episode<S, A>(int start, List<Step<S, A>> steps, S last, boolean terminal) {

    /** Copies the list. */
    public Episode {
        steps = List.copyOf(steps);
    }

    /** {@return how many steps there are} */
    public int size() {
        return steps.size();
    }

    /** {@return the rewards in order} */
    public double[] rewards() {
        return steps.stream().mapToDouble(Step::reward).toArray();
    }

    /** {@return the sum of the rewards, undiscounted} */
    public double totalReward() {
        double sum = 0;
        for (Step<S, A> step : steps) {
            sum += step.reward();
        }
        return sum;
    }

    /**
     * The state after a step.
     *
     * @param k number of the step, from 0
     * @return the state of the next step, or the last one
     */
    public S next(int k) {
        return k + 1 < steps.size() ? steps.get(k + 1).state() : last;
    }
}
