/**
 * How good an action was: returns of episodes, baselines that take away what did not depend on the action, and the
 * generalized estimation of advantages in between. A baseline knows nothing of the actions that it judges, so that it
 * changes the variance of a gradient and not its expectation.
 */
package org.lowland.rl.policygradient.advantage;
