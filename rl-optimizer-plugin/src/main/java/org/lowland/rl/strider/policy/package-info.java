/**
 * A policy that turns with the structure: displacements are learned numbers times force, change of the force, last
 * displacement and directions to neighbours, and the numbers depend on what an atom sees of itself and its neighbours
 * whichever way it looks. It knows nothing of how many atoms there are.
 */
package org.lowland.rl.strider.policy;
