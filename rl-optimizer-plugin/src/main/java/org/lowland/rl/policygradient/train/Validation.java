package org.lowland.rl.policygradient.train;

import java.util.ArrayList;
import java.util.List;
import org.lowland.rl.policygradient.Environment;
import org.lowland.rl.policygradient.Episode;
import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.policygradient.RandomStreams;
import org.lowland.rl.policygradient.Rollout;
import org.lowland.rl.policygradient.Workers;

/**
 * Judges a policy on what it does not learn from.
 *
 * @param <S> states
 * @param <A> actions
 */
@FunctionalInterface
public interface Validation<S, A> {

    /**
     * Judges a policy.
     *
     * @param policy to judge; the same one always gets the same values
     * @param workers to share the work
     * @return a value for each of a fixed number of cases, the larger the better
     */
    double[] values(Policy<S, A> policy, Workers workers);

    /**
     * The total reward from every start, acting without chance.
     *
     * @param environment with the starts
     * @param horizon most steps
     * @param together episodes in lock step
     * @param <S> states
     * @param <A> actions
     * @return the validation
     */
    static <S, A> Validation<S, A> greedy(Environment<S, A> environment, int horizon, int together) {
        Rollout<S, A> rollout = new Rollout<>(environment, horizon, together);
        return (policy, workers) -> {
            List<Rollout.Start> starts = new ArrayList<>();
            for (int start = 0; start < environment.starts(); start++) {
                starts.add(
                        new Rollout.Start(start, new RandomStreams(0).of(RandomStreams.Purpose.EVALUATION, 0, start)));
            }
            return rollout.greedy(policy, starts, workers).stream()
                    .mapToDouble(Episode::totalReward)
                    .toArray();
        };
    }
}
