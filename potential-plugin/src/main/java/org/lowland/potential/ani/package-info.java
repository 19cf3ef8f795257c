/**
 * The ANI-2x ensemble (Devereux et al., J. Chem. Theory Comput. 2020, 16, 4192), read from a folder of its published
 * parameter files and evaluated with libtorch.
 *
 * <p>{@link org.lowland.potential.ani.AniFolder} reads the files into an {@link org.lowland.potential.ani.AniEnsemble};
 * {@link org.lowland.potential.ani.AniScript} writes it as one TorchScript module; {@link
 * org.lowland.potential.ani.AniBatch} turns systems into the neighbour lists that the module reads; {@link
 * org.lowland.potential.ani.AniPotential} joins them to a potential. The parameter files are not part of Lowland.
 */
package org.lowland.potential.ani;
