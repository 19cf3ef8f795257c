package org.lowland.rl.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.system.AtomicSystem;

/** A search in a process of its own, which is killed (SIGKILL where there are signals) while it works. */
class KilledSearchTest {
    private static final AtomicSystem START = Searches.grid(20);
    private static final OptimizationOptions OPTIONS =
            OptimizationOptions.defaults().withSeed(3).withSteps(Integer.MAX_VALUE);

    @TempDir
    private Path folder;

    /** Searches without end. */
    public static void main(String[] arguments) {
        Searches.run(arguments[0], "lj", START, OPTIONS);
    }

    @Test
    @Timeout(120)
    void itGoesOnFromItsCheckpointAsIfNothingHadHappened() throws IOException, InterruptedException {
        Path file = folder.resolve("search.json");
        String optimizer = "basin-hopping?start=random&checkpoint=" + file;
        for (int quenches = 30; quenches <= 60; quenches += 30) {
            killAfter(quenches, optimizer, file);
        }
        long used = evaluationsIn(file).orElseThrow();
        OptimizationOptions options = OPTIONS.withEvaluations(used + 2000);

        OptimizationResult resumed = Searches.run(optimizer, "lj", START, options);

        OptimizationResult uninterrupted = Searches.run("basin-hopping?start=random", "lj", START, options);
        assertThat(resumed.system()).isEqualTo(uninterrupted.system());
        assertThat(resumed.energy()).isEqualTo(uninterrupted.energy());
        assertThat(resumed.steps()).isEqualTo(uninterrupted.steps());
        assertThat(resumed.evaluations()).isEqualTo(uninterrupted.evaluations());
    }

    private static void killAfter(int quenches, String optimizer, Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path")
                                + File.pathSeparator
                                + System.getProperty("surefire.test.class.path", ""),
                        KilledSearchTest.class.getName(),
                        optimizer)
                .inheritIO()
                .start();
        try {
            while (countIn(file, "quenches").orElse(0L) < quenches) {
                assertThat(process.isAlive()).isTrue();
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Optional<Long> evaluationsIn(Path file) throws IOException {
        return countIn(file, "evaluations");
    }

    /** A count in a checkpoint, which is whole whenever it is read. */
    private static Optional<Long> countIn(Path file, String name) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file);
        int chain = text.indexOf("\"chain\"");
        assertThat(text).endsWith("}");
        if (chain < 0) {
            return Optional.empty();
        }
        int from = text.indexOf("\"" + name + "\":", chain) + name.length() + 3;
        return Optional.of(Long.valueOf(text.substring(from, text.indexOf(',', from))));
    }
}
