package org.lowland.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed leaves nothing under the names of its outputs that is not whole. */
class KilledTest {
    @TempDir
    Path folder;

    @Test
    void nothingHalfWrittenIsLeft() throws IOException, InterruptedException {
        String[] records = new String[1500];
        for (int k = 0; k < records.length; k++) {
            records[k] = Sdf.titled(Sdf.WATER, "m" + k);
        }
        Path in = Sdf.write(folder.resolve("in.sdf"), records);
        Path out = Files.writeString(folder.resolve("out.sdf"), "what was there before");
        Process process = start(in, out);
        try {
            await(process, () -> partSize() > 30_000);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).isEqualTo(128 + 9);
        assertThat(out).hasContent("what was there before");
        assertThat(names())
                .filteredOn(name -> !name.endsWith(".part"))
                .containsExactlyInAnyOrder("in.sdf", "out.sdf", "err.txt");

        Cli again = Cli.optimize(folder.resolve("in.sdf"), "-o", out);
        assertThat(again.code()).isZero();
        assertThat(Files.readString(out)).contains("m1499").endsWith("$$$$\n");
    }

    private Process start(Path in, Path out) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.lowland.cli.Main",
                        "optimize",
                        in.toString(),
                        "-o",
                        out.toString(),
                        "--potential",
                        "toy?delay=1",
                        "--optimizer",
                        "toy-descent",
                        "--json",
                        folder.resolve("log.json").toString())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    private void await(Process process, java.util.function.BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.getAsBoolean()) {
            assertThat(process.isAlive()).as("still running").isTrue();
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }

    private long partSize() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith(".out.sdf."))
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
