package org.lowland.io.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Has Jazzer look for input that a reader does not answer as it should, each in a process of its own. Not among the tests
 * that are always run; the profile {@code fuzz} brings Jazzer. What it finds is kept in {@code target/fuzz}.
 */
class FuzzReaders {
    private static final String SECONDS = System.getProperty("lowland.fuzz.seconds", "30");
    private static final Path FOLDER = Path.of("target/fuzz");

    static Stream<String> readers() {
        String only = System.getProperty("lowland.fuzz.only", "");
        return ReaderTarget.READERS.keySet().stream()
                .filter(reader -> only.isBlank() || only.equals(reader))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void readersWithstandAnything(String reader) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(FOLDER.resolve(reader).resolve("corpus"));
        for (Path sample : ReaderTarget.samples(reader)) {
            Files.copy(sample, corpus.resolve(sample.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Path log = FOLDER.resolve(reader + ".log");
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Xss1m",
                "-Dcdk.logging.level=fatal",
                "-Dlowland.fuzz.reader=" + reader,
                "-cp",
                classes,
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + ReaderTarget.class.getName(),
                "--instrumentation_includes=org.lowland.**",
                "--custom_hook_includes=org.lowland.**",
                "--reproducer_path=" + FOLDER.resolve(reader),
                corpus.toString(),
                "-artifact_prefix=" + FOLDER.resolve(reader) + "/",
                "-max_total_time=" + SECONDS,
                "-timeout=20",
                "-rss_limit_mb=4096",
                "-max_len=8192",
                "-seed=1");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as("see " + log).isZero();
        assertThat(Files.readString(log)).contains("Done ");
    }
}
