/**
 * Probability distributions over actions on top of functions with parameters: softmax over a finite number of choices,
 * Gaussian over vectors. {@link org.lowland.rl.policygradient.policy.Categorical} and
 * {@link org.lowland.rl.policygradient.policy.DiagonalGaussian} are the formulas alone, for policies of several parts.
 */
package org.lowland.rl.policygradient.policy;
