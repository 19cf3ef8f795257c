package org.lowland.potential.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lowland.potential.network.ArchivedPainn;
import org.lowland.potential.network.Painn;
import org.lowland.potential.network.RepulsiveCore;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.NamedTensor;
import org.lowland.potential.torch.TorchScriptArchive;

/**
 * Writes a trained archive again with the same weights and metadata and a repulsive core: the arguments are the old
 * archive, the new one, and the core's inner and outer radius.
 */
public final class ArchiveRewriter {
    private ArchiveRewriter() {}

    /** Reads and writes. */
    public static void main(String[] arguments) throws IOException {
        byte[] old = Files.readAllBytes(Path.of(arguments[0]));
        RepulsiveCore core = new RepulsiveCore(Double.parseDouble(arguments[2]), Double.parseDouble(arguments[3]));
        String json = TorchScriptArchive.readMetadata(old).orElseThrow();
        ModelMetadata metadata = ModelMetadata.fromJson(json);
        ArchivedPainn archived = ArchivedPainn.read(old, metadata.atomicNumbers(), metadata.cutoff())
                .orElseThrow();
        List<NamedTensor> weights =
                archived.parameters().stream().filter(NamedTensor::trainable).toList();
        Painn painn = archived.painn();
        Painn cored = new Painn(
                painn.elements(),
                painn.features(),
                painn.interactions(),
                painn.degree(),
                painn.radial(),
                painn.cutoff(),
                painn.normEpsilon(),
                painn.bounded(),
                Optional.of(core));
        Files.write(
                Path.of(arguments[1]),
                TorchScriptArchive.write(cored.module(HostTensor.Type.FLOAT32, 0)
                        .withValues(weights)
                        .withMetadata(json)));
    }
}
