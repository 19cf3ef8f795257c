package org.lowland.rl.policygradient;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * What actions lead to. All that happened so far is in the state; the environment itself remembers nothing.
 *
 * <p>Implementations are thread-safe.
 *
 * @param <S> states, immutable
 * @param <A> actions, immutable or treated as such
 */
public interface Environment<S, A> {

    /** {@return how many starts there are to choose from, at least one} */
    int starts();

    /**
     * The state in which an episode begins.
     *
     * @param start from 0 to {@link #starts()} - 1
     * @param random for starts that differ from one time to the next
     * @return the state
     */
    S start(int start, RandomGenerator random);

    /**
     * What an action leads to.
     *
     * @param state in which it is taken
     * @param action what is done
     * @param random for an outcome that is not certain
     * @return the next state and the reward
     */
    Outcome<S> step(S state, A action, RandomGenerator random);

    /**
     * The same for several episodes at once, for environments that evaluate many structures together. Each outcome must
     * be what {@link #step} gives.
     *
     * @param states one for each episode
     * @param actions as many
     * @param randoms as many
     * @return as many outcomes
     */
    default List<Outcome<S>> steps(List<S> states, List<A> actions, List<RandomGenerator> randoms) {
        List<Outcome<S>> outcomes = new ArrayList<>(states.size());
        for (int k = 0; k < states.size(); k++) {
            outcomes.add(step(states.get(k), actions.get(k), randoms.get(k)));
        }
        return outcomes;
    }

    /**
     * What came of an action.
     *
     * @param state the next one
     * @param reward for the action; any unit, the larger the better
     * @param terminal whether the episode ends here by its own nature
     * @param <S> states
     */
    record Outcome<S>(S state, double reward, boolean terminal) {}
}
