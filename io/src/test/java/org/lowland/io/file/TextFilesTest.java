package org.lowland.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {
    /** As a shell makes it of {@code <(...)}: a name whose bytes come once and have no places. */
    @Test
    @Timeout(60)
    void readsANamedPipe(@TempDir Path folder) throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(makesPipe(pipe), "no named pipe can be made here");
        String text = "a line\n".repeat(100_000);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            try {
                Files.writeString(pipe, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(TextFiles.beginning(pipe)).isEmpty();
        try (BufferedReader reader = TextFiles.reader(pipe)) {
            assertThat(reader.lines().count()).isEqualTo(100_000);
        }
        writing.get();
    }

    private static boolean makesPipe(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
