/**
 * Episodes of a search by displacements of all atoms: the situation that a policy is in, how far it may go in one step,
 * and the environment in which its steps are rewarded.
 */
package org.lowland.rl.strider.episode;
