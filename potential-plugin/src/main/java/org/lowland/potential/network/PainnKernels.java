package org.lowland.potential.network;

import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the kernel where the virtual machine can run it. */
public final class PainnKernels {
    /** The module of the Vector API, which {@code --add-modules} brings in. */
    public static final String MODULE = "jdk.incubator.vector";

    private PainnKernels() {}

    /**
     * The provider of kernels.
     *
     * @return empty when the virtual machine was started without {@code --add-modules jdk.incubator.vector}
     */
    public static Optional<PainnKernelProvider> find() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Optional.empty();
        }
        return ServiceLoader.load(PainnKernelProvider.class, PainnKernels.class.getClassLoader())
                .findFirst();
    }
}
