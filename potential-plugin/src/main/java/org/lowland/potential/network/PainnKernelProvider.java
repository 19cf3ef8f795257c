package org.lowland.potential.network;

import java.util.List;
import org.lowland.potential.torch.NamedTensor;

/** Makes kernels. Found by {@link PainnKernels}. */
public interface PainnKernelProvider {

    /**
     * A kernel with the values that the parameters have now.
     *
     * @param painn the network
     * @param parameters all of its parameters in single precision, as {@link Painn#module} names them
     * @return the kernel
     */
    PainnKernel create(Painn painn, List<NamedTensor> parameters);

    /**
     * The loss to train a network with.
     *
     * @param painn the network
     * @param parameters all of its parameters, as for {@link #create}
     * @return the loss
     */
    PainnLoss loss(Painn painn, List<NamedTensor> parameters);

    /** {@return what it computes with, in a few words} */
    String description();
}
