package org.lowland.potential.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lowland.potential.network.Painn;
import org.lowland.potential.network.RepulsiveCore;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.NamedTensor;
import org.lowland.potential.torch.ScriptModule;
import org.lowland.potential.torch.TorchModule;
import org.lowland.potential.torch.TorchScriptArchive;

/**
 * Writes a trained archive again with the same weights and metadata on the text that networks have now, the repulsive
 * core added: the arguments are the old archive, the new one, and the core's inner and outer radius.
 */
public final class ArchiveRewriter {
    private static final double NORM_EPSILON = 1e-8;

    private ArchiveRewriter() {}

    /** Reads and writes. */
    public static void main(String[] arguments) throws Exception {
        byte[] old = Files.readAllBytes(Path.of(arguments[0]));
        RepulsiveCore core = new RepulsiveCore(Double.parseDouble(arguments[2]), Double.parseDouble(arguments[3]));
        String json = TorchScriptArchive.readMetadata(old).orElseThrow();
        List<NamedTensor> weights;
        try (TorchModule module = TorchModule.load(old, Device.CPU)) {
            weights = module.parameters();
        }
        ScriptModule rewritten = network(ModelMetadata.fromJson(json), weights, core)
                .module(HostTensor.Type.FLOAT32, 0)
                .withValues(weights)
                .withMetadata(json);
        Files.write(Path.of(arguments[1]), TorchScriptArchive.write(rewritten));
    }

    private static Painn network(ModelMetadata metadata, List<NamedTensor> weights, RepulsiveCore core) {
        int features = (int) shape(weights, "embedding")[1];
        int radial = (int) shape(weights, "l0_filter_weight")[1] - 1;
        int interactions = (int) weights.stream()
                .filter(tensor -> tensor.name().endsWith("_mix_weight"))
                .count();
        return new Painn(
                metadata.atomicNumbers(),
                features,
                interactions,
                radial,
                metadata.cutoff(),
                NORM_EPSILON,
                Optional.of(core));
    }

    private static long[] shape(List<NamedTensor> weights, String name) {
        return weights.stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow()
                .tensor()
                .shape();
    }
}
