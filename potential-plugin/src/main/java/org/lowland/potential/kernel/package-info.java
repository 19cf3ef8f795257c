/**
 * PaiNN on the processor in vector instructions ({@code jdk.incubator.vector}), with the gradient written out: the same
 * weights as in the TorchScript archive, several times faster for it on a CPU.
 *
 * <p>Each structure is computed alone and in a fixed order, so results depend neither on the batch nor on the number of
 * threads. Rows of features are padded to the vector width; filters, which depend on the distance alone, are made once
 * for both directions of a pair; what passes between two dense maps stays in the cache. Arithmetic is in single
 * precision; distances, the radial basis, and the sums of energy and forces are in double.
 *
 * <p>This package alone needs the incubator module. Nothing else names its classes: they are found as a {@link
 * org.lowland.potential.network.PainnKernelProvider} where the module is there.
 */
package org.lowland.potential.kernel;
