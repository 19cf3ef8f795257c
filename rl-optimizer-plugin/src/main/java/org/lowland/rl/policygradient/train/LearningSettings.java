package org.lowland.rl.policygradient.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.advantage.Returns;

/**
 * The section of a configuration that says how a policy learns; what it learns, and on what, is said by the rest.
 *
 * @param seed of all randomness
 * @param iterations of play and improvement
 * @param starts that are played in an iteration
 * @param episodesPerStart how often each of them is; 1 if null
 * @param horizon most steps of an episode
 * @param together episodes in lock step; 8 if null
 * @param threads that share the work; 1 if null; no result depends on it
 * @param evaluateEvery iterations between evaluations and checkpoints; 10 if null
 * @param keep last (null too) or best: which policy is the result
 * @param discount what a reward one step later counts; 1 if null
 * @param lambda of generalized advantages; 1 if null
 * @param bootstrap whether an episode cut at the horizon goes on in the value of its last state; not if null
 * @param normalize whether advantages are normalized; if null, they are
 * @param method of improvement
 * @param baseline that is taken away from returns; none if null
 */
public record LearningSettings(
        long seed,
        long iterations,
        int starts,
        @JsonProperty("episodes-per-start") Integer episodesPerStart,
        int horizon,
        Integer together,
        Integer threads,
        @JsonProperty("evaluate-every") Long evaluateEvery,
        String keep,
        Double discount,
        Double lambda,
        Boolean bootstrap,
        Boolean normalize,
        MethodSettings method,
        BaselineSettings baseline) {
    private static final int EPISODES_TOGETHER = 8;
    private static final long ITERATIONS_BETWEEN = 10;

    /** Fills in what is usual. */
    public LearningSettings {
        episodesPerStart = episodesPerStart == null ? 1 : episodesPerStart;
        together = together == null ? EPISODES_TOGETHER : together;
        threads = threads == null ? 1 : threads;
        evaluateEvery = evaluateEvery == null ? ITERATIONS_BETWEEN : evaluateEvery;
        keep = keep == null ? "last" : keep;
        discount = discount == null ? 1 : discount;
        lambda = lambda == null ? 1 : lambda;
        bootstrap = bootstrap != null && bootstrap;
        normalize = normalize == null || normalize;
        baseline = baseline == null ? new BaselineSettings("none", null) : baseline;
        if (method == null) {
            throw new InputException("Learning needs a method, such as {name: ppo}");
        }
        if (!keep.equals("last") && !keep.equals("best")) {
            throw new InputException("keep is '" + keep + "'; known: best, last");
        }
        if (baseline.name().equals("per-start") && episodesPerStart < 2) {
            throw new InputException("the baseline per-start needs episodes-per-start of 2 or more");
        }
    }

    /** {@return how long and how much} */
    public LoopSettings loop() {
        return new LoopSettings(
                seed,
                iterations,
                starts,
                episodesPerStart,
                horizon,
                together,
                threads,
                evaluateEvery,
                keep.equals("best"));
    }

    /** {@return how rewards add up} */
    public Returns returns() {
        return new Returns(discount, lambda, false, bootstrap);
    }
}
