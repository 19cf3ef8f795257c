/**
 * Trains policies of {@code strider}: by the noise of their steps, or by noise on their parameters that stays the same
 * for an episode, which tells far more of few parameters and long episodes.
 */
package org.lowland.rl.strider.train;
