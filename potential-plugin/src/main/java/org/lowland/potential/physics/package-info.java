/**
 * What a potential is worth beyond its errors on labels: whether energy is conserved along a trajectory, whether forces do
 * no work along a closed path, whether they turn with the structure and push or turn it as a whole, and how fast they are
 * had. {@link org.lowland.potential.physics.PhysicsReport} measures it all, of any potential.
 */
package org.lowland.potential.physics;
