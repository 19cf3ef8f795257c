package org.lowland.potential.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lowland.api.BackendException;

/**
 * An archive read without libtorch. The values of its tensors can be had where its script and its tensors are, letter by
 * letter, those of a module that Lowland writes; of any other archive nothing is guessed.
 */
public final class ArchivedModule {
    private final Map<String, byte[]> entries;

    private ArchivedModule(Map<String, byte[]> entries) {
        this.entries = entries;
    }

    /**
     * Reads an archive.
     *
     * @param archive of any writer
     * @return its contents
     * @throws BackendException if the bytes are not a zip archive
     */
    public static ArchivedModule read(byte[] archive) {
        return new ArchivedModule(ArchiveEntries.read(archive, name -> true));
    }

    /** {@return the script of the module; empty if the archive keeps it elsewhere than Lowland does} */
    public Optional<String> script() {
        return Optional.ofNullable(entries.get(TorchScriptArchive.CODE))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * How many bytes the tensor in a place has.
     *
     * @param place in the order of the script's declarations, from 0
     * @return 0 if there is no such tensor
     */
    public int bytesOf(int place) {
        byte[] data = entries.get(TorchScriptArchive.DATA + place);
        return data == null ? 0 : data.length;
    }

    /**
     * The values of the tensor in a place, read as single precision.
     *
     * @param place in the order of the script's declarations, from 0
     * @return none if there is no such tensor
     */
    public float[] floatsOf(int place) {
        float[] values = new float[bytesOf(place) / Float.BYTES];
        if (values.length > 0) {
            ByteBuffer.wrap(entries.get(TorchScriptArchive.DATA + place))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
        }
        return values;
    }

    /**
     * The parameters, if this is the given module with other values.
     *
     * @param module of single-precision tensors
     * @return all of its tensors with the archive's values; empty if script, names, shapes or types differ
     */
    public Optional<List<NamedTensor>> valuesOf(ScriptModule module) {
        if (!Arrays.equals(entries.get(TorchScriptArchive.PICKLE), ModulePickle.of(module))
                || !script().equals(Optional.of(TorchScriptArchive.code(module)))) {
            return Optional.empty();
        }
        List<NamedTensor> tensors = new ArrayList<>();
        for (NamedTensor tensor : module.tensors()) {
            if (bytesOf(tensors.size()) != Float.BYTES * tensor.tensor().size()) {
                return Optional.empty();
            }
            float[] values = floatsOf(tensors.size());
            HostTensor read = HostTensor.of(values, tensor.tensor().shape());
            tensors.add(new NamedTensor(tensor.name(), read, tensor.trainable()));
        }
        return Optional.of(tensors);
    }
}
