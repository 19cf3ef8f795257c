package org.lowland.potential.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lowland.api.BackendException;

/**
 * Writes TorchScript archives without Python, and reads back the text files stored in one.
 *
 * <p>The archive is an uncompressed zip: {@code data.pkl} (the module object), {@code code/__torch__.py} (the script),
 * {@code constants.pkl} (empty), {@code version}, {@code data/N} (raw little-endian tensors) and {@code extra/*}. The
 * same module always gives the same bytes.
 */
public final class TorchScriptArchive {
    /** The extra file that holds a model's metadata (JSON). */
    public static final String METADATA = "metadata.json";

    static final String PICKLE = "data.pkl";
    static final String CODE = "code/__torch__.py";
    static final String DATA = "data/";

    private static final String ROOT = "model/";
    private static final String EXTRA = "extra/";
    /** File format 3: tensors as raw records, code as text; read by libtorch 1.4 and later. */
    private static final String FORMAT_VERSION = "3\n";

    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private TorchScriptArchive() {}

    /** The archive's bytes. */
    public static byte[] write(ScriptModule module) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, PICKLE, ModulePickle.of(module));
            store(zip, CODE, code(module).getBytes(StandardCharsets.UTF_8));
            store(zip, "constants.pkl", ModulePickle.emptyTuple());
            store(zip, "version", FORMAT_VERSION.getBytes(StandardCharsets.US_ASCII));
            int storage = 0;
            for (NamedTensor tensor : module.tensors()) {
                store(zip, DATA + storage++, littleEndian(tensor.tensor()));
            }
            for (Map.Entry<String, String> file : new TreeMap<>(module.extraFiles()).entrySet()) {
                store(zip, EXTRA + file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * The metadata stored in an archive, whoever wrote it; empty if there is none.
     *
     * @throws BackendException if the bytes are not a zip archive
     */
    public static Optional<String> readMetadata(byte[] archive) {
        return readExtraFile(archive, METADATA);
    }

    /**
     * An extra file of an archive, whoever wrote it; empty if there is none of that name.
     *
     * @throws BackendException if the bytes are not a zip archive
     */
    public static Optional<String> readExtraFile(byte[] archive, String name) {
        String wanted = EXTRA + name;
        return Optional.ofNullable(ArchiveEntries.read(archive, wanted::equals).get(wanted))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * Whether an archive holds a script, and not only tensors as {@code torch.save} writes them.
     *
     * @throws BackendException if the bytes are not a zip archive
     */
    public static boolean hasScript(byte[] archive) {
        return !ArchiveEntries.read(archive, name -> name.startsWith("code/")).isEmpty();
    }

    static String code(ScriptModule module) {
        StringBuilder code = new StringBuilder();
        code.append("class ").append(module.className()).append("(Module):\n");
        code.append("  __parameters__ = [").append(names(module, true)).append("]\n");
        code.append("  __buffers__ = [").append(names(module, false)).append("]\n");
        for (NamedTensor tensor : module.tensors()) {
            code.append("  ").append(tensor.name()).append(" : Tensor\n");
        }
        return code.append("  training : bool\n").append(module.methods()).toString();
    }

    private static String names(ScriptModule module, boolean trainable) {
        return module.tensors().stream()
                .filter(tensor -> tensor.trainable() == trainable)
                .map(tensor -> '"' + tensor.name() + "\", ")
                .collect(Collectors.joining());
    }

    private static byte[] littleEndian(HostTensor tensor) {
        int width =
                switch (tensor.type()) {
                    case FLOAT32 -> Float.BYTES;
                    case FLOAT64, INT64 -> Long.BYTES;
                    case BOOLEAN -> 1;
                };
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(tensor.size(), width)).order(ByteOrder.LITTLE_ENDIAN);
        switch (tensor.type()) {
            case FLOAT32 -> bytes.asFloatBuffer().put(tensor.floats());
            case FLOAT64 -> bytes.asDoubleBuffer().put(tensor.doubles());
            case INT64 -> bytes.asLongBuffer().put(tensor.longs());
            case BOOLEAN -> {
                for (boolean value : tensor.booleans()) {
                    bytes.put((byte) (value ? 1 : 0));
                }
            }
        }
        return bytes.array();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(ROOT + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
