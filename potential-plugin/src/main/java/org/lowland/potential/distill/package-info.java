/**
 * Data for a student: geometries of many small molecules, labelled by a teacher potential.
 *
 * <p>{@link org.lowland.potential.distill.SpeciesList} chooses the molecules and keeps the test molecules out,
 * {@link org.lowland.potential.distill.Conformers} and {@link org.lowland.potential.distill.SpiceMonomers} give their
 * first structures, {@link org.lowland.potential.distill.Sampler} the distorted and half-relaxed ones, and
 * {@link org.lowland.potential.distill.DistillationTrainer} runs the recipe and writes labelled frames as extended XYZ.
 */
package org.lowland.potential.distill;
