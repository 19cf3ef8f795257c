/**
 * Policy gradients: learning by trial what to do next, from nothing but rewards.
 *
 * <p>An {@link org.lowland.rl.policygradient.Environment} tells what an action leads to, a
 * {@link org.lowland.rl.policygradient.Policy} draws actions, an {@link org.lowland.rl.policygradient.Episode} is what came
 * of it, and {@link org.lowland.rl.policygradient.Rollout} plays many of them side by side. States, actions and policies
 * are immutable values; environments have no memory of their own. Thus every episode depends on the policy, its start and
 * its own random stream alone, and neither the number of threads nor the order of work changes a result.
 *
 * <p>{@code function} has the functions with parameters that policies and value functions are made of, {@code policy} the
 * probability distributions over actions, {@code advantage} returns and baselines, {@code method} the ways to improve a
 * policy, {@code train} the loop around all of it. In {@code train}, the states of a run are saved and resumed.
 *
 * <p>Two kinds of gradient are kept apart by name. The score function, {@code sum log-probability gradient times return},
 * holds the action fixed and needs only rewards. The pathwise gradient moves the action with the parameters and goes
 * through the environment, which therefore must be a {@link org.lowland.rl.policygradient.DifferentiableEnvironment}.
 * The log-probability of an action that moves with the parameters is neither: its gradient with respect to the mean of a
 * Gaussian is zero.
 */
package org.lowland.rl.policygradient;
