package org.lowland.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process to be run.
 *
 * @param words the program and its arguments
 * @param folder in which it runs
 * @param environment what it sees of the environment, nothing else
 */
public record Command(List<String> words, Path folder, Map<String, String> environment) {

    /**
     * What a process left.
     *
     * @param code its exit code
     * @param out what it wrote to standard output
     * @param err what it wrote to standard error
     */
    public record Outcome(int code, String out, String err) {}

    /**
     * Runs to the end.
     *
     * @param limit after which it is killed and the test fails
     * @return what it left
     */
    public Outcome run(Duration limit) throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", "");
        Path err = Files.createTempFile("err", "");
        try {
            Process process = start(out, err);
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException(words + " hangs; it wrote " + Files.readString(err));
            }
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /**
     * Starts and does not wait.
     *
     * @param out where standard output goes
     * @param err where standard error goes
     * @return the process
     */
    public Process start(Path out, Path err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }
}
