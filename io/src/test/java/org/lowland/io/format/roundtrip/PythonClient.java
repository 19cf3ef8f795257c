package org.lowland.io.format.roundtrip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Another program that is called by way of Python: a script of {@code clients} gets jobs as JSON and gives answers as JSON,
 * all in one process, since the programs are slow to start.
 */
final class PythonClient {
    private static final String PYTHON = "/usr/bin/python3";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PythonClient() {}

    /** {@return whether a module can be imported} */
    static boolean has(String module) {
        try {
            Process process = new ProcessBuilder(PYTHON, "-c", "import " + module)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Skips the test where a module cannot be imported. */
    static void require(String module, String what) {
        Assumptions.assumeTrue(has(module), what);
    }

    /**
     * Runs a script.
     *
     * @param script its name among the resources of {@code clients}
     * @param jobs what it gets
     * @return what it gives
     * @throws IllegalStateException when it fails, with what it said
     */
    static JsonNode answers(String script, JsonNode jobs) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("clients");
        Path in = folder.resolve("jobs.json");
        Path out = folder.resolve("answers.json");
        Path err = folder.resolve("errors.txt");
        Path program = folder.resolve(script);
        try {
            try (InputStream source = PythonClient.class.getResourceAsStream("/clients/" + script)) {
                Files.copy(source, program);
            }
            Files.writeString(in, MAPPER.writeValueAsString(jobs));
            Process process = new ProcessBuilder(PYTHON, program.toString())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(script + ": " + Files.readString(err, StandardCharsets.UTF_8));
            }
            return MAPPER.readTree(Files.readString(out, StandardCharsets.UTF_8));
        } finally {
            for (Path file : new Path[] {in, out, err, program, folder}) {
                Files.deleteIfExists(file);
            }
        }
    }
}
