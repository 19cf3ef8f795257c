package org.lowland.rl.policygradient;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;

/**
 * Plays episodes, some of them in lock step, so that environments and policies that work on batches have one. How many go
 * together is given here and does not depend on the number of threads. Immutable and thread-safe.
 *
 * @param environment what is played
 * @param horizon most steps of an episode
 * @param together episodes in lock step
 * @param <S> states
 * @param <A> actions
 */
public record Rollout<S, A>(Environment<S, A> environment, int horizon, int together) {

    /**
     * Checks the numbers.
     *
     * @throws InputException when one is not positive
     */
    public Rollout {
        if (horizon < 1 || together < 1) {
            throw new InputException(
                    "A rollout needs a horizon and a number of episodes in lock step of 1 or more, not " + horizon
                            + " and " + together);
        }
    }

    /**
     * Where an episode begins.
     *
     * @param start number of the start
     * @param random the episode's own stream
     */
    public record Start(int start, RandomGenerator random) {}

    /**
     * Plays episodes with actions that the policy draws.
     *
     * @param policy that acts
     * @param starts one for each episode
     * @param workers to share the work
     * @return the episodes, in the order of their starts
     * @throws BackendException when a reward is not a finite number
     */
    public List<Episode<S, A>> sampled(Policy<S, A> policy, List<Start> starts, Workers workers) {
        return play(policy, starts, workers, policy::sample);
    }

    /** The same with the actions without chance. */
    public List<Episode<S, A>> greedy(Policy<S, A> policy, List<Start> starts, Workers workers) {
        return play(policy, starts, workers, (states, randoms) -> policy.modes(states));
    }

    private List<Episode<S, A>> play(
            Policy<S, A> policy,
            List<Start> starts,
            Workers workers,
            BiFunction<List<S>, List<RandomGenerator>, List<A>> act) {
        int groups = (starts.size() + together - 1) / together;
        return workers
                .map(
                        groups,
                        group -> lockStep(
                                policy,
                                starts.subList(group * together, Math.min(starts.size(), (group + 1) * together)),
                                act))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Episode<S, A>> lockStep(
            Policy<S, A> policy, List<Start> starts, BiFunction<List<S>, List<RandomGenerator>, List<A>> act) {
        List<Course<S, A>> courses = new ArrayList<>();
        for (Start start : starts) {
            courses.add(new Course<>(start, environment.start(start.start(), start.random())));
        }
        for (int step = 0; step < horizon; step++) {
            List<Course<S, A>> going =
                    courses.stream().filter(course -> !course.terminal).toList();
            if (going.isEmpty()) {
                break;
            }
            List<S> states = going.stream().map(course -> course.state).toList();
            List<RandomGenerator> randoms =
                    going.stream().map(course -> course.start.random()).toList();
            List<A> actions = act.apply(states, randoms);
            double[] logProbabilities = policy.logProbabilities(states, actions);
            List<Environment.Outcome<S>> outcomes = environment.steps(states, actions, randoms);
            for (int k = 0; k < going.size(); k++) {
                going.get(k).take(actions.get(k), logProbabilities[k], outcomes.get(k));
            }
        }
        return courses.stream().map(Course::episode).toList();
    }

    /** An episode that is under way. */
    private static final class Course<S, A> {
        private final Start start;
        private final List<Step<S, A>> steps = new ArrayList<>();
        private S state;
        private boolean terminal;

        private Course(Start start, S state) {
            this.start = start;
            this.state = state;
        }

        private void take(A action, double logProbability, Environment.Outcome<S> outcome) {
            if (!Double.isFinite(outcome.reward())) {
                throw new BackendException("The reward of step " + (steps.size() + 1) + " from start " + start.start()
                        + " is " + outcome.reward() + "; bound the action or the reward of the environment");
            }
            steps.add(new Step<>(state, action, logProbability, outcome.reward()));
            state = outcome.state();
            terminal = outcome.terminal();
        }

        private Episode<S, A> episode() {
            return new Episode<>(start.start(), steps, state, terminal);
        }
    }
}
