package org.lowland.potential.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.io.file.TextFiles;
import org.lowland.potential.model.ModelMetadata;
import org.lowland.potential.torch.ArchivedModule;
import org.lowland.potential.torch.NamedTensor;
import org.lowland.potential.torch.ScriptModule;
import org.lowland.potential.torch.TorchScriptArchive;

/**
 * The trained model that a training begins with, instead of weights by chance. Its self energies stay, for its weights
 * belong to what they leave over.
 *
 * @param path where it lies
 * @param archive its bytes
 * @param metadata what it says of itself
 */
record StartingModel(Path path, byte[] archive, ModelMetadata metadata) {

    /**
     * Reads a model.
     *
     * @throws InputException if the file cannot be read or is none of Lowland's models
     */
    static StartingModel read(Path path) {
        byte[] archive;
        try {
            archive = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new InputException("start: " + path + " cannot be read (" + TextFiles.reason(e) + ")", e);
        }
        try {
            ModelMetadata metadata = TorchScriptArchive.readMetadata(archive)
                    .map(ModelMetadata::fromJson)
                    .orElseThrow(() -> new BackendException("It has no metadata of Lowland"));
            return new StartingModel(path, archive, metadata);
        } catch (BackendException e) {
            throw new InputException(
                    "start: " + path + " is no model.pt that './lowland train' has written: " + e.getMessage(), e);
        }
    }

    /**
     * The module of a configuration with the weights of this model.
     *
     * @throws InputException if this is another network
     */
    ScriptModule weighted(ScriptModule module) {
        List<NamedTensor> values = ArchivedModule.read(archive)
                .valuesOf(module)
                .orElseThrow(() -> new InputException("start: " + path + " is another network ("
                        + metadata.architecture()
                        + " of " + metadata.parameters() + " parameters) than the section network describes; give the"
                        + " section of its training.yaml"));
        return module.withValues(values);
    }

    /** What tells this model from others in a checkpoint. */
    String mark() {
        CRC32 checksum = new CRC32();
        checksum.update(archive);
        return Long.toHexString(checksum.getValue());
    }
}
