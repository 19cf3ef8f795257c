/**
 * The loop around policy gradients: {@link org.lowland.rl.policygradient.train.PolicyTrainer} plays episodes, judges them,
 * improves the policy, evaluates it now and then, and saves itself. A run goes on from its checkpoint bit for bit, with any
 * number of threads. {@link org.lowland.rl.policygradient.train.LearningSettings} is the part of a training's
 * configuration that all learned optimizers share.
 */
package org.lowland.rl.policygradient.train;
