package org.lowland.potential.kernel;

import java.util.List;
import org.lowland.potential.network.Painn;
import org.lowland.potential.network.PainnKernel;
import org.lowland.potential.network.PainnKernelProvider;
import org.lowland.potential.network.PainnLoss;
import org.lowland.potential.torch.NamedTensor;

/** Makes kernels for the processor at hand. To be loaded only where the module jdk.incubator.vector is. */
public final class VectorPainnProvider implements PainnKernelProvider {
    @Override
    public PainnKernel create(Painn painn, List<NamedTensor> parameters) {
        return new VectorPainn(painn, parameters);
    }

    @Override
    public PainnLoss loss(Painn painn, List<NamedTensor> parameters) {
        return new VectorPainnLoss(painn, parameters);
    }

    @Override
    public String description() {
        return "vectors of " + Lanes.WIDTH + " single-precision numbers";
    }
}
