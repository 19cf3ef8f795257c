/**
 * Training of potentials: labelled frames are split by molecule, a network is fitted to their energies and forces, and
 * what comes out is an archive with its metadata, a model card, the test errors and the learning curve.
 *
 * <p>{@link org.lowland.potential.train.PotentialTrainer} runs it all from a configuration; a run that was killed
 * resumes from its last checkpoint and gives what it would have given.
 */
package org.lowland.potential.train;
