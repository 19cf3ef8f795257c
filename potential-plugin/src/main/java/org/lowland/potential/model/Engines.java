package org.lowland.potential.model;

import java.util.Optional;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.potential.network.ArchivedPainn;
import org.lowland.potential.network.PainnKernelProvider;
import org.lowland.potential.network.PainnKernels;
import org.lowland.potential.torch.Device;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses what computes a network. */
final class Engines {
    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);
    private static final String KERNELS_NETWORK = "painn";
    private static final String MODULE_MISSING =
            "the virtual machine runs without --add-modules " + PainnKernels.MODULE;

    private Engines() {}

    static Engine load(byte[] archive, ModelMetadata metadata, Device device, EngineChoice choice) {
        if (device == Device.GPU && choice == EngineChoice.KERNEL) {
            throw new InputException("engine=kernel runs on the processor; leave device=gpu or the engine out");
        }
        if (device == Device.GPU || choice == EngineChoice.TORCHSCRIPT) {
            return new TorchEngine(archive, metadata, device);
        }
        if (!metadata.architecture().equals(KERNELS_NETWORK)) {
            if (choice == EngineChoice.KERNEL) {
                throw new BackendException("engine=kernel cannot serve '" + metadata.id() + "': it computes "
                        + KERNELS_NETWORK + ", not " + metadata.architecture() + "; leave the engine out");
            }
            return new TorchEngine(archive, metadata, device);
        }
        Optional<PainnKernelProvider> provider = PainnKernels.find();
        Optional<ArchivedPainn> painn = provider.isEmpty()
                ? Optional.empty()
                : ArchivedPainn.read(archive, metadata.atomicNumbers(), metadata.cutoff());
        if (painn.isPresent()) {
            PainnKernelProvider kernels = provider.get();
            return new KernelEngine(
                    kernels.create(painn.get().painn(), painn.get().parameters()), "kernel, " + kernels.description());
        }
        String reason =
                provider.isEmpty() ? MODULE_MISSING : "its network is not the one that this version's kernel computes";
        if (choice == EngineChoice.KERNEL) {
            throw new BackendException("engine=kernel cannot serve '" + metadata.id() + "': " + reason
                    + "; mend that, or leave the engine out");
        }
        LOG.info("'{}' is computed by libtorch: {}", metadata.id(), reason);
        return new TorchEngine(archive, metadata, device);
    }

    /** What serves networks on this processor when nothing is asked for. */
    static String available() {
        return PainnKernels.find()
                .map(kernels -> "computed here by the kernel, " + kernels.description())
                .orElse("computed here by libtorch: " + MODULE_MISSING);
    }
}
