/**
 * Network architectures: each a {@link org.lowland.potential.network.Network}, a record of hyper-parameters that writes its
 * own TorchScript text and its first weights. {@link org.lowland.potential.network.Painn} (scalars and vectors), {@link
 * org.lowland.potential.network.Nequip} (tensors of any degree, from the parts of {@link
 * org.lowland.potential.equivariant}) and {@link org.lowland.potential.network.Egnn} (scalars and moving atoms).
 *
 * <p>One text serves training, inference on any device, and every reader of TorchScript archives. The methods of each
 * network are the same: {@code energy}, {@code forward} (energies and forces), {@code train_ef} (the same, ready for a
 * second derivative), {@code loss} and {@code loss_mse}. Forces are minus the gradient of the energy, taken by {@code
 * torch.autograd.grad} inside the text, except where a network says that it is not conservative.
 *
 * <p>Structures go in as {@link org.lowland.potential.network.AtomGraph}s, many at once as a {@link
 * org.lowland.potential.network.GraphBatch}: a table of neighbours with one row per atom, rows filled up to one length
 * with the atom itself at twice the cutoff, where the envelope is exactly zero. Sums over neighbours are then sums over
 * an axis and small matrix products, which libtorch does faster than scattered additions.
 */
package org.lowland.potential.network;
