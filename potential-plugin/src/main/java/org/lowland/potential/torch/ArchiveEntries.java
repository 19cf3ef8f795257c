package org.lowland.potential.torch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.lowland.api.BackendException;

/**
 * The entries of an archive in memory, without its topmost folder. They are read by the archive's directory: PyTorch writes
 * entries whose sizes stand behind them, which cannot be read in passing.
 */
final class ArchiveEntries {
    private ArchiveEntries() {}

    /**
     * Reads entries.
     *
     * @param archive a zip archive
     * @param wanted by name
     * @return contents by name, of those that are wanted
     * @throws BackendException if the bytes are not a zip archive
     */
    static Map<String, byte[]> read(byte[] archive, Predicate<String> wanted) {
        if (archive.length < 4 || archive[0] != 'P' || archive[1] != 'K') {
            throw new BackendException("not a TorchScript archive (no zip entries in " + archive.length
                    + " bytes); give a file written by torch.jit.save or by 'train'");
        }
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipFile zip = ZipFile.builder().setByteArray(archive).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                if (wanted.test(name)) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        entries.put(name, in.readAllBytes());
                    }
                }
            }
        } catch (IOException broken) {
            throw new BackendException("the TorchScript archive is damaged; export or download it again", broken);
        }
        return entries;
    }
}
