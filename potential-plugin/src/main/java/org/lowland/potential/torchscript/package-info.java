/**
 * Anybody's TorchScript archive as a potential: {@code torchscript?path=model.pt}.
 *
 * <p>A {@link org.lowland.potential.torchscript.Declaration}, a short YAML file inside the archive or beside it, says which
 * {@link org.lowland.potential.torchscript.ModelInput inputs} its {@code forward} takes, which {@link
 * org.lowland.potential.torchscript.ModelOutput outputs} it gives, and in which units. Forces and stress that it does not give
 * are the gradient of its energy, through libtorch.
 */
package org.lowland.potential.torchscript;
