package org.lowland.rl.policygradient.method;

import java.util.ArrayList;
import java.util.List;
import org.lowland.rl.policygradient.Episode;
import org.lowland.rl.policygradient.RandomStreams;

/**
 * What a policy is improved from.
 *
 * @param episodes that the policy itself played
 * @param advantages of each step of each of them
 * @param iteration of the training
 * @param streams of the run
 * @param <S> states
 * @param <A> actions
 */
public record Batch<S, A>(List<Episode<S, A>> episodes, double[][] advantages, long iteration, RandomStreams streams) {

    List<JudgedStep<S, A>> steps() {
        List<JudgedStep<S, A>> steps = new ArrayList<>();
        for (int k = 0; k < episodes.size(); k++) {
            for (int step = 0; step < episodes.get(k).size(); step++) {
                steps.add(new JudgedStep<>(episodes.get(k).steps().get(step), advantages[k][step]));
            }
        }
        return steps;
    }
}
