package org.lowland.rl.policygradient.problem;

import java.util.ArrayList;
import java.util.List;
import org.lowland.rl.policygradient.Environment;
import org.lowland.rl.policygradient.Episode;
import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.policygradient.RandomStreams;
import org.lowland.rl.policygradient.Rollout;
import org.lowland.rl.policygradient.Workers;
import org.lowland.rl.policygradient.advantage.Advantages;
import org.lowland.rl.policygradient.advantage.Baseline;
import org.lowland.rl.policygradient.advantage.Returns;
import org.lowland.rl.policygradient.method.Batch;

/** Short ways to episodes and batches. */
public final class Playing {
    private Playing() {}

    /** Episodes over all starts in turn. */
    public static <S, A> List<Episode<S, A>> episodes(
            Environment<S, A> environment, Policy<S, A> policy, int horizon, int count, long seed, Workers workers) {
        List<Rollout.Start> starts = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            starts.add(new Rollout.Start(
                    k % environment.starts(), new RandomStreams(seed).of(RandomStreams.Purpose.EPISODE, 0, k)));
        }
        return new Rollout<>(environment, horizon, 8).sampled(policy, starts, workers);
    }

    /** Episodes and their advantages, not normalized. */
    public static <S, A> Batch<S, A> batch(
            List<Episode<S, A>> episodes, Returns returns, Baseline<S, A> baseline, long seed) {
        double[][] advantages =
                Advantages.of(episodes, returns, baseline, false).values();
        return new Batch<>(episodes, advantages, 0, new RandomStreams(seed));
    }
}
