package org.lowland.rl.policygradient;

/**
 * A policy whose action is a differentiable function of the parameters, the state and a noise that depends on neither:
 * mean plus deviation times noise, for a Gaussian. An action tells its noise.
 *
 * @param <S> states
 * @param <A> actions
 */
public interface ReparameterizedPolicy<S, A> extends Policy<S, A> {

    @Override
    ReparameterizedPolicy<S, A> withParameters(double[] parameters);

    /**
     * Adds the gradient of {@code cotangent · action} with respect to the parameters, at constant noise.
     *
     * @param state in which the action was taken
     * @param action that was drawn
     * @param cotangent one number for each coordinate of the action
     * @param sum {@link #size()} numbers, to which is added
     */
    void addActionGradient(S state, A action, double[] cotangent, double[] sum);

    /**
     * The gradient of {@code cotangent · action} with respect to the coordinates of the state, at constant noise.
     *
     * @param state in which the action was taken
     * @param action that was drawn
     * @param cotangent one number for each coordinate of the action
     * @return one number for each coordinate of the state
     * @throws org.lowland.api.UnsupportedException when what the policy sees of a state is not differentiable
     */
    double[] stateGradient(S state, A action, double[] cotangent);

    /**
     * The noise of an action.
     *
     * @param state in which it was taken
     * @param action that was drawn
     * @return standard normal numbers, or whatever the noise is
     */
    double[] noise(S state, A action);
}
