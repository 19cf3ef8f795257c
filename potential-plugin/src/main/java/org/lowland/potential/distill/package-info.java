/**
 * Data for a student: geometries of many molecules, labelled by a teacher potential.
 *
 * <p>{@link org.lowland.potential.distill.species} chooses the molecules, keeps the test molecules out and gives first
 * structures; {@link org.lowland.potential.distill.frames} makes the structures to be labelled;
 * {@link org.lowland.potential.distill.DistillationTrainer} runs the recipe shard by shard and writes labelled frames as
 * extended XYZ.
 */
package org.lowland.potential.distill;
