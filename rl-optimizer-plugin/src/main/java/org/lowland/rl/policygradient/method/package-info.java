/**
 * Ways to improve a policy from the episodes that it played: {@link org.lowland.rl.policygradient.method.Reinforce} along
 * the score-function gradient, {@link org.lowland.rl.policygradient.method.NaturalGradient} along the same gradient
 * measured by how much the distribution over actions changes, {@link org.lowland.rl.policygradient.method.ProximalClip}
 * in several passes over the same episodes within bounds, and {@link org.lowland.rl.policygradient.method.Pathwise}
 * through a differentiable environment.
 */
package org.lowland.rl.policygradient.method;
