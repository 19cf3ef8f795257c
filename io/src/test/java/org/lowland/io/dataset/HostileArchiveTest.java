package org.lowland.io.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.InputException;
import org.lowland.io.file.Limits;

/** Archives that were made to fill the memory or to write elsewhere. */
class HostileArchiveTest {
    @TempDir
    private Path folder;

    @Test
    void anArrayThatGrowsWithoutBounds() throws IOException {
        Path file = archive("nuclear_charges.npy", 64);
        assertThat(Files.size(file)).isLessThan(100_000);
        DataSetOptions small =
                DataSetOptions.defaults().within(Limits.standard().withArray(1 << 24));
        assertThatThrownBy(() -> DataSetReader.read(file, small, sample -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("array 'nuclear_charges': unpacked it is more than the limit of 16777216 bytes")
                .hasMessageContaining("raise it");
        assertThatThrownBy(() -> DataSetReader.read(file, DataSetOptions.defaults(), sample -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("this is no array of NumPy");
    }

    @Test
    void aMemberThatLeavesTheArchive() throws IOException {
        for (String name : new String[] {"../../coords.npy", "/tmp/coords.npy", "..\\coords.npy"}) {
            Path file = archive(name, 1);
            assertThatThrownBy(() -> DataSetReader.read(file, DataSetOptions.defaults(), sample -> {}))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("its member '" + name + "' names a file outside of the archive");
        }
    }

    @Test
    void aHeaderThatClaimsMoreThanThereIs() throws IOException {
        Path file = folder.resolve("claims.npz");
        String text = "{'descr': '<f8', 'fortran_order': False, 'shape': (4000000000, 3000000000, 3), }\n";
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("nuclear_charges.npy"));
            out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length(), 0});
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        assertThatThrownBy(() -> DataSetReader.read(file, DataSetOptions.defaults(), sample -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nuclear_charges");
    }

    private Path archive(String member, int megabytes) throws IOException {
        Path file = folder.resolve("bomb.npz");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(member));
            byte[] zeros = new byte[1 << 20];
            for (int k = 0; k < megabytes; k++) {
                out.write(zeros);
            }
        }
        return file;
    }
}
