/**
 * The one adapter around DJL's PyTorch engine: everything else in Lowland sees plain Java arrays.
 *
 * <p>A network is TorchScript text plus named tensors ({@link org.lowland.potential.torch.ScriptModule}). {@link
 * org.lowland.potential.torch.TorchScriptArchive} writes both as the archive that {@code torch.jit.load} reads in
 * Python and C++ as well; {@link org.lowland.potential.torch.TorchModule} loads such an archive into libtorch and calls
 * its methods; {@link org.lowland.potential.torch.TorchTrainer} changes its parameters with {@link
 * org.lowland.potential.torch.AdamW}.
 *
 * <p>Derivatives are taken inside the script ({@code torch.autograd.grad}); eager tensor arithmetic from Java is not
 * used, because scalar operands of eager DJL operations live in Java buffers that may be gone when the backward pass
 * reads them. Every call owns a scope: its tensors are released when it returns.
 */
package org.lowland.potential.torch;
