package org.lowland.rl.policygradient;

/**
 * An environment that can tell how rewards and next states change with states and actions: one whose reward is an energy
 * with forces, for example. What is random in it is held fixed, so a step must be a function of state and action alone.
 *
 * <p>States and actions have coordinates, in an order that the environment fixes and the policy shares.
 *
 * @param <S> states
 * @param <A> actions
 */
public interface DifferentiableEnvironment<S, A> extends Environment<S, A> {

    /**
     * How many coordinates a state has.
     *
     * @param state any
     * @return the length of its gradients
     */
    int coordinates(S state);

    /**
     * The gradient of {@code rewardWeight * reward + nextGradient · next state} with respect to the state and the action
     * of a step.
     *
     * @param step that was taken
     * @param next the state that it led to
     * @param rewardWeight what the reward counts
     * @param nextGradient a number for each coordinate of the next state
     * @return the gradients
     */
    Pullback pullback(Step<S, A> step, S next, double rewardWeight, double[] nextGradient);

    /**
     * Gradients.
     *
     * @param state one number for each coordinate of the state
     * @param action one number for each coordinate of the action
     */
    record Pullback(double[] state, double[] action) {}
}
