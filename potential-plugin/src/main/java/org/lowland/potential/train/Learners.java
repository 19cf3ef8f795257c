package org.lowland.potential.train;

import java.util.Optional;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.potential.model.EngineChoice;
import org.lowland.potential.model.ModelMetadata;
import org.lowland.potential.network.ArchivedPainn;
import org.lowland.potential.network.Network;
import org.lowland.potential.network.Painn;
import org.lowland.potential.network.PainnKernelProvider;
import org.lowland.potential.network.PainnKernels;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.ScriptModule;
import org.lowland.potential.torch.TorchScriptArchive;

/** Chooses what a network learns in. */
final class Learners {
    /**
     * The kernel takes differences of displaced structures, for which |V v| must be smooth at zero on that length: below
     * this norm-epsilon its gradients lose their accuracy.
     */
    private static final double SMOOTH = 1e-3;

    private Learners() {}

    /** {@link EngineChoice#AUTO} made one of the others. */
    static EngineChoice decide(TrainingSettings.Optimization optimization, Network network) {
        EngineChoice asked = optimization.engineChoice();
        if (asked == EngineChoice.KERNEL && !(network instanceof Painn)) {
            throw new InputException("optimization.engine is kernel, which trains painn only; leave the engine out");
        }
        boolean torchOnly = optimization.squaredLoss() || optimization.where() == Device.GPU;
        if (asked == EngineChoice.KERNEL && torchOnly) {
            throw new InputException("optimization.engine is kernel, which has the robust loss alone and runs on the"
                    + " processor; leave the engine out");
        }
        if (asked != EngineChoice.AUTO) {
            return asked;
        }
        boolean kernel = !torchOnly
                && PainnKernels.find().isPresent()
                && network instanceof Painn painn
                && painn.normEpsilon() >= SMOOTH;
        return kernel ? EngineChoice.KERNEL : EngineChoice.TORCHSCRIPT;
    }

    static Learner of(
            EngineChoice engine,
            ScriptModule network,
            TrainingSettings.Optimization optimization,
            ModelMetadata metadata) {
        byte[] archive = TorchScriptArchive.write(network);
        if (engine == EngineChoice.TORCHSCRIPT) {
            return new Replicas(archive, optimization, metadata);
        }
        PainnKernelProvider kernels = PainnKernels.find()
                .orElseThrow(() -> new BackendException("optimization.engine is kernel, but the virtual machine runs"
                        + " without --add-modules " + PainnKernels.MODULE + "; give it, or leave the engine out"));
        Optional<ArchivedPainn> painn = ArchivedPainn.read(archive, metadata.atomicNumbers(), metadata.cutoff());
        return new KernelLearner(kernels, painn.orElseThrow().painn(), network, optimization, metadata);
    }
}
